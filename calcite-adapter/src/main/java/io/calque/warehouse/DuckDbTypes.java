package io.calque.warehouse;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * DuckDB's types as JDBC should see them. DuckDB calls its widest integers, enumerations and JSON
 * {@code OTHER}, on which tools choke, and gives no display sizes.
 */
final class DuckDbTypes {
  /**
   * Those that a column of a result can have, with what is written in front of a literal. Of those
   * that are alike in JDBC, the one that is most like JDBC's comes first.
   */
  static final List<WarehouseType> ALL =
      Stream.of(
              "BOOLEAN TINYINT SMALLINT INTEGER BIGINT DECIMAL HUGEINT UTINYINT USMALLINT UINTEGER"
                  + " UBIGINT UHUGEINT FLOAT DOUBLE VARCHAR JSON UUID BIT DATE TIME TIMESTAMP"
                  + " INTERVAL BLOB ENUM STRUCT MAP INTEGER[]",
              "TIME WITH TIME ZONE",
              "TIMESTAMP WITH TIME ZONE")
          .flatMap(
              names -> names.contains(" WITH ") ? Stream.of(names) : Stream.of(names.split(" ")))
          .map(DuckDbTypes::type)
          .toList();

  private static final int LARGEST_SCALE = 38;

  /** The digits of seconds, unless a type's name says another number. */
  private static final int MICROS = 6;

  private DuckDbTypes() {}

  private static WarehouseType type(String name) {
    boolean decimal = name.equals("DECIMAL");
    WarehouseColumn column = column(name, name, Types.OTHER, decimal ? LARGEST_SCALE : 0, 0);
    boolean number =
        List.of(
                Types.TINYINT,
                Types.SMALLINT,
                Types.INTEGER,
                Types.BIGINT,
                Types.REAL,
                Types.DOUBLE,
                Types.DECIMAL)
            .contains(column.jdbcType());
    boolean quoted = !number && !name.matches("BOOLEAN|STRUCT|MAP|.*]");
    String word = name.matches("VARCHAR|ENUM") ? "" : name + " ";
    return new WarehouseType(
        name.equals("INTEGER[]") ? "LIST" : name,
        column.jdbcType(),
        column.precision(),
        quoted ? Optional.of(word + "'") : Optional.empty(),
        quoted ? Optional.of("'") : Optional.empty(),
        decimal ? Optional.of("precision,scale") : Optional.empty(),
        name.equals("VARCHAR") || name.equals("ENUM"),
        number && !column.signed(),
        decimal ? LARGEST_SCALE : 0,
        number);
  }

  static WarehouseColumn column(ResultSetMetaData metaData, int index) throws SQLException {
    return column(
        metaData.getColumnName(index),
        metaData.getColumnTypeName(index),
        metaData.getColumnType(index),
        metaData.getPrecision(index),
        metaData.getScale(index));
  }

  /**
   * A column or parameter.
   *
   * @param typeName DuckDB's name of the type, such as {@code DECIMAL(10,2)} or {@code INTEGER[]}
   */
  static WarehouseColumn column(
      String name, String typeName, int jdbcType, int precision, int scale) {
    String kind = typeName.toUpperCase(Locale.ROOT);
    return switch (kind) {
      case "HUGEINT" -> number(name, typeName, Types.DECIMAL, BigDecimal.class, 38, 0, true, true);
      case "UHUGEINT" ->
          number(name, typeName, Types.DECIMAL, BigDecimal.class, 39, 0, false, true);
      case "UBIGINT" -> number(name, typeName, Types.DECIMAL, BigDecimal.class, 20, 0, false, true);
      case "UTINYINT" -> number(name, typeName, Types.SMALLINT, Integer.class, 3, 0, false, false);
      case "USMALLINT" -> number(name, typeName, Types.INTEGER, Integer.class, 5, 0, false, false);
      case "UINTEGER" -> number(name, typeName, Types.BIGINT, Long.class, 10, 0, false, false);
      case "TINYINT" -> number(name, typeName, Types.TINYINT, Integer.class, 3, 0, true, false);
      case "SMALLINT" -> number(name, typeName, Types.SMALLINT, Integer.class, 5, 0, true, false);
      case "INTEGER" -> number(name, typeName, Types.INTEGER, Integer.class, 10, 0, true, false);
      case "BIGINT" -> number(name, typeName, Types.BIGINT, Long.class, 19, 0, true, false);
      case "FLOAT" -> number(name, typeName, Types.REAL, Float.class, 7, 0, true, false);
      case "DOUBLE" -> number(name, typeName, Types.DOUBLE, Double.class, 15, 0, true, false);
      case "BOOLEAN" -> other(name, typeName, Types.BOOLEAN, Boolean.class, 1, 5);
      case "DATE" -> other(name, typeName, Types.DATE, Date.class, 10, 10);
      case "TIME", "TIME_NS" -> time(name, typeName, Types.TIME, Time.class, 15, 15);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          time(name, typeName, Types.TIMESTAMP, Timestamp.class, 26, 29);
      case "TIMESTAMP WITH TIME ZONE" ->
          time(name, typeName, Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class, 32, 35);
      case "TIME WITH TIME ZONE" ->
          time(name, typeName, Types.TIME_WITH_TIMEZONE, OffsetTime.class, 21, 21);
      case "VARCHAR", "ENUM", "JSON", "INTERVAL", "BIT", "BIGNUM", "\"NULL\"" ->
          other(name, typeName, Types.VARCHAR, String.class, 0, WarehouseColumn.UNBOUNDED);
      case "UUID" -> other(name, typeName, Types.OTHER, UUID.class, 36, 36);
      case "BLOB", "GEOMETRY" ->
          other(name, typeName, Types.BLOB, Blob.class, 0, WarehouseColumn.UNBOUNDED);
      default -> composed(name, typeName, kind, jdbcType, precision, scale);
    };
  }

  private static WarehouseColumn composed(
      String name, String typeName, String kind, int jdbcType, int precision, int scale) {
    if (kind.endsWith("]")) {
      return other(name, typeName, Types.ARRAY, Array.class, 0, WarehouseColumn.UNBOUNDED);
    }
    if (kind.startsWith("DECIMAL")) {
      return number(name, typeName, Types.DECIMAL, BigDecimal.class, precision, scale, true, false);
    }
    if (kind.startsWith("STRUCT")) {
      return other(name, typeName, Types.STRUCT, Struct.class, 0, WarehouseColumn.UNBOUNDED);
    }
    if (kind.startsWith("ENUM")) {
      return other(name, typeName, Types.VARCHAR, String.class, 0, WarehouseColumn.UNBOUNDED);
    }
    if (kind.startsWith("MAP")) {
      return other(name, typeName, Types.OTHER, Map.class, 0, WarehouseColumn.UNBOUNDED);
    }
    return other(name, typeName, jdbcType, Object.class, 0, WarehouseColumn.UNBOUNDED);
  }

  private static WarehouseColumn number(
      String name,
      String typeName,
      int jdbcType,
      Class<?> javaClass,
      int precision,
      int scale,
      boolean signed,
      boolean asDecimal) {
    int sign = signed ? 1 : 0;
    int point = scale > 0 ? 1 : 0;
    int display = javaClass == Double.class ? 24 : javaClass == Float.class ? 14 : precision;
    return new WarehouseColumn(
        name,
        jdbcType,
        typeName,
        javaClass.getName(),
        precision,
        scale,
        display + sign + point,
        signed,
        ResultSetMetaData.columnNullableUnknown,
        asDecimal);
  }

  /** With the digits of its seconds as scale, without which tools cut them off. */
  private static WarehouseColumn time(
      String name,
      String typeName,
      int jdbcType,
      Class<?> javaClass,
      int precision,
      int displaySize) {
    String kind = typeName.toUpperCase(Locale.ROOT);
    int digits =
        kind.endsWith("_NS") ? 9 : kind.endsWith("_MS") ? 3 : kind.endsWith("_S") ? 0 : MICROS;
    return column(name, typeName, jdbcType, javaClass, precision, digits, displaySize);
  }

  private static WarehouseColumn other(
      String name,
      String typeName,
      int jdbcType,
      Class<?> javaClass,
      int precision,
      int displaySize) {
    return column(name, typeName, jdbcType, javaClass, precision, 0, displaySize);
  }

  private static WarehouseColumn column(
      String name,
      String typeName,
      int jdbcType,
      Class<?> javaClass,
      int precision,
      int scale,
      int displaySize) {
    return new WarehouseColumn(
        name,
        jdbcType,
        typeName,
        javaClass.getName(),
        precision,
        scale,
        displaySize,
        false,
        ResultSetMetaData.columnNullableUnknown,
        false);
  }
}
