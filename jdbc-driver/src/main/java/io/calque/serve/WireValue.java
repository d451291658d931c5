package io.calque.serve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.calcite.avatica.ColumnMetaData.Rep;

/**
 * How a column travels: the type and representation that the client is told, and how a value is
 * read. Avatica's protocol knows no time zone in dates and times, and nothing below milliseconds;
 * of what it does not know at all, the text is sent.
 */
enum WireValue {
  TRUTH(Types.BOOLEAN, Rep.BOOLEAN, Boolean.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      boolean value = row.getBoolean(column);
      return row.wasNull() ? null : value;
    }
  },
  INTEGER(Types.INTEGER, Rep.INTEGER, Integer.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      int value = row.getInt(column);
      return row.wasNull() ? null : value;
    }
  },
  LONG(Types.BIGINT, Rep.LONG, Long.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      long value = row.getLong(column);
      return row.wasNull() ? null : value;
    }
  },
  FLOAT(Types.REAL, Rep.FLOAT, Float.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      float value = row.getFloat(column);
      return row.wasNull() ? null : value;
    }
  },
  DOUBLE(Types.DOUBLE, Rep.DOUBLE, Double.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      double value = row.getDouble(column);
      return row.wasNull() ? null : value;
    }
  },
  DECIMAL(Types.DECIMAL, Rep.NUMBER, BigDecimal.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getBigDecimal(column);
    }
  },
  TEXT(Types.VARCHAR, Rep.STRING, String.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }
  },
  BYTES(Types.VARBINARY, Rep.BYTE_STRING, byte[].class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getBytes(column);
    }
  },
  DATE(Types.DATE, Rep.INTEGER, Date.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      LocalDate value = row.getObject(column, LocalDate.class);
      return value == null ? null : inRange(value, value.toEpochDay());
    }

    private int inRange(LocalDate value, long days) throws SQLException {
      if (days != (int) days) {
        throw new SQLException(value + " is beyond what Avatica's protocol can carry", "22008");
      }
      return (int) days;
    }
  },
  TIME(Types.TIME, Rep.INTEGER, Time.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      LocalTime value = row.getObject(column, LocalTime.class);
      return value == null ? null : (int) (value.toNanoOfDay() / NANOS_PER_MILLI);
    }
  },
  TIMESTAMP(Types.TIMESTAMP, Rep.LONG, Timestamp.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      LocalDateTime value = row.getObject(column, LocalDateTime.class);
      return value == null ? null : value.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
  },
  /** As text: of this type Avatica's client has none but refusals for who asks for an object. */
  TIMESTAMP_WITH_ZONE(Types.VARCHAR, Rep.STRING, String.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
      return value == null ? null : value.toString();
    }
  },
  /** As text, for the same reason. */
  TIME_WITH_ZONE(Types.VARCHAR, Rep.STRING, String.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      OffsetTime value = row.getObject(column, OffsetTime.class);
      return value == null ? null : value.toString();
    }
  },
  ARRAY(Types.ARRAY, Rep.ARRAY, Array.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      Array value = row.getArray(column);
      return value == null ? null : elements(value);
    }
  },
  OTHER(Types.OTHER, Rep.OBJECT, String.class) {
    @Override
    Object read(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }
  };

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final int jdbcType;
  private final Rep representation;
  private final Class<?> javaClass;

  WireValue(int jdbcType, Rep representation, Class<?> javaClass) {
    this.jdbcType = jdbcType;
    this.representation = representation;
    this.javaClass = javaClass;
  }

  /** The value of a column of the current row, as Avatica's frames take it; null for NULL. */
  abstract Object read(ResultSet row, int column) throws SQLException;

  /** The JDBC type that the client is told, unless the column's own is as good. */
  int jdbcType() {
    return jdbcType;
  }

  Rep representation() {
    return representation;
  }

  /** The class that the client's {@code getObject} gives. */
  String className() {
    return javaClass.getName();
  }

  /** Whether it is a whole number of at most 64 bits. */
  boolean isInteger() {
    return this == INTEGER || this == LONG;
  }

  /** Whether it has seconds. */
  boolean isTime() {
    return this == TIME || this == TIMESTAMP;
  }

  /** How columns of that JDBC type travel. */
  static WireValue of(int jdbcType) {
    return switch (jdbcType) {
      case Types.BOOLEAN, Types.BIT -> TRUTH;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> INTEGER;
      case Types.BIGINT -> LONG;
      case Types.REAL -> FLOAT;
      case Types.FLOAT, Types.DOUBLE -> DOUBLE;
      case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB ->
          TEXT;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TIMESTAMP -> TIMESTAMP;
      case Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMP_WITH_ZONE;
      case Types.TIME_WITH_TIMEZONE -> TIME_WITH_ZONE;
      case Types.ARRAY -> ARRAY;
      default -> OTHER;
    };
  }

  private static List<Object> elements(Array array) throws SQLException {
    List<Object> elements = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      elements.add(element(element));
    }
    return elements;
  }

  /** An element says itself what it is, as a result's description says nothing of elements. */
  private static Object element(Object value) throws SQLException {
    if (value instanceof Array nested) {
      return elements(nested);
    }
    if (value instanceof Object[] nested) {
      return all(Arrays.asList(nested));
    }
    if (value instanceof Collection<?> nested) {
      return all(nested);
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
    return isPlain ? value : value.toString();
  }

  private static List<Object> all(Collection<?> values) throws SQLException {
    List<Object> elements = new ArrayList<>();
    for (Object value : values) {
      elements.add(element(value));
    }
    return elements;
  }

  /** About how many bytes a value takes. */
  static long size(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof byte[] bytes) {
      // Sent as bytes and, for older clients, as text.
      return bytes.length * 3L;
    }
    if (value instanceof List<?> elements) {
      return elements.stream().mapToLong(WireValue::size).sum();
    }
    return Long.BYTES;
  }
}
