package io.calque.jdbc;

import io.calque.model.DataType;
import io.calque.project.ListedColumn;
import io.calque.warehouse.WarehouseColumn;
import java.sql.JDBCType;
import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.util.Set;

/**
 * A column's type in the terms of {@code DatabaseMetaData}, where null stands for what does not
 * apply.
 *
 * @param jdbcType of {@link Types}
 * @param typeName the warehouse's name of the type
 * @param size digits, characters or bytes; text without a bound has {@link Integer#MAX_VALUE}
 * @param digits after the point; for times, of the seconds
 * @param radix in which digits are counted
 * @param octets the most bytes of text
 * @param nullability one of {@code columnNullable} and its kind
 */
record ColumnShape(
    int jdbcType,
    String typeName,
    Integer size,
    Integer digits,
    Integer radix,
    Integer octets,
    int nullability) {
  private static final Set<Integer> EXACT =
      Set.of(
          Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL);
  private static final Set<Integer> APPROXIMATE = Set.of(Types.REAL, Types.FLOAT, Types.DOUBLE);
  private static final Set<Integer> TIME =
      Set.of(Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE);
  private static final Set<Integer> TEXT =
      Set.of(
          Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB);

  static ColumnShape of(WarehouseColumn column) {
    int type = column.jdbcType();
    boolean exact = EXACT.contains(type);
    boolean number = exact || APPROXIMATE.contains(type);
    Integer size = column.precision() > 0 ? Integer.valueOf(column.precision()) : null;
    Integer length = size == null ? Integer.valueOf(Integer.MAX_VALUE) : size;
    boolean text = TEXT.contains(type);
    boolean hasDigits = (exact || TIME.contains(type)) && size != null;
    return new ColumnShape(
        type,
        column.typeName(),
        text ? length : size,
        hasDigits ? Integer.valueOf(column.scale()) : null,
        number ? Integer.valueOf(10) : null,
        text ? length : null,
        column.nullability());
  }

  /** What the model declares, for where the warehouse cannot be asked. */
  static ColumnShape declared(ListedColumn column) {
    int type =
        column
            .declared()
            .map(ColumnShape::jdbcType)
            .orElse(column.isMetric() ? Types.OTHER : Types.VARCHAR);
    return of(
        new WarehouseColumn(
            column.name(),
            type,
            JDBCType.valueOf(type).getName(),
            Object.class.getName(),
            type == Types.DOUBLE ? 15 : type == Types.TIMESTAMP ? 26 : 0,
            type == Types.TIMESTAMP ? 6 : 0,
            0,
            type == Types.DOUBLE,
            ResultSetMetaData.columnNullableUnknown,
            false));
  }

  private static int jdbcType(DataType type) {
    return switch (type) {
      case STRING -> Types.VARCHAR;
      case NUMBER -> Types.DOUBLE;
      case BOOLEAN -> Types.BOOLEAN;
      case DATETIME -> Types.TIMESTAMP;
    };
  }

  /** YES, NO, or nothing if that is not known. */
  String isNullable() {
    return switch (nullability) {
      case ResultSetMetaData.columnNoNulls -> "NO";
      case ResultSetMetaData.columnNullable -> "YES";
      default -> "";
    };
  }
}
