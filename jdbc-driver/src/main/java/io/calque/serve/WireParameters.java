package io.calque.serve;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.calcite.avatica.remote.TypedValue;

/** A client's parameters, set without any time zone's touching dates and times. */
final class WireParameters {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private WireParameters() {}

  /** Sets those that the client has set; the driver itself tells which are missing. */
  static void set(PreparedStatement statement, List<TypedValue> values) throws SQLException {
    statement.clearParameters();
    if (values == null) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      TypedValue value = values.get(i);
      if (value != null) {
        set(statement, i + 1, value);
      }
    }
  }

  private static void set(PreparedStatement statement, int index, TypedValue parameter)
      throws SQLException {
    if (parameter.value == null) {
      statement.setNull(index, Types.NULL);
      return;
    }
    switch (parameter.type) {
      case JAVA_SQL_DATE ->
          statement.setObject(index, LocalDate.ofEpochDay(number(parameter).intValue()));
      case JAVA_SQL_TIME ->
          statement.setObject(
              index, LocalTime.ofNanoOfDay(number(parameter).longValue() * NANOS_PER_MILLI));
      case JAVA_SQL_TIMESTAMP, JAVA_UTIL_DATE ->
          statement.setObject(
              index,
              Instant.ofEpochMilli(number(parameter).longValue())
                  .atOffset(ZoneOffset.UTC)
                  .toLocalDateTime());
      default -> statement.setObject(index, parameter.toJdbc(utc()));
    }
  }

  private static Number number(TypedValue parameter) {
    return (Number) parameter.value;
  }

  private static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }
}
