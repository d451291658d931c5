package io.calque.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.util.Cursor;

/** Rows of a cursor, read forward once. */
final class CalqueResultSet extends LabelledResultSet {
  private enum Position {
    BEFORE,
    ON_ROW,
    AFTER
  }

  private Position position = Position.BEFORE;
  private int fetchSize;

  /**
   * A result set that owns a cursor.
   *
   * @param statement null for metadata, which has no statement
   */
  CalqueResultSet(AvaticaStatement statement, Meta.Signature signature, Cursor rows)
      throws SQLException {
    super(statement, signature, new CalqueResultSetMetaData(signature.columns));
    execute2(rows, signature.columns);
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("result set");
    }
  }

  @Override
  public boolean next() throws SQLException {
    checkOpen();
    if (position == Position.AFTER) {
      return false;
    }
    // Nothing here is made anew for each row, not even a lambda.
    position = Position.AFTER;
    try {
      if (super.next()) {
        position = Position.ON_ROW;
        return true;
      }
      return false;
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
      throw SqlErrors.of(e);
    }
  }

  private Cursor.Accessor accessor(int index) throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("result set");
    }
    if (index < 1 || index > accessorList.size()) {
      throw new SQLException(
          "there is no column %d; the result has %d".formatted(index, accessorList.size()),
          "07009");
    }
    if (position != Position.ON_ROW) {
      throw new SQLException("there is no current row; call next() first", "24000");
    }
    return accessorList.get(index - 1);
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return position == Position.ON_ROW && cursor.wasNull();
  }

  @Override
  public String getString(int columnIndex) throws SQLException {
    return accessor(columnIndex).getString();
  }

  @Override
  public boolean getBoolean(int columnIndex) throws SQLException {
    return accessor(columnIndex).getBoolean();
  }

  @Override
  public byte getByte(int columnIndex) throws SQLException {
    return accessor(columnIndex).getByte();
  }

  @Override
  public short getShort(int columnIndex) throws SQLException {
    return accessor(columnIndex).getShort();
  }

  @Override
  public int getInt(int columnIndex) throws SQLException {
    return accessor(columnIndex).getInt();
  }

  @Override
  public long getLong(int columnIndex) throws SQLException {
    return accessor(columnIndex).getLong();
  }

  @Override
  public float getFloat(int columnIndex) throws SQLException {
    return accessor(columnIndex).getFloat();
  }

  @Override
  public double getDouble(int columnIndex) throws SQLException {
    return accessor(columnIndex).getDouble();
  }

  @Deprecated
  @Override
  public BigDecimal getBigDecimal(int columnIndex, int y) throws SQLException {
    return accessor(columnIndex).getBigDecimal(y);
  }

  @Override
  public byte[] getBytes(int columnIndex) throws SQLException {
    return accessor(columnIndex).getBytes();
  }

  @Override
  public Date getDate(int columnIndex) throws SQLException {
    return accessor(columnIndex).getDate(localCalendar);
  }

  @Override
  public Time getTime(int columnIndex) throws SQLException {
    return accessor(columnIndex).getTime(localCalendar);
  }

  @Override
  public Timestamp getTimestamp(int columnIndex) throws SQLException {
    return accessor(columnIndex).getTimestamp(localCalendar);
  }

  @Override
  public InputStream getAsciiStream(int columnIndex) throws SQLException {
    return accessor(columnIndex).getAsciiStream();
  }

  @Deprecated
  @Override
  public InputStream getUnicodeStream(int columnIndex) throws SQLException {
    return accessor(columnIndex).getUnicodeStream();
  }

  @Override
  public InputStream getBinaryStream(int columnIndex) throws SQLException {
    return accessor(columnIndex).getBinaryStream();
  }

  @Override
  public Object getObject(int columnIndex) throws SQLException {
    return accessor(columnIndex).getObject();
  }

  @Override
  public Reader getCharacterStream(int columnIndex) throws SQLException {
    return accessor(columnIndex).getCharacterStream();
  }

  @Override
  public BigDecimal getBigDecimal(int columnIndex) throws SQLException {
    return accessor(columnIndex).getBigDecimal();
  }

  @Override
  public Object getObject(int columnIndex, Map<String, Class<?>> y) throws SQLException {
    return accessor(columnIndex).getObject(y);
  }

  @Override
  public Ref getRef(int columnIndex) throws SQLException {
    return accessor(columnIndex).getRef();
  }

  @Override
  public Blob getBlob(int columnIndex) throws SQLException {
    return accessor(columnIndex).getBlob();
  }

  @Override
  public Clob getClob(int columnIndex) throws SQLException {
    return accessor(columnIndex).getClob();
  }

  @Override
  public Array getArray(int columnIndex) throws SQLException {
    return accessor(columnIndex).getArray();
  }

  @Override
  public Date getDate(int columnIndex, Calendar y) throws SQLException {
    return accessor(columnIndex).getDate(y == null ? localCalendar : y);
  }

  @Override
  public Time getTime(int columnIndex, Calendar y) throws SQLException {
    return accessor(columnIndex).getTime(y == null ? localCalendar : y);
  }

  @Override
  public Timestamp getTimestamp(int columnIndex, Calendar y) throws SQLException {
    return accessor(columnIndex).getTimestamp(y == null ? localCalendar : y);
  }

  @Override
  public URL getURL(int columnIndex) throws SQLException {
    return accessor(columnIndex).getURL();
  }

  @Override
  public RowId getRowId(int columnIndex) throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("rows have no ROWID");
  }

  @Override
  public NClob getNClob(int columnIndex) throws SQLException {
    return accessor(columnIndex).getNClob();
  }

  @Override
  public SQLXML getSQLXML(int columnIndex) throws SQLException {
    return accessor(columnIndex).getSQLXML();
  }

  @Override
  public String getNString(int columnIndex) throws SQLException {
    return accessor(columnIndex).getNString();
  }

  @Override
  public Reader getNCharacterStream(int columnIndex) throws SQLException {
    return accessor(columnIndex).getNCharacterStream();
  }

  @Override
  public <T> T getObject(int columnIndex, Class<T> y) throws SQLException {
    if (y == null) {
      throw new SQLException("getObject needs a class", "22004");
    }
    return accessor(columnIndex).getObject(y);
  }

  private SQLException forwardOnly() throws SQLException {
    checkOpen();
    return SqlErrors.unsupported("rows are read forward, once");
  }

  @Override
  public boolean isLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public void beforeFirst() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public void afterLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean first() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean last() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean absolute(int rows) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean relative(int rows) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean previous() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    return super.isAfterLast() && position == Position.AFTER;
  }

  @Override
  public String getCursorName() throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("cursors have no names");
  }

  @Override
  public int getType() throws SQLException {
    checkOpen();
    return TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    checkOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return FETCH_FORWARD;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    if (direction != FETCH_FORWARD) {
      throw forwardOnly();
    }
    checkOpen();
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /** A hint that comes too late for the warehouse; kept for those who ask. */
  @Override
  public void setFetchSize(int rows) throws SQLException {
    checkOpen();
    if (rows < 0) {
      throw new SQLException("a fetch size of " + rows + " is not possible", "22023");
    }
    fetchSize = rows;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
