package io.calque.warehouse;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBReadableVector;

/**
 * One column of {@link DuckDbChunks}. The values are of the same classes as those of the driver's
 * result set.
 */
final class DuckDbChunkColumn {
  /** What vectors can be read of; of the others, the driver (2.0.0.1) makes no vectors at all. */
  private static final Set<String> READABLE =
      Set.of(
          "BOOLEAN",
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE",
          "DATE",
          "TIMESTAMP",
          "TIMESTAMP_S",
          "TIMESTAMP_MS",
          "TIMESTAMP_NS",
          "TIMESTAMP WITH TIME ZONE",
          "VARCHAR",
          "JSON");

  private static final Set<DuckDBColumnType> INTEGERS =
      EnumSet.of(
          DuckDBColumnType.TINYINT,
          DuckDBColumnType.UTINYINT,
          DuckDBColumnType.SMALLINT,
          DuckDBColumnType.USMALLINT,
          DuckDBColumnType.INTEGER,
          DuckDBColumnType.UINTEGER,
          DuckDBColumnType.BIGINT);

  private static final Set<DuckDBColumnType> OTHER_NUMBERS =
      EnumSet.of(DuckDBColumnType.BOOLEAN, DuckDBColumnType.FLOAT, DuckDBColumnType.DOUBLE);

  private final DuckDBColumnType type;
  private final boolean isInteger;
  private final boolean isNumber;
  private final boolean isFloating;
  private DuckDBReadableVector vector;
  private int rows;
  private boolean isCopied;
  private boolean hasNulls;
  private boolean[] nulls = {};
  private long[] integers = {};
  private double[] fractions = {};

  DuckDbChunkColumn(WarehouseColumn column) {
    this.type = type(column.typeName().toUpperCase(Locale.ROOT));
    this.isInteger = INTEGERS.contains(type);
    this.isNumber = isInteger || OTHER_NUMBERS.contains(type);
    this.isFloating = type == DuckDBColumnType.FLOAT || type == DuckDBColumnType.DOUBLE;
  }

  private static DuckDBColumnType type(String typeName) {
    if (typeName.startsWith("DECIMAL")) {
      return DuckDBColumnType.DECIMAL;
    }
    return typeName.equals("JSON")
        ? DuckDBColumnType.VARCHAR
        : DuckDBColumnType.valueOf(typeName.replace(' ', '_'));
  }

  /** Whether columns of a type can be read, given DuckDB's name of it in upper case. */
  static boolean canRead(String typeName) {
    return READABLE.contains(typeName) || typeName.startsWith("DECIMAL") && !typeName.endsWith("]");
  }

  /** Goes to another chunk. */
  void use(DuckDBReadableVector newVector, int newRows) {
    vector = newVector;
    rows = newRows;
    isCopied = false;
  }

  boolean isAsExpected() {
    return vector.getType() == type;
  }

  /** Whether it holds whole numbers that fit into a long. */
  boolean isInteger() {
    return isInteger;
  }

  /** Whether its values can be copied: such integers, floating-point numbers and truth values. */
  boolean isNumber() {
    return isNumber;
  }

  boolean isCopied() {
    return isCopied;
  }

  /** Copies the numbers of the chunk, which are read without the chunk from then on. */
  void copy() throws SQLException {
    if (nulls.length < rows) {
      nulls = new boolean[rows];
      fractions = isFloating ? new double[rows] : fractions;
      integers = isFloating ? integers : new long[rows];
    }
    DuckDbVectorMemory memory = DuckDbInternals.memory(vector);
    hasNulls = memory.nulls(nulls, rows);
    if (isFloating) {
      memory.fractions(type, fractions, rows);
    } else {
      memory.integers(type, integers, rows);
    }
    for (int row = 0; hasNulls && row < rows; row++) {
      if (nulls[row] && isFloating) {
        fractions[row] = 0;
      } else if (nulls[row]) {
        integers[row] = 0;
      }
    }
    isCopied = true;
  }

  boolean isNull(int row) {
    return hasNulls && nulls[row];
  }

  /** An integer or truth value of the copied chunk; 0 for NULL. */
  long integer(int row) {
    return integers[row];
  }

  /** A floating-point number of the copied chunk; 0 for NULL. */
  double fraction(int row) {
    return fractions[row];
  }

  /** An integer, floating-point number or truth value of the copied chunk, which is not NULL. */
  Object number(int row) {
    return switch (type) {
      case BOOLEAN -> integers[row] != 0;
      case TINYINT -> (byte) integers[row];
      case UTINYINT, SMALLINT -> (short) integers[row];
      case USMALLINT, INTEGER -> (int) integers[row];
      case FLOAT -> (float) fractions[row];
      case DOUBLE -> fractions[row];
      default -> integers[row];
    };
  }

  /** A value of any other kind, read from the chunk itself; null for NULL. */
  Object value(int row) throws SQLException {
    if (vector.isNull(row)) {
      return null;
    }
    return switch (type) {
      case UBIGINT -> vector.getUint64(row);
      case HUGEINT -> vector.getHugeInt(row);
      case UHUGEINT -> vector.getUHugeInt(row);
      case DECIMAL -> vector.getBigDecimal(row);
      case DATE -> vector.getLocalDate(row);
      case TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS -> vector.getLocalDateTime(row);
      case TIMESTAMP_WITH_TIME_ZONE -> vector.getOffsetDateTime(row);
      case VARCHAR -> vector.getString(row);
      default -> throw new SQLException("a column of type " + type + " cannot be read in chunks");
    };
  }
}
