package io.calque.jdbcconformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of every type of the warehouse, out of results and into parameters. */
class ValuesTest {
  private static final UUID CODE = UUID.fromString("90323d68-528d-4ef0-9df9-5b9373b0238d");
  private static final LocalDateTime MOMENT = LocalDateTime.parse("2024-02-29T10:11:12.123456");
  private static final Instant INSTANT = Instant.parse("2024-02-29T08:11:12.123456Z");
  private static final BigInteger HUGE = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

  @TempDir Path folder;
  private Connection connection;
  private Statement statement;
  private ResultSet row;

  @BeforeEach
  void read() throws SQLException, IOException {
    connection = JdbcProject.in(folder).connect();
    statement = connection.createStatement();
    row = statement.executeQuery("SELECT * FROM thing ORDER BY id");
    assertTrue(row.next());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void readsNumbers() throws SQLException {
    assertEquals(1, row.getInt("ID"));
    assertEquals(3_000_000_000L, row.getLong("big"));
    assertEquals("22003", assertThrows(SQLException.class, () -> row.getInt("big")).getSQLState());
    assertEquals(new BigDecimal(HUGE), row.getObject("huge"));
    assertEquals(HUGE, row.getObject("huge", BigInteger.class));
    assertEquals(HUGE.toString(), row.getString("huge"));
    assertEquals(new BigDecimal("12.50"), row.getObject("amount"));
    assertEquals(12, row.getInt("amount"));
    assertEquals(12.5, row.getDouble("amount"));
    assertEquals(0.5, row.getObject("ratio"));
    assertEquals(1.5f, row.getObject("single"));
    assertEquals(true, row.getObject("flag"));
    assertEquals(1, row.getByte("flag"));
    assertEquals(2, row.getObject("small"));
    assertEquals(Short.valueOf((short) 2), row.getObject("small", Short.class));
    assertEquals(2, row.getObject("small", int.class));
    assertEquals(new BigDecimal("18446744073709551615"), row.getBigDecimal("unsigned"));
    assertTrue(row.getBoolean("id"));
  }

  @Test
  void readsDatesAndTimes() throws SQLException {
    assertEquals(Date.valueOf("2024-02-29"), row.getObject("day"));
    assertEquals(LocalDate.parse("2024-02-29"), row.getObject("day", LocalDate.class));
    assertEquals(Timestamp.valueOf("2024-02-29 00:00:00"), row.getTimestamp("day"));
    assertEquals(LocalTime.parse("10:11:12.123456"), row.getObject("clock", LocalTime.class));
    assertEquals("10:11:12.123456", row.getString("clock"));
    assertEquals(Time.class, row.getObject("clock").getClass());
    assertEquals(Timestamp.valueOf(MOMENT), row.getObject("moment"));
    assertEquals(MOMENT, row.getObject("moment", LocalDateTime.class));
    assertEquals(MOMENT.toLocalDate(), row.getObject("moment", LocalDate.class));
    assertEquals(MOMENT.toLocalTime(), row.getObject("moment", LocalTime.class));
    assertEquals(INSTANT, row.getObject("instant", Instant.class));
    assertEquals(INSTANT, row.getObject("instant", OffsetDateTime.class).toInstant());
    assertEquals(INSTANT, row.getObject("instant", ZonedDateTime.class).toInstant());
    assertEquals(INSTANT, row.getTimestamp("instant").toInstant());
    assertEquals("3 days", row.getString("span"));
    assertEquals(
        "22018", assertThrows(SQLException.class, () -> row.getDate("name")).getSQLState());
  }

  @Test
  void readsTextBytesAndCompositeValues() throws SQLException, IOException {
    assertEquals(CODE, row.getObject("code"));
    assertEquals(CODE.toString(), row.getString("code"));
    assertEquals("red", row.getObject("colour"));
    assertEquals("{\"a\": 1}", row.getObject("doc"));
    assertEquals("101", row.getString("bits"));
    assertArrayEquals(new byte[] {1, 2}, row.getBytes("bytes"));
    assertArrayEquals(new byte[] {1, 2}, row.getObject("bytes", byte[].class));
    assertArrayEquals(new byte[] {1, 2}, row.getBinaryStream("bytes").readAllBytes());
    assertEquals(2, row.getBlob("bytes").length());
    assertEquals('o', row.getCharacterStream("name").read());
    assertEquals('o', row.getNClob("name").getCharacterStream().read());
    assertEquals("one", row.getClob("name").getSubString(1, 3));
    assertArrayEquals(
        "one".getBytes(StandardCharsets.US_ASCII), row.getAsciiStream("name").readAllBytes());
    assertArrayEquals(new Object[] {1, null, 3}, (Object[]) row.getArray("items").getArray());
    assertEquals(Arrays.asList(1, null, 3), row.getObject("items", List.class));
    assertArrayEquals(new Object[] {7, "x"}, ((Struct) row.getObject("pair")).getAttributes());
    assertEquals(Map.of("k", 1), row.getObject("mapping"));
    assertEquals(Map.of("k", 1), row.getObject("mapping", Map.class));
    assertEquals(
        "22005",
        assertThrows(SQLException.class, () -> row.getObject("id", Map.class)).getSQLState());
  }

  /** The second row is NULL but for its key. */
  @Test
  void readsNulls() throws SQLException {
    assertTrue(row.next());
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 2; i <= columns.getColumnCount(); i++) {
      assertNull(row.getObject(i), columns.getColumnLabel(i));
      assertTrue(row.wasNull());
      assertNull(row.getString(i));
      assertTrue(row.wasNull());
      assertNull(row.getObject(i, String.class));
    }
    assertEquals(0, row.getInt("big"));
    assertTrue(row.wasNull());
    assertEquals(0.0, row.getDouble("ratio"));
    assertTrue(row.wasNull());
    assertEquals(false, row.getBoolean("flag"));
    assertNull(row.getDate("day"));
    assertNull(row.getBytes("bytes"));
    assertNull(row.getArray("items"));
    assertEquals(2, row.getInt("id"));
    assertEquals(false, row.wasNull());
  }

  /** What each column promises is what {@code getObject} gives. */
  @Test
  void describesColumns() throws SQLException, ClassNotFoundException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Class<?> promised = Class.forName(columns.getColumnClassName(i));
      Object value = row.getObject(i);
      assertTrue(promised.isInstance(value), columns.getColumnLabel(i) + ": " + value.getClass());
      assertEquals("thing", columns.getTableName(i));
      assertEquals("entities", columns.getSchemaName(i));
      assertEquals("things", columns.getCatalogName(i));
      assertTrue(columns.getColumnDisplaySize(i) > 0);
    }
    assertEquals(10, columns.getPrecision(row.findColumn("amount")));
    assertEquals(2, columns.getScale(row.findColumn("amount")));
    assertEquals(6, columns.getScale(row.findColumn("moment")));
    assertTrue(columns.isSigned(row.findColumn("amount")));
    assertEquals(false, columns.isSigned(row.findColumn("unsigned")));
    assertEquals(Types.DECIMAL, columns.getColumnType(row.findColumn("huge")));
    assertEquals("HUGEINT", columns.getColumnTypeName(row.findColumn("huge")));
  }

  private void assertFinds(String condition, Setter setter) throws SQLException {
    try (PreparedStatement prepared =
        connection.prepareStatement("SELECT id FROM thing WHERE " + condition)) {
      setter.set(prepared);
      for (int run = 0; run < 2; run++) {
        try (ResultSet found = prepared.executeQuery()) {
          assertTrue(found.next(), condition);
          assertEquals(1, found.getInt(1));
        }
      }
    }
  }

  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement prepared) throws SQLException;
  }

  @Test
  void takesEveryKindOfParameter() throws SQLException {
    assertFinds("big = ?", p -> p.setLong(1, 3_000_000_000L));
    assertFinds("huge = ?", p -> p.setObject(1, HUGE));
    assertFinds("amount = ?", p -> p.setBigDecimal(1, new BigDecimal("12.5")));
    assertFinds("amount = ?", p -> p.setObject(1, "12.50", JDBCType.DECIMAL, 2));
    assertFinds("flag = ?", p -> p.setBoolean(1, true));
    assertFinds("single = ?", p -> p.setFloat(1, 1.5f));
    assertFinds("day = ?", p -> p.setDate(1, Date.valueOf("2024-02-29")));
    assertFinds("day = ?", p -> p.setObject(1, LocalDate.parse("2024-02-29"), JDBCType.DATE));
    assertFinds("clock = ?", p -> p.setObject(1, LocalTime.parse("10:11:12.123456")));
    assertFinds("moment = ?", p -> p.setTimestamp(1, Timestamp.valueOf(MOMENT)));
    assertFinds("moment = ?", p -> p.setObject(1, MOMENT, JDBCType.TIMESTAMP));
    assertFinds(
        "instant = ?",
        p ->
            p.setObject(
                1, INSTANT.atOffset(java.time.ZoneOffset.UTC), JDBCType.TIMESTAMP_WITH_TIMEZONE));
    assertFinds("instant = ?", p -> p.setObject(1, INSTANT));
    assertFinds("code = ?", p -> p.setObject(1, CODE));
    assertFinds("bytes = ?", p -> p.setBytes(1, new byte[] {1, 2}));
    assertFinds(
        "bytes = ?", p -> p.setBinaryStream(1, new ByteArrayInputStream(new byte[] {1, 2})));
    assertFinds("name = ?", p -> p.setCharacterStream(1, new StringReader("one"), 3));
    assertFinds("name = ?", p -> p.setNString(1, "one"));
    assertFinds("name = ?", p -> p.setObject(1, 'o' + "ne", Types.VARCHAR));
    assertFinds("small = ?", p -> p.setShort(1, (short) 2));
    assertFinds("colour = ?", p -> p.setString(1, "red"));
    assertFinds("coalesce(?, name) = 'one'", p -> p.setNull(1, Types.VARCHAR));
    assertFinds(
        "list_contains(?::INTEGER[], id)",
        p -> p.setArray(1, connection.createArrayOf("INTEGER", new Object[] {1, 5})));
  }

  /** METRIC in several places makes the rewriter repeat what holds the parameter. */
  @Test
  void repeatsParametersWhereTheRewriterDoes() throws SQLException {
    try (PreparedStatement prepared =
        connection.prepareStatement(
            "SELECT ? || name AS n, METRIC('things') AS t FROM thing WHERE id > ? GROUP BY 1"
                + " HAVING METRIC('things') >= ? ORDER BY METRIC('things') LIMIT ?")) {
      assertEquals(4, prepared.getParameterMetaData().getParameterCount());
      assertEquals("n", prepared.getMetaData().getColumnLabel(1));
      prepared.setString(1, "a ");
      prepared.setInt(2, 0);
      prepared.setInt(3, 1);
      prepared.setInt(4, 10);
      int rows = 0;
      try (ResultSet found = prepared.executeQuery()) {
        while (found.next()) {
          rows++;
        }
      }
      assertEquals(2, rows);
      prepared.clearParameters();
      assertEquals("07001", assertThrows(SQLException.class, prepared::executeQuery).getSQLState());
    }
  }
}
