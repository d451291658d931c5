package io.calque.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows of a result set of the warehouse's driver.
 *
 * @param engine knows how to read what its driver misreports
 * @param columns the result set's columns
 */
record JdbcRows(WarehouseEngine engine, ResultSet rows, List<WarehouseColumn> columns)
    implements Rows {
  @Override
  public boolean next() throws SQLException {
    return rows.next();
  }

  @Override
  public boolean wasNull() throws SQLException {
    return rows.wasNull();
  }

  @Override
  public boolean getBoolean(int index) throws SQLException {
    return rows.getBoolean(index);
  }

  @Override
  public int getInt(int index) throws SQLException {
    return rows.getInt(index);
  }

  @Override
  public long getLong(int index) throws SQLException {
    return rows.getLong(index);
  }

  /** Some drivers give NaN for NULL. */
  @Override
  public double getDouble(int index) throws SQLException {
    double value = rows.getDouble(index);
    return Double.isNaN(value) && rows.wasNull() ? 0 : value;
  }

  @Override
  public String getString(int index) throws SQLException {
    return rows.getString(index);
  }

  @Override
  public Object getObject(int index) throws SQLException {
    return engine.value(rows, index, columns.get(index - 1));
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
