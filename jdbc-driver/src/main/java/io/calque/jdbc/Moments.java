package io.calque.jdbc;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.Optional;

/**
 * Dates and times of one class to those of another. Where a time without a zone meets an instant,
 * the JVM's zone is meant, as JDBC has it. Empty where there is no way.
 */
final class Moments {
  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(java.util.Locale.ROOT);

  private static final DateTimeFormatter OFFSET_TEXT =
      new DateTimeFormatterBuilder()
          .append(TEXT)
          .appendOffset("+HH:mm", "+00:00")
          .toFormatter(java.util.Locale.ROOT);

  private Moments() {}

  static Optional<LocalDate> toLocalDate(Object value) {
    if (value instanceof LocalDate date) {
      return Optional.of(date);
    }
    if (value instanceof CharSequence text && text.toString().strip().length() == 10) {
      return Optional.of(LocalDate.parse(text.toString().strip()));
    }
    return toLocalDateTime(value).map(LocalDateTime::toLocalDate);
  }

  static Optional<LocalTime> toLocalTime(Object value) {
    if (value instanceof LocalTime time) {
      return Optional.of(time);
    }
    if (value instanceof OffsetTime time) {
      return Optional.of(time.toLocalTime());
    }
    if (value instanceof CharSequence text && text.toString().strip().indexOf(':') < 3) {
      return Optional.of(LocalTime.parse(text.toString().strip()));
    }
    return value instanceof Date || value instanceof LocalDate
        ? Optional.empty()
        : toLocalDateTime(value).map(LocalDateTime::toLocalTime);
  }

  static Optional<LocalDateTime> toLocalDateTime(Object value) {
    if (value instanceof LocalDateTime moment) {
      return Optional.of(moment);
    }
    if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay());
    }
    if (value instanceof Timestamp moment) {
      return Optional.of(moment.toLocalDateTime());
    }
    if (value instanceof Date date) {
      return Optional.of(date.toLocalDate().atStartOfDay());
    }
    if (value instanceof Time time) {
      return Optional.of(LocalDate.EPOCH.atTime(fromSqlTime(time, ZoneId.systemDefault())));
    }
    if (value instanceof CharSequence text) {
      String written = text.toString().strip();
      return Optional.of(
          written.length() == 10
              ? LocalDate.parse(written).atStartOfDay()
              : LocalDateTime.parse(written.replace(' ', 'T')));
    }
    return instant(value).map(moment -> LocalDateTime.ofInstant(moment, ZoneId.systemDefault()));
  }

  static Optional<OffsetDateTime> toOffsetDateTime(Object value) {
    if (value instanceof OffsetDateTime moment) {
      return Optional.of(moment);
    }
    if (value instanceof ZonedDateTime moment) {
      return Optional.of(moment.toOffsetDateTime());
    }
    Optional<Instant> instant = instant(value);
    return instant.isPresent()
        ? instant.map(moment -> moment.atOffset(ZoneOffset.UTC))
        : toLocalDateTime(value)
            .map(moment -> moment.atZone(ZoneId.systemDefault()).toOffsetDateTime());
  }

  static Optional<OffsetTime> toOffsetTime(Object value) {
    return value instanceof OffsetTime time
        ? Optional.of(time)
        : toLocalTime(value).map(time -> time.atOffset(ZoneOffset.UTC));
  }

  /** A time as JDBC turns it into a timestamp: on the first of January 1970. Others stay as is. */
  static Object onADay(Object value) {
    if (value instanceof LocalTime time) {
      return LocalDate.EPOCH.atTime(time);
    }
    return value instanceof OffsetTime time ? LocalDate.EPOCH.atTime(time.toLocalTime()) : value;
  }

  static Optional<Timestamp> toTimestamp(Object value) {
    Optional<Instant> instant = instant(value);
    return instant.isPresent()
        ? instant.map(Timestamp::from)
        : toLocalDateTime(onADay(value)).map(Timestamp::valueOf);
  }

  /** With milliseconds, which {@link Time#valueOf(LocalTime)} drops. */
  static Time toSqlTime(LocalTime time) {
    return new Time(
        LocalDate.EPOCH.atTime(time).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
  }

  private static LocalTime fromSqlTime(Time time, ZoneId zone) {
    return Instant.ofEpochMilli(time.getTime()).atZone(zone).toLocalTime();
  }

  private static Optional<Instant> instant(Object value) {
    if (value instanceof OffsetDateTime moment) {
      return Optional.of(moment.toInstant());
    }
    if (value instanceof ZonedDateTime moment) {
      return Optional.of(moment.toInstant());
    }
    if (value instanceof Instant moment) {
      return Optional.of(moment);
    }
    return value != null && value.getClass() == java.util.Date.class
        ? Optional.of(((java.util.Date) value).toInstant())
        : Optional.empty();
  }

  /** As warehouses print it; empty if it is no date or time. */
  static Optional<String> text(Object value) {
    if (value instanceof LocalDateTime moment) {
      return Optional.of(TEXT.format(moment));
    }
    if (value instanceof Timestamp moment) {
      return Optional.of(TEXT.format(moment.toLocalDateTime()));
    }
    return value instanceof OffsetDateTime moment
        ? Optional.of(OFFSET_TEXT.format(moment))
        : Optional.empty();
  }

  /** A date as midnight in a calendar's zone. */
  static Date inZone(LocalDate date, Calendar calendar) {
    return new Date(
        date.atStartOfDay(calendar.getTimeZone().toZoneId()).toInstant().toEpochMilli());
  }

  /** A time of the first of January 1970 in a calendar's zone. */
  static Time inZone(LocalTime time, Calendar calendar) {
    return new Time(
        LocalDate.EPOCH
            .atTime(time)
            .atZone(calendar.getTimeZone().toZoneId())
            .toInstant()
            .toEpochMilli());
  }

  /** A date and time as they are in a calendar's zone. */
  static Timestamp inZone(LocalDateTime moment, Calendar calendar) {
    return Timestamp.from(moment.atZone(calendar.getTimeZone().toZoneId()).toInstant());
  }

  /** What a parameter of the older classes means in a calendar's zone; others stay as they are. */
  static Object localIn(java.util.Date value, Calendar calendar) {
    if (value == null) {
      return null;
    }
    ZoneId zone = (calendar == null ? Calendar.getInstance() : calendar).getTimeZone().toZoneId();
    ZonedDateTime moment = Instant.ofEpochMilli(value.getTime()).atZone(zone);
    if (value instanceof Timestamp timestamp) {
      return moment.toLocalDateTime().withNano(timestamp.getNanos());
    }
    if (value instanceof Time) {
      return moment.toLocalTime();
    }
    return value instanceof Date ? moment.toLocalDate() : moment.toLocalDateTime();
  }
}
