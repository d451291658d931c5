package io.calque.cli;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as text, without Java's own flavour: {@code 2026-01-31 12:00:00}, never {@code 1E+2}. */
final class Values {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private Values() {}

  /** The text of a value that is not null. */
  static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Timestamp timestamp) {
      return TIMESTAMP.format(timestamp.toLocalDateTime());
    }
    if (value instanceof LocalDateTime timestamp) {
      return TIMESTAMP.format(timestamp);
    }
    Object plain = plain(value);
    if (plain instanceof byte[] bytes) {
      return "0x" + HexFormat.of().formatHex(bytes);
    }
    if (plain instanceof List<?> list) {
      return list.stream().map(Values::nested).collect(Collectors.joining(", ", "[", "]"));
    }
    if (plain instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> nested(entry.getKey()) + ": " + nested(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return plain.toString();
  }

  /**
   * The same value; what only lives with its result is read: JDBC's arrays and structs become
   * lists, large objects what is in them.
   */
  static Object plain(Object value) {
    try {
      if (value instanceof Array array) {
        return list((Object[]) array.getArray());
      }
      if (value instanceof Struct struct) {
        return list(struct.getAttributes());
      }
      if (value instanceof Blob blob) {
        return blob.getBytes(1, (int) blob.length());
      }
      if (value instanceof Clob clob) {
        return clob.getSubString(1, (int) clob.length());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a value cannot be read", e);
    }
    return value instanceof Object[] array ? list(array) : value;
  }

  /** Unlike {@code List.of}, this takes nulls. */
  private static List<Object> list(Object[] items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  private static String nested(Object value) {
    return value == null ? "NULL" : text(value);
  }
}
