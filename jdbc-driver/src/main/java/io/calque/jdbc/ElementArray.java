package io.calque.jdbc;

import java.sql.Array;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An array that a program makes, as a parameter. */
final class ElementArray implements Array {
  private final String typeName;
  private Object[] elements;

  ElementArray(String typeName, Object[] elements) {
    this.typeName = typeName;
    this.elements = elements;
  }

  private Object[] elements() throws SQLException {
    if (elements == null) {
      throw SqlErrors.closed("array");
    }
    return elements;
  }

  @Override
  public String getBaseTypeName() throws SQLException {
    elements();
    return typeName;
  }

  @Override
  public int getBaseType() throws SQLException {
    elements();
    return Arrays.stream(JDBCType.values())
        .filter(type -> type.getName().equalsIgnoreCase(typeName))
        .mapToInt(JDBCType::getVendorTypeNumber)
        .findFirst()
        .orElse(Types.OTHER);
  }

  @Override
  public Object getArray() throws SQLException {
    return elements().clone();
  }

  @Override
  public Object getArray(Map<String, Class<?>> map) throws SQLException {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    if (index < 1 || count < 0 || index - 1 + count > elements().length) {
      throw new SQLException("the array has no such elements", "2202E");
    }
    return Arrays.copyOfRange(elements(), (int) index - 1, (int) index - 1 + count);
  }

  @Override
  public Object getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    return getResultSet(1, elements().length);
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    Object[] wanted = (Object[]) getArray(index, count);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      rows.add(Arrays.asList((int) index + i, wanted[i]));
    }
    return new CalqueResultSet(
        null,
        Columns.of(
            List.of(
                Columns.integer("INDEX"), io.calque.warehouse.WarehouseColumn.unknown("VALUE"))),
        new FixedRows(rows));
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map)
      throws SQLException {
    return getResultSet(index, count);
  }

  @Override
  public void free() {
    elements = null;
  }

  @Override
  public String toString() {
    return elements == null ? "[]" : Arrays.toString(elements);
  }
}
