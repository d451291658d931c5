package io.calque.corpus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.duckdb.JsonNode;

/**
 * Values as text in which two results are equal exactly if they are the same SQL values.
 *
 * <p>Two drivers may hand out one value as different classes (HUGEINT as {@code BigInteger} or as
 * {@code BigDecimal} without a scale, a timestamp as {@code Timestamp} or {@code LocalDateTime},
 * JSON as text or as a class of DuckDB's); those become one. What SQL tells apart stays apart: the
 * scale of a decimal, a double against a decimal, text against a number. Doubles keep 12 digits, as
 * their sums depend on the order of the rows.
 */
final class CanonicalValue {
  private static final MathContext DOUBLE_DIGITS = new MathContext(12);

  private CanonicalValue() {}

  static String of(Object value) throws SQLException {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof String || value instanceof Character || value instanceof JsonNode) {
      return "'" + value + "'";
    }
    if (value instanceof Number number) {
      return ofNumber(number);
    }
    if (value instanceof Timestamp timestamp) {
      return "timestamp " + timestamp.toLocalDateTime();
    }
    if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    if (value instanceof Time time) {
      long millis = Math.floorMod(time.getTime(), 1_000L);
      return time.toLocalTime().plus(millis, ChronoUnit.MILLIS).toString();
    }
    if (value instanceof LocalDateTime local) {
      return "timestamp " + local;
    }
    if (value instanceof OffsetDateTime offset) {
      return "instant " + offset.toInstant();
    }
    return ofNested(value);
  }

  private static String ofNumber(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double d = number.doubleValue();
      if (Double.isNaN(d) || Double.isInfinite(d)) {
        return "double " + d;
      }
      BigDecimal rounded = new BigDecimal(number.toString()).round(DOUBLE_DIGITS);
      return "double " + (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString());
    }
    if (number instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return new BigInteger(number.toString()).toString();
  }

  private static String ofNested(Object value) throws SQLException {
    if (value instanceof Struct struct) {
      return "struct" + ofAll(Arrays.asList(struct.getAttributes()));
    }
    if (value instanceof Array array) {
      return "list" + ofAll(Arrays.asList((Object[]) array.getArray()));
    }
    if (value instanceof Collection<?> list) {
      return "list" + ofAll(list);
    }
    if (value instanceof Object[] array) {
      return "list" + ofAll(Arrays.asList(array));
    }
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        entries.add(of(entry.getKey()) + "=" + of(entry.getValue()));
      }
      return "map" + entries;
    }
    if (value instanceof Blob blob) {
      return "bytes " + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof byte[] bytes) {
      return "bytes " + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Clob clob) {
      return "'" + clob.getSubString(1, (int) clob.length()) + "'";
    }
    return value.toString();
  }

  private static String ofAll(Collection<?> values) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(of(value));
    }
    return texts.toString();
  }
}
