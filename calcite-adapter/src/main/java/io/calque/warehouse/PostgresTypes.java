package io.calque.warehouse;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;

/**
 * PostgreSQL's types as JDBC should see them. Its driver calls booleans bits and times with a zone
 * times without one, gives text without a bound a size of two thousand millions, and hands out
 * classes of its own for what JDBC has no name for. A column that may not be NULL in its table is
 * one that is never NULL to it, even where an outer join found no row.
 */
final class PostgresTypes {
  private static final int WHOLE_INT = Integer.MAX_VALUE;

  private PostgresTypes() {}

  static WarehouseColumn column(WarehouseColumn told) {
    return switch (told.typeName()) {
      case "bool" -> as(told, Types.BOOLEAN, Boolean.class);
      case "timestamptz" -> as(told, Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);
      case "timetz" -> as(told, Types.TIME_WITH_TIMEZONE, OffsetTime.class);
      case "money" -> as(told, Types.VARCHAR, String.class);
      case "uuid" -> bounded(told, told.jdbcType(), told.className());
      default ->
          told.jdbcType() == Types.OTHER || told.jdbcType() == Types.SQLXML
              ? as(told, Types.VARCHAR, String.class)
              : bounded(told, told.jdbcType(), told.className());
    };
  }

  private static WarehouseColumn as(WarehouseColumn told, int jdbcType, Class<?> javaClass) {
    return bounded(told, jdbcType, javaClass.getName());
  }

  private static WarehouseColumn bounded(WarehouseColumn told, int jdbcType, String className) {
    return new WarehouseColumn(
        told.name(),
        jdbcType,
        told.typeName(),
        className,
        told.precision() == WHOLE_INT ? 0 : told.precision(),
        told.scale(),
        told.displaySize() == WHOLE_INT ? WarehouseColumn.UNBOUNDED : told.displaySize(),
        told.signed(),
        ResultSetMetaData.columnNullableUnknown,
        told.asDecimal());
  }

  static Object value(ResultSet rows, int index, WarehouseColumn column) throws SQLException {
    return switch (column.jdbcType()) {
      case Types.TIMESTAMP -> rows.getObject(index, LocalDateTime.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(index, OffsetDateTime.class);
      case Types.TIME_WITH_TIMEZONE -> rows.getObject(index, OffsetTime.class);
      default -> rows.getObject(index);
    };
  }
}
