package io.calque.warehouse;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a well-behaved driver tells of its warehouse's columns, functions and types. */
final class DriverFacts {
  private static final Set<String> NUMBERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "REAL",
          "FLOAT",
          "DOUBLE",
          "NUMERIC",
          "DECIMAL");

  private DriverFacts() {}

  /** The column of the current row of what {@code DatabaseMetaData.getColumns} answers. */
  static WarehouseColumn column(ResultSet rows) throws SQLException {
    int jdbcType = rows.getInt("DATA_TYPE");
    int size = rows.getInt("COLUMN_SIZE");
    return new WarehouseColumn(
        rows.getString("COLUMN_NAME"),
        jdbcType,
        rows.getString("TYPE_NAME"),
        Object.class.getName(),
        size,
        rows.getInt("DECIMAL_DIGITS"),
        size > 0 ? size : WarehouseColumn.UNBOUNDED,
        isNumber(jdbcType),
        rows.getInt("NULLABLE"),
        false);
  }

  static List<WarehouseFunction> functions(Connection connection) throws SQLException {
    List<WarehouseFunction> functions = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getFunctions(null, null, "%")) {
      while (rows.next()) {
        functions.add(
            new WarehouseFunction(
                rows.getString("FUNCTION_NAME"),
                text(rows, "REMARKS").orElse(""),
                rows.getInt("FUNCTION_TYPE") == DatabaseMetaData.functionReturnsTable));
      }
    }
    return functions;
  }

  static List<WarehouseType> types(Connection connection) throws SQLException {
    List<WarehouseType> types = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getTypeInfo()) {
      while (rows.next()) {
        int jdbcType = rows.getInt("DATA_TYPE");
        types.add(
            new WarehouseType(
                rows.getString("TYPE_NAME"),
                jdbcType,
                rows.getInt("PRECISION"),
                text(rows, "LITERAL_PREFIX"),
                text(rows, "LITERAL_SUFFIX"),
                text(rows, "CREATE_PARAMS"),
                rows.getBoolean("CASE_SENSITIVE"),
                rows.getBoolean("UNSIGNED_ATTRIBUTE"),
                rows.getInt("MAXIMUM_SCALE"),
                isNumber(jdbcType)));
      }
    }
    return types;
  }

  private static boolean isNumber(int jdbcType) {
    return java.util.Arrays.stream(java.sql.JDBCType.values())
        .anyMatch(
            type -> type.getVendorTypeNumber() == jdbcType && NUMBERS.contains(type.getName()));
  }

  private static Optional<String> text(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column)).filter(text -> !text.isEmpty());
  }
}
