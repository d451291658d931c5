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
final class CalqueResultSet extends ForwardResultSet {
  private static final Cursor.Accessor[] NO_ROW = {};

  private final Cursor.Accessor[] columns;

  /** The columns while there is a row to read from, else {@link #NO_ROW}: one check for both. */
  private Cursor.Accessor[] current = NO_ROW;

  /** Rows that have been read. */
  private int row;

  /** Whether no row comes any more: after the last one, or because of an error. */
  private boolean isOver;

  private boolean isAfterLast;

  /**
   * A result set that owns a cursor.
   *
   * @param statement null for metadata, which has no statement
   */
  CalqueResultSet(AvaticaStatement statement, Meta.Signature signature, Cursor rows)
      throws SQLException {
    super(statement, signature, new CalqueResultSetMetaData(signature.columns));
    execute2(rows, signature.columns);
    this.columns = accessorList.toArray(Cursor.Accessor[]::new);
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("result set");
    }
  }

  /** Nothing here is made anew for each row, not even a lambda. */
  @Override
  public boolean next() throws SQLException {
    checkOpen();
    current = NO_ROW;
    if (isOver) {
      return false;
    }
    isOver = true;
    try {
      if (cursor.next()) {
        isOver = false;
        row++;
        current = columns;
        return true;
      }
      isAfterLast = true;
      return false;
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
      throw SqlErrors.of(e);
    }
  }

  @Override
  public void close() {
    super.close();
    current = NO_ROW;
  }

  private Cursor.Accessor accessor(int index) throws SQLException {
    Cursor.Accessor[] readable = current;
    if (index < 1 || index > readable.length) {
      throw unreadable(index);
    }
    return readable[index - 1];
  }

  private SQLException unreadable(int index) throws SQLException {
    if (isClosed()) {
      return SqlErrors.closed("result set");
    }
    return index < 1 || index > columns.length
        ? new SQLException(
            "there is no column %d; the result has %d".formatted(index, columns.length), "07009")
        : new SQLException("there is no current row; call next() first", "24000");
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return current != NO_ROW && cursor.wasNull();
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

  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    return row == 0;
  }

  @Override
  public boolean isFirst() throws SQLException {
    return getRow() == 1;
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return current == NO_ROW ? 0 : row;
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return isAfterLast;
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
