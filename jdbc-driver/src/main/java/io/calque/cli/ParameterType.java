package io.calque.cli;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the text of a parameter is read as. */
enum ParameterType {
  NUMBER("number") {
    @Override
    Object value(String text) {
      return new BigDecimal(text);
    }
  },
  BOOLEAN("boolean") {
    @Override
    Object value(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }
  },
  DATE("date, such as 2026-01-31") {
    @Override
    Object value(String text) {
      return LocalDate.parse(text);
    }
  },
  TIMESTAMP("timestamp, such as 2026-01-31 12:00:00") {
    @Override
    Object value(String text) {
      String iso = text.replace(' ', 'T');
      if (iso.indexOf('T') < 0) {
        return LocalDate.parse(iso).atStartOfDay();
      }
      boolean hasOffset = iso.endsWith("Z") || iso.lastIndexOf('-') > iso.indexOf('T');
      return hasOffset || iso.contains("+")
          ? (Object) OffsetDateTime.parse(iso)
          : LocalDateTime.parse(iso);
    }
  },
  TIME("time, such as 12:00:00") {
    @Override
    Object value(String text) {
      return LocalTime.parse(text);
    }
  },
  /** No value at all, whatever the text. */
  NULL("null") {
    @Override
    Object value(String text) {
      return null;
    }
  },
  TEXT("text") {
    @Override
    Object value(String text) {
      return text;
    }
  };

  /** As which a text is recognised that nobody gave a type, the first that fits. */
  private static final List<ParameterType> BY_LOOK =
      List.of(NUMBER, BOOLEAN, DATE, TIMESTAMP, TIME, TEXT);

  private final String what;

  ParameterType(String what) {
    this.what = what;
  }

  /**
   * The value.
   *
   * @throws DateTimeException if it is none
   * @throws IllegalArgumentException if it is none
   */
  abstract Object value(String text);

  /** The value, or empty if the text is none of this type. */
  Optional<Object> read(String text) {
    try {
      return Optional.ofNullable(value(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The type that goes to a parameter of the warehouse's; empty if any might. */
  static Optional<ParameterType> of(int jdbcType) {
    return switch (jdbcType) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          Optional.of(NUMBER);
      case Types.BOOLEAN, Types.BIT -> Optional.of(BOOLEAN);
      case Types.DATE -> Optional.of(DATE);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(TIMESTAMP);
      case Types.TIME -> Optional.of(TIME);
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NVARCHAR -> Optional.of(TEXT);
      default -> Optional.empty();
    };
  }

  /**
   * What a text looks like. What starts with a zero, such as a postcode, is no number; dates and
   * numbers have to be as SQL writes them.
   */
  static ParameterType byLook(String text) {
    return BY_LOOK.stream()
        .filter(type -> type != NUMBER || text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?"))
        .filter(type -> type.read(text).isPresent())
        .findFirst()
        .orElse(TEXT);
  }

  /** Its name and, where it needs one, an example. */
  String what() {
    return what;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
