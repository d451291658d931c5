package io.calque.jdbc;

import java.sql.SQLException;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaResultSetMetaData;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.Cursor;

/** Rows of a cursor, read forward once. */
final class CalqueResultSet extends AvaticaResultSet {
  /** Whether the current row is one, so that values can be read. */
  private boolean onRow;

  /**
   * A result set that owns a cursor.
   *
   * @param statement null for metadata, which has no statement
   */
  CalqueResultSet(AvaticaStatement statement, Meta.Signature signature, Cursor rows)
      throws SQLException {
    super(
        statement,
        new QueryState(signature.sql),
        signature,
        new AvaticaResultSetMetaData(statement, null, signature),
        TimeZone.getDefault(),
        null);
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
    onRow = SqlErrors.call(super::next);
    return onRow;
  }

  private Cursor.Accessor accessor(int index) throws SQLException {
    checkOpen();
    if (index < 1 || index > accessorList.size()) {
      throw new SQLException(
          "there is no column %d; the result has %d".formatted(index, accessorList.size()),
          "07009");
    }
    if (!onRow) {
      throw new SQLException("there is no current row; call next() first", "24000");
    }
    return accessorList.get(index - 1);
  }

  @Override
  public Object getObject(int columnIndex) throws SQLException {
    return accessor(columnIndex).getObject();
  }

  @Override
  public Object getObject(String columnLabel) throws SQLException {
    return getObject(findColumn(columnLabel));
  }

  @Override
  public <T> T getObject(int columnIndex, Class<T> type) throws SQLException {
    if (type == null) {
      throw new SQLException("getObject needs a class", "22004");
    }
    return accessor(columnIndex).getObject(type);
  }

  @Override
  public <T> T getObject(String columnLabel, Class<T> type) throws SQLException {
    return getObject(findColumn(columnLabel), type);
  }
}
