package io.calque.warehouse;

import io.calque.model.DataType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/**
 * A column of a warehouse's result, or a parameter, in JDBC's terms.
 *
 * @param name as the warehouse calls it
 * @param jdbcType of {@link Types}
 * @param typeName the warehouse's own name of the type
 * @param className of what {@code getObject} returns
 * @param precision digits, or characters, or bytes; 0 if that means nothing here
 * @param scale digits after the point; 0 if that means nothing here
 * @param displaySize in characters; what is unbounded counts as {@link #UNBOUNDED}
 * @param signed whether it is a number that may be negative
 * @param nullability one of {@link ResultSetMetaData#columnNoNulls} and its kind
 * @param asDecimal whether the warehouse's driver gives another class than JDBC has for the type
 *     shown, so that values are to be turned into {@code BigDecimal}
 */
public record WarehouseColumn(
    String name,
    int jdbcType,
    String typeName,
    String className,
    int precision,
    int scale,
    int displaySize,
    boolean signed,
    int nullability,
    boolean asDecimal) {
  private static final String UNKNOWN = "UNKNOWN";

  /** The display size of text without a bound: wide enough to read, narrow enough for a grid. */
  public static final int UNBOUNDED = 256;

  /** The same column, of which it is known whether it may be NULL. */
  WarehouseColumn nullable(boolean isNullable) {
    return new WarehouseColumn(
        name,
        jdbcType,
        typeName,
        className,
        precision,
        scale,
        displaySize,
        signed,
        isNullable ? ResultSetMetaData.columnNullable : ResultSetMetaData.columnNoNulls,
        asDecimal);
  }

  /** All columns of a result, as JDBC should see them. */
  static List<WarehouseColumn> all(WarehouseEngine engine, ResultSetMetaData metaData)
      throws SQLException {
    WarehouseColumn[] columns = new WarehouseColumn[metaData.getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = engine.column(metaData, i + 1);
    }
    return List.of(columns);
  }

  /** The same column with the nullability of another. */
  public WarehouseColumn asNullableAs(WarehouseColumn other) {
    return other.nullability == ResultSetMetaData.columnNullableUnknown
        ? this
        : nullable(other.nullability == ResultSetMetaData.columnNullable);
  }

  /** Whether its type is known. */
  public boolean isKnown() {
    return !typeName.equals(UNKNOWN);
  }

  /** A parameter or column of which nothing is known. */
  public static WarehouseColumn unknown(String name) {
    return new WarehouseColumn(
        name,
        Types.OTHER,
        UNKNOWN,
        Object.class.getName(),
        0,
        0,
        UNBOUNDED,
        false,
        ResultSetMetaData.columnNullableUnknown,
        false);
  }

  /**
   * What a model calls values of a type of {@link Types}; empty if it has no word for them, as for
   * TIME and ARRAY.
   */
  public static Optional<DataType> dataType(int jdbcType) {
    return switch (jdbcType) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR ->
          Optional.of(DataType.STRING);
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.NUMERIC,
          Types.DECIMAL ->
          Optional.of(DataType.NUMBER);
      case Types.BIT, Types.BOOLEAN -> Optional.of(DataType.BOOLEAN);
      case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          Optional.of(DataType.DATETIME);
      default -> Optional.empty();
    };
  }
}
