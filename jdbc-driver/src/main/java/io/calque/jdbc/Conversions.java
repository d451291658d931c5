package io.calque.jdbc;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Values of one Java class to values of another, by JDBC's tables B-5 and B-6 and somewhat beyond.
 */
final class Conversions {
  /** A conversion to one class; null if the value's class has no way there. */
  private interface Conversion {
    Object convert(Object value) throws SQLException;
  }

  private static final Map<Class<?>, Conversion> TO =
      Map.ofEntries(
          Map.entry(Boolean.class, Conversions::toBoolean),
          Map.entry(Byte.class, value -> integer(value).map(BigInteger::byteValueExact)),
          Map.entry(Short.class, value -> integer(value).map(BigInteger::shortValueExact)),
          Map.entry(Integer.class, value -> integer(value).map(BigInteger::intValueExact)),
          Map.entry(Long.class, value -> integer(value).map(BigInteger::longValueExact)),
          Map.entry(BigInteger.class, Conversions::integer),
          Map.entry(BigDecimal.class, Conversions::decimal),
          Map.entry(Float.class, value -> floating(value).map(Double::floatValue)),
          Map.entry(Double.class, Conversions::floating),
          Map.entry(String.class, value -> Optional.of(text(value))),
          Map.entry(byte[].class, Conversions::bytes),
          Map.entry(UUID.class, Conversions::uuid),
          Map.entry(java.time.LocalDate.class, Moments::toLocalDate),
          Map.entry(java.time.LocalTime.class, Moments::toLocalTime),
          Map.entry(java.time.LocalDateTime.class, Moments::toLocalDateTime),
          Map.entry(java.time.OffsetDateTime.class, Moments::toOffsetDateTime),
          Map.entry(java.time.OffsetTime.class, Moments::toOffsetTime),
          Map.entry(
              java.time.ZonedDateTime.class,
              value ->
                  Moments.toOffsetDateTime(value).map(java.time.OffsetDateTime::toZonedDateTime)),
          Map.entry(
              java.time.Instant.class,
              value -> Moments.toOffsetDateTime(value).map(java.time.OffsetDateTime::toInstant)),
          Map.entry(Date.class, value -> Moments.toLocalDate(value).map(Date::valueOf)),
          Map.entry(Time.class, value -> Moments.toLocalTime(value).map(Moments::toSqlTime)),
          Map.entry(Timestamp.class, Moments::toTimestamp),
          Map.entry(java.util.Date.class, Moments::toTimestamp),
          Map.entry(Array.class, Optional::of),
          Map.entry(Struct.class, Optional::of),
          Map.entry(Object[].class, Conversions::elements),
          Map.entry(
              List.class, value -> elements(value).map(Arrays::asList).map(Conversions::plain)),
          Map.entry(Map.class, Optional::of),
          Map.entry(Character.class, Conversions::character),
          Map.entry(java.net.URI.class, value -> Optional.of(java.net.URI.create(text(value)))),
          Map.entry(java.time.Year.class, value -> integer(value).map(Conversions::year)),
          Map.entry(Object.class, Optional::of));

  /** The class that a JDBC type asks for as a parameter. */
  private static final Map<Integer, Class<?>> BY_TYPE =
      Map.ofEntries(
          Map.entry(Types.BIT, Boolean.class),
          Map.entry(Types.BOOLEAN, Boolean.class),
          Map.entry(Types.TINYINT, Byte.class),
          Map.entry(Types.SMALLINT, Short.class),
          Map.entry(Types.INTEGER, Integer.class),
          Map.entry(Types.BIGINT, Long.class),
          Map.entry(Types.REAL, Float.class),
          Map.entry(Types.FLOAT, Double.class),
          Map.entry(Types.DOUBLE, Double.class),
          Map.entry(Types.NUMERIC, BigDecimal.class),
          Map.entry(Types.DECIMAL, BigDecimal.class),
          Map.entry(Types.CHAR, String.class),
          Map.entry(Types.VARCHAR, String.class),
          Map.entry(Types.LONGVARCHAR, String.class),
          Map.entry(Types.NCHAR, String.class),
          Map.entry(Types.NVARCHAR, String.class),
          Map.entry(Types.LONGNVARCHAR, String.class),
          Map.entry(Types.BINARY, byte[].class),
          Map.entry(Types.VARBINARY, byte[].class),
          Map.entry(Types.LONGVARBINARY, byte[].class),
          Map.entry(Types.BLOB, byte[].class),
          Map.entry(Types.CLOB, String.class),
          Map.entry(Types.NCLOB, String.class),
          Map.entry(Types.DATE, java.time.LocalDate.class),
          Map.entry(Types.TIME, java.time.LocalTime.class),
          Map.entry(Types.TIMESTAMP, java.time.LocalDateTime.class),
          Map.entry(Types.TIMESTAMP_WITH_TIMEZONE, java.time.OffsetDateTime.class),
          Map.entry(Types.TIME_WITH_TIMEZONE, java.time.OffsetTime.class));

  private Conversions() {}

  /**
   * A value as another class.
   *
   * @param value null stays null
   * @throws SQLException with SQLSTATE 22003 or 22018 if the value does not fit, 22005 if the
   *     classes do not
   */
  static <T> T convert(Object value, Class<T> wanted) throws SQLException {
    if (value == null || wanted.isInstance(value)) {
      return wanted.cast(value);
    }
    if (wanted.isPrimitive()) {
      @SuppressWarnings("unchecked")
      T boxed = (T) convert(value, MethodType.methodType(wanted).wrap().returnType());
      return boxed;
    }
    try {
      Conversion conversion = TO.get(wanted);
      if (conversion != null && conversion.convert(value) instanceof Optional<?> result) {
        return wanted.cast(
            result
                .filter(wanted::isInstance)
                .orElseThrow(() -> new ClassCastException(value.getClass().getName())));
      }
    } catch (ArithmeticException e) {
      throw failure("does not fit into " + wanted.getSimpleName(), "22003", e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw failure("cannot be read as " + wanted.getSimpleName(), "22018", e);
    } catch (ClassCastException e) {
      throw failure(
          "%s cannot be turned into %s"
              .formatted(value.getClass().getSimpleName(), wanted.getSimpleName()),
          "22005",
          e);
    }
    throw failure(
        "%s cannot be turned into %s"
            .formatted(value.getClass().getSimpleName(), wanted.getSimpleName()),
        "22005",
        null);
  }

  /**
   * A parameter's value as a JDBC type asks for it; types that are not in JDBC's table change
   * nothing.
   */
  static Object toType(Object value, int jdbcType) throws SQLException {
    Class<?> wanted = BY_TYPE.get(jdbcType);
    return wanted == null ? value : convert(value, wanted);
  }

  private static SQLException failure(String what, String sqlState, RuntimeException cause) {
    ErrorCode code = ErrorCode.WAREHOUSE_ERROR;
    return new SQLException(
        CalqueException.of(code, "a value " + what).getMessage(), sqlState, code.number(), cause);
  }

  private static Optional<Boolean> toBoolean(Object value) {
    if (value instanceof Number number) {
      return Optional.of(new BigDecimal(number.toString()).signum() != 0);
    }
    return switch (String.valueOf(value).strip().toLowerCase(java.util.Locale.ROOT)) {
      case "true", "t", "1", "yes", "y", "on" -> Optional.of(true);
      case "false", "f", "0", "no", "n", "off" -> Optional.of(false);
      default -> throw new NumberFormatException(value.getClass().getSimpleName());
    };
  }

  /** Fractions are cut off, as JDBC's getters do. */
  private static Optional<BigInteger> integer(Object value) {
    return decimal(value).map(BigDecimal::toBigInteger);
  }

  private static Optional<BigDecimal> decimal(Object value) {
    if (value instanceof BigInteger integer) {
      return Optional.of(new BigDecimal(integer));
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw new ArithmeticException(value + " is no decimal number");
      }
      return Optional.of(new BigDecimal(value.toString()));
    }
    if (value instanceof Boolean truth) {
      return Optional.of(truth ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    return value instanceof Number || value instanceof CharSequence
        ? Optional.of(new BigDecimal(value.toString().strip()))
        : Optional.empty();
  }

  private static Optional<Double> floating(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    if (value instanceof CharSequence) {
      return Optional.of(Double.valueOf(value.toString().strip()));
    }
    return decimal(value).map(BigDecimal::doubleValue);
  }

  private static String text(Object value) throws SQLException {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, Math.toIntExact(clob.length()));
    }
    if (value instanceof byte[] bytes) {
      return java.util.HexFormat.of().formatHex(bytes);
    }
    return Moments.text(value).orElseGet(value::toString);
  }

  private static Optional<byte[]> bytes(Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return Optional.of(blob.getBytes(1, Math.toIntExact(blob.length())));
    }
    return value instanceof CharSequence
        ? Optional.of(value.toString().getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static java.time.Year year(BigInteger number) {
    return java.time.Year.of(number.intValueExact());
  }

  private static Optional<Character> character(Object value) throws SQLException {
    String text = text(value);
    if (text.length() != 1) {
      throw new ArithmeticException("not one character");
    }
    return Optional.of(text.charAt(0));
  }

  /** The elements of a list, or the fields of a structure. */
  private static Optional<Object[]> elements(Object value) throws SQLException {
    if (value instanceof Array array) {
      return Optional.of((Object[]) array.getArray());
    }
    return value instanceof Struct struct ? Optional.of(struct.getAttributes()) : Optional.empty();
  }

  /** With lists in lists as lists, too. */
  private static List<Object> plain(List<Object> elements) {
    List<Object> plain = new ArrayList<>();
    for (Object element : elements) {
      try {
        plain.add(element instanceof Array ? convert(element, List.class) : element);
      } catch (SQLException e) {
        throw new ClassCastException(e.getMessage());
      }
    }
    return plain;
  }

  private static Optional<UUID> uuid(Object value) {
    try {
      return value instanceof CharSequence
          ? Optional.of(UUID.fromString(value.toString().strip()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      NumberFormatException unreadable = new NumberFormatException("no UUID");
      unreadable.initCause(e);
      throw unreadable;
    }
  }
}
