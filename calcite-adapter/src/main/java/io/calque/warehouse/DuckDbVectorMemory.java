package io.calque.warehouse;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBColumnType;

/**
 * The numbers of one column of a chunk as they lie in DuckDB's own memory. Copied from there in one
 * go they cost a tenth of what asking the driver for each does. To be touched while the chunk is
 * open, and at no other time.
 *
 * @param data the values one after the other, whatever they are where one is NULL
 * @param validity a bit for each row, 0 for NULL; null if no row is NULL
 */
record DuckDbVectorMemory(ByteBuffer data, ByteBuffer validity) {
  /** All rows of a word are there. */
  private static final long NO_NULLS = -1;

  /**
   * Notes for each row whether it is NULL.
   *
   * @return whether any is; if not, nothing is noted
   */
  boolean nulls(boolean[] into, int rows) {
    boolean any = false;
    for (int first = 0; validity != null && first < rows; first += Long.SIZE) {
      long word = validity.getLong(first / Long.SIZE * Long.BYTES);
      if (word != NO_NULLS && !any) {
        Arrays.fill(into, 0, first, false);
        any = true;
      }
      for (int row = first; any && row < Math.min(rows, first + Long.SIZE); row++) {
        into[row] = (word >>> row - first & 1) == 0;
      }
    }
    return any;
  }

  /** Copies whole numbers; truth values become 0 and 1. */
  void integers(DuckDBColumnType type, long[] into, int rows) throws SQLException {
    switch (type) {
      case BIGINT -> whole().asLongBuffer().get(into, 0, rows);
      case INTEGER -> {
        for (int row = 0; row < rows; row++) {
          into[row] = data.getInt(row * Integer.BYTES);
        }
      }
      case UINTEGER -> {
        for (int row = 0; row < rows; row++) {
          into[row] = Integer.toUnsignedLong(data.getInt(row * Integer.BYTES));
        }
      }
      case SMALLINT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = data.getShort(row * Short.BYTES);
        }
      }
      case USMALLINT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = Short.toUnsignedLong(data.getShort(row * Short.BYTES));
        }
      }
      case TINYINT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = data.get(row);
        }
      }
      case UTINYINT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = Byte.toUnsignedLong(data.get(row));
        }
      }
      case BOOLEAN -> {
        for (int row = 0; row < rows; row++) {
          into[row] = data.get(row) == 0 ? 0 : 1;
        }
      }
      default -> throw noNumbers(type);
    }
  }

  /** Copies floating-point numbers. */
  void fractions(DuckDBColumnType type, double[] into, int rows) throws SQLException {
    switch (type) {
      case DOUBLE -> whole().asDoubleBuffer().get(into, 0, rows);
      case FLOAT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = data.getFloat(row * Float.BYTES);
        }
      }
      default -> throw noNumbers(type);
    }
  }

  private static SQLException noNumbers(DuckDBColumnType type) {
    return new SQLException("a column of type " + type + " holds no such numbers");
  }

  /** All of the data, without moving the driver's position in it. */
  private ByteBuffer whole() {
    return data.duplicate().order(data.order()).rewind();
  }
}
