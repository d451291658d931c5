package io.calque.jdbc;

import io.calque.warehouse.Rows;
import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseCursor;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;

/**
 * One column of the warehouse's current row. The usual getters on numbers go straight to the
 * warehouse's result set; all others convert.
 */
final class WarehouseAccessor extends ValueAccessor {
  private final WarehouseCursor cursor;
  private final Rows row;
  private final WarehouseColumn column;
  private final int index;

  /** How wide an integer column is; more than a long's if it is none. */
  private final int integerBytes;

  private final boolean isFloating;

  WarehouseAccessor(WarehouseCursor cursor, WarehouseColumn column, int index) {
    this.cursor = cursor;
    this.row = cursor.row();
    this.column = column;
    this.index = index;
    this.integerBytes =
        switch (column.jdbcType()) {
          case Types.TINYINT -> Byte.BYTES;
          case Types.SMALLINT -> Short.BYTES;
          case Types.INTEGER -> Integer.BYTES;
          case Types.BIGINT -> Long.BYTES;
          default -> Long.BYTES + 1;
        };
    this.isFloating = column.jdbcType() == Types.DOUBLE || column.jdbcType() == Types.REAL;
  }

  @FunctionalInterface
  private interface Read<T> {
    T read() throws SQLException;
  }

  /** An error of the warehouse's driver becomes one of Calque's; a defect of it, too. Boxes. */
  private <T> T read(Read<T> reading) throws SQLException {
    try {
      return reading.read();
    } catch (SQLException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private SQLException unreadable(Exception e) {
    return cursor.unreadable(
        e instanceof SQLException reported
            ? reported
            : new SQLException("the warehouse's driver failed: " + e, e));
  }

  @Override
  public boolean wasNull() throws SQLException {
    return row.wasNull();
  }

  @Override
  protected Object raw() throws SQLException {
    return read(
        () -> {
          Object value = row.getObject(index);
          return column.jdbcType() == Types.VARCHAR && value != null && !(value instanceof String)
              ? row.getString(index)
              : value;
        });
  }

  /** The class that {@link WarehouseColumn#className} promises. */
  @Override
  public Object getObject() throws SQLException {
    Object value = raw();
    return switch (column.jdbcType()) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER ->
          Conversions.convert(value, Integer.class);
      case Types.BIGINT -> Conversions.convert(value, Long.class);
      case Types.DECIMAL, Types.NUMERIC -> Conversions.convert(value, BigDecimal.class);
      case Types.DATE -> Conversions.convert(value, Date.class);
      case Types.TIME -> Conversions.convert(value, Time.class);
      case Types.TIMESTAMP -> Conversions.convert(value, Timestamp.class);
      default -> value;
    };
  }

  @Override
  public String getString() throws SQLException {
    return switch (column.jdbcType()) {
      case Types.BOOLEAN,
          Types.TIMESTAMP,
          Types.TIMESTAMP_WITH_TIMEZONE,
          Types.DECIMAL,
          Types.NUMERIC ->
          super.getString();
      default -> read(() -> row.getString(index));
    };
  }

  @Override
  public int getInt() throws SQLException {
    if (integerBytes > Integer.BYTES) {
      return super.getInt();
    }
    try {
      return row.getInt(index);
    } catch (SQLException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public long getLong() throws SQLException {
    if (integerBytes > Long.BYTES) {
      return super.getLong();
    }
    try {
      return row.getLong(index);
    } catch (SQLException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public double getDouble() throws SQLException {
    if (!isFloating) {
      return super.getDouble();
    }
    try {
      return row.getDouble(index);
    } catch (SQLException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean getBoolean() throws SQLException {
    return column.jdbcType() == Types.BOOLEAN
        ? read(() -> row.getBoolean(index))
        : super.getBoolean();
  }
}
