package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One type of value is one type of JDBC, whatever the warehouse: the same program reads them all.
 */
public abstract class TypeContract {
  private static final String ALL =
      "SELECT flag, small, whole, big, exact, wide, approx, word, day, moment, instant FROM sample"
          + " WHERE id = ";

  private final ContractProject project;

  protected TypeContract(ContractProject project) {
    this.project = project;
  }

  private boolean hasInstants() {
    return !project.warehouse().lacks().containsKey(Lack.INSTANTS);
  }

  @FunctionalInterface
  private interface Reading {
    void of(ResultSet row) throws SQLException;
  }

  private void sample(int id, Reading reading) throws SQLException {
    try (Statement statement = project.calque().createStatement();
        ResultSet rows = statement.executeQuery(ALL + id)) {
      assertTrue(rows.next());
      reading.of(rows);
    }
  }

  @Test
  void jdbcTypes() throws SQLException {
    sample(
        1,
        row -> {
          ResultSetMetaData columns = row.getMetaData();
          List<Integer> expected =
              List.of(
                  Types.BOOLEAN,
                  Types.SMALLINT,
                  Types.INTEGER,
                  Types.BIGINT,
                  Types.DECIMAL,
                  Types.DECIMAL,
                  Types.DOUBLE,
                  Types.VARCHAR,
                  Types.DATE,
                  Types.TIMESTAMP,
                  Types.TIMESTAMP_WITH_TIMEZONE);
          for (int i = 1; i <= (hasInstants() ? 11 : 10); i++) {
            int type = columns.getColumnType(i);
            int told = type == Types.NUMERIC ? Types.DECIMAL : type;
            assertEquals(expected.get(i - 1), told, columns.getColumnLabel(i));
            assertTrue(
                columns.getColumnDisplaySize(i) > 0 && columns.getColumnDisplaySize(i) < 1_000,
                columns.getColumnLabel(i));
          }
          assertEquals(18, columns.getPrecision(5));
          assertEquals(4, columns.getScale(5));
          assertEquals(38, columns.getPrecision(6));
        });
  }

  @Test
  void values() throws SQLException {
    sample(
        1,
        row -> {
          assertEquals(true, row.getObject(1));
          assertEquals("true", row.getString(1));
          assertEquals(1, row.getObject(2));
          assertEquals(2, row.getObject(3));
          assertEquals(3L, row.getObject(4));
          assertEquals(new BigDecimal("4.5000"), row.getObject(5));
          assertEquals(new BigDecimal("12345678901234567890.0123456789"), row.getBigDecimal(6));
          assertEquals(0.1, row.getObject(7));
          assertEquals("word", row.getObject(8));
          assertEquals(Date.valueOf("2024-02-29"), row.getObject(9));
          assertEquals(LocalDate.of(2024, 2, 29), row.getObject(9, LocalDate.class));
          assertEquals(Timestamp.valueOf("2024-02-29 23:59:59.123"), row.getObject(10));
          assertEquals(
              LocalDateTime.parse("2024-02-29T23:59:59.123"),
              row.getObject(10, LocalDateTime.class));
          if (hasInstants()) {
            assertEquals(
                Instant.parse("2024-03-31T01:30:00Z"),
                row.getObject(11, OffsetDateTime.class).toInstant());
            assertEquals(Instant.parse("2024-03-31T01:30:00Z"), row.getTimestamp(11).toInstant());
          }
        });
  }

  @Test
  void nulls() throws SQLException {
    sample(
        2,
        row -> {
          for (int i = 1; i <= 11; i++) {
            assertNull(row.getObject(i));
            assertTrue(row.wasNull());
            assertNull(row.getString(i));
          }
          assertEquals(0, row.getInt(3));
          assertTrue(row.wasNull());
        });
  }

  @Test
  void extremes() throws SQLException {
    sample(
        3,
        row -> {
          assertEquals(false, row.getBoolean(1));
          assertEquals(Short.MIN_VALUE, row.getShort(2));
          assertEquals(Integer.MIN_VALUE, row.getInt(3));
          assertEquals(Long.MAX_VALUE, row.getLong(4));
          assertEquals(new BigDecimal("-99999999999999.9999"), row.getObject(5));
          assertEquals(
              new BigDecimal("-9999999999999999999999999999.9999999999"), row.getObject(6));
          assertEquals(1e300, row.getDouble(7));
          assertEquals("", row.getString(8));
          assertEquals(LocalDate.of(1, 1, 1), row.getObject(9, LocalDate.class));
          assertEquals(
              LocalDateTime.parse("1969-12-31T23:59:59.999"),
              row.getObject(10, LocalDateTime.class));
          if (hasInstants()) {
            assertEquals(
                Instant.parse("2024-07-01T00:30:00Z"),
                row.getObject(11, OffsetDateTime.class).toInstant());
          }
        });
    sample(
        4,
        row -> {
          assertEquals("ä€😀 it's \"so\" \\", row.getString(8));
          assertEquals(LocalDate.of(9999, 12, 31), row.getObject(9, LocalDate.class));
          assertEquals(
              LocalDateTime.parse("2024-03-31T02:30:00"), row.getObject(10, LocalDateTime.class));
        });
  }

  private void finds(int id, String condition, Object value) throws SQLException {
    assertEquals(
        List.of(String.valueOf(id)),
        project.rows("SELECT id FROM sample WHERE " + condition, value).lines(),
        condition + " " + value);
  }

  /** A value that was read finds its row again. */
  @Test
  void valuesAsParameters() throws SQLException {
    finds(1, "flag = ? AND id < 4", true);
    finds(3, "big = ?", Long.MAX_VALUE);
    finds(3, "big = ?", BigInteger.valueOf(Long.MAX_VALUE));
    finds(3, "exact = ?", new BigDecimal("-99999999999999.9999"));
    finds(1, "wide = ?", new BigDecimal("12345678901234567890.0123456789"));
    finds(3, "wide = ?", new BigDecimal("-9999999999999999999999999999.9999999999"));
    finds(3, "approx = ?", 1e300);
    finds(3, "word = ?", "");
    finds(4, "word = ?", "ä€😀 it's \"so\" \\");
    finds(1, "day = ?", Date.valueOf("2024-02-29"));
    finds(4, "day = ?", LocalDate.of(9999, 12, 31));
    finds(1, "moment = ?", Timestamp.valueOf("2024-02-29 23:59:59.123"));
    finds(4, "moment = ?", LocalDateTime.parse("2024-03-31T02:30:00"));
    String time = project.warehouse().sql("id = 1 AND CAST(moment AS TIME) > ?");
    finds(1, time, LocalTime.parse("23:59:59.1"));
    if (hasInstants()) {
      finds(1, "instant = ?", OffsetDateTime.parse("2024-03-31T03:30:00+02:00"));
      finds(3, "instant = ?", OffsetDateTime.parse("2024-06-30T20:30:00-04:00"));
    }
  }

  /** Neither the hour that a zone leaves out nor the zone itself changes what was stored. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC"})
  void anyTimeZoneOfTheJvm(String zone) throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      sample(
          4,
          row -> {
            if (project.warehouse().tellsSkippedHours()) {
              assertEquals(
                  LocalDateTime.parse("2024-03-31T02:30:00"),
                  row.getObject(10, LocalDateTime.class));
            }
            if (hasInstants()) {
              assertEquals(
                  Instant.parse("1900-01-01T00:00:00Z"),
                  row.getObject(11, OffsetDateTime.class).toInstant());
            }
          });
      sample(
          1,
          row -> {
            assertEquals(Date.valueOf("2024-02-29"), row.getDate(9));
            assertEquals(Timestamp.valueOf("2024-02-29 23:59:59.123"), row.getTimestamp(10));
            assertEquals(
                Instant.parse("2024-02-29T23:59:59.123Z"),
                row.getTimestamp(10, Calendar.getInstance(TimeZone.getTimeZone("UTC")))
                    .toInstant());
            if (hasInstants()) {
              assertEquals(Instant.parse("2024-03-31T01:30:00Z"), row.getTimestamp(11).toInstant());
              assertEquals(
                  Instant.parse("2024-03-31T01:30:00Z"),
                  row.getObject(11, ZonedDateTime.class).toInstant());
            }
          });
      finds(4, "moment = ?", LocalDateTime.parse("2024-03-31T02:30:00"));
      if (hasInstants()) {
        finds(1, "instant = ?", OffsetDateTime.parse("2024-03-31T01:30:00Z"));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /** No digit of a decimal is lost on the way, nor by adding up. */
  @Test
  void bigDecimals() throws SQLException {
    try (Statement statement = project.calque().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT SUM(wide), MAX(wide) - MIN(exact), SUM(big) FROM sample WHERE id IN (1, 4)")) {
      assertTrue(rows.next());
      assertEquals(new BigDecimal("12345678901234567890.0123456789"), rows.getBigDecimal(1));
      assertEquals(
          0, new BigDecimal("12345678901234567890.0123456789").compareTo(rows.getBigDecimal(2)));
      assertEquals(3, rows.getLong(3));
    }
  }

  /** Sums of integers are numbers that tools know, and do not overflow. */
  @Test
  void aggregates() throws SQLException {
    try (Statement statement = project.calque().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT SUM(whole), COUNT(*), AVG(approx), SUM(exact), MAX(day) FROM sample WHERE"
                    + " id < 3")) {
      assertTrue(rows.next());
      assertEquals(2, rows.getLong(1));
      assertEquals(2L, rows.getObject(2));
      assertEquals(0.1, rows.getDouble(3));
      assertEquals(0, new BigDecimal("4.5").compareTo(rows.getBigDecimal(4)));
      assertEquals(LocalDate.of(2024, 2, 29), rows.getObject(5, LocalDate.class));
      for (int i = 1; i <= 5; i++) {
        assertTrue(rows.getMetaData().getColumnType(i) != Types.OTHER);
      }
    }
  }
}
