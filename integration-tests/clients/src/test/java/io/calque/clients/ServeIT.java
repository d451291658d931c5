package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.calcite.avatica.AvaticaClientRuntimeException;
import org.apache.calcite.avatica.AvaticaSqlException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Avatica's thin driver against {@code calque serve}: the same answers as from the driver itself,
 * though client and server live in different time zones.
 */
class ServeIT {
  /** The server is moved, as Avatica's client keeps the zone in which it was loaded. */
  private static final String ELSEWHERE =
      TimeZone.getDefault().getID().equals("America/New_York") ? "Asia/Tokyo" : "America/New_York";

  private static ServedModel server;

  @BeforeAll
  static void serve() throws IOException {
    Demo.url();
    server =
        ServedModel.start(
            List.of("-Xmx96m", "-Duser.timezone=" + ELSEWHERE),
            Demo.folder(),
            "--frame-rows",
            "1000",
            "--max-statements",
            "5");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** All rows as text, the labels first. */
  private static List<List<String>> rows(ResultSet rows) throws SQLException {
    ResultSetMetaData metaData = rows.getMetaData();
    List<List<String>> all = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      labels.add(metaData.getColumnLabel(i));
    }
    all.add(labels);
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= labels.size(); i++) {
        row.add(
            metaData.getColumnType(i) == Types.TIMESTAMP
                ? String.valueOf(rows.getTimestamp(i))
                : rows.getString(i));
      }
      all.add(row);
    }
    return all;
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return rows(statement.executeQuery(sql));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name, list_price FROM product ORDER BY name LIMIT 5",
        "SELECT c.region, METRIC('customers') AS customers, METRIC('o.orders') AS orders"
            + " FROM customer c LEFT JOIN order o GROUP BY c.region ORDER BY 1",
        "SELECT name, signed_up_at, newsletter FROM customer ORDER BY customer_id LIMIT 2500",
        "SELECT * FROM meta.joins ORDER BY ALL",
        "EXPLAIN SELECT c.name, o.status FROM customer c JOIN order o"
      })
  void answersAsTheDriverDoes(String sql) throws SQLException {
    try (Connection remote = server.connect();
        Connection direct = Demo.connect()) {
      assertEquals(rows(direct, sql), rows(remote, sql));
    }
  }

  @Test
  void metadataIsTheDrivers() throws SQLException {
    try (Connection remote = server.connect();
        Connection direct = Demo.connect()) {
      DatabaseMetaData far = remote.getMetaData();
      DatabaseMetaData near = direct.getMetaData();
      assertEquals(rows(near.getCatalogs()), rows(far.getCatalogs()));
      assertEquals(rows(near.getSchemas()), rows(far.getSchemas()));
      assertEquals(rows(near.getTableTypes()), rows(far.getTableTypes()));
      assertEquals(rows(near.getTypeInfo()), rows(far.getTypeInfo()));
      assertEquals(
          rows(near.getTables(null, null, "%", null)), rows(far.getTables(null, null, "%", null)));
      assertEquals(
          rows(near.getTables(null, "entities", "c%", new String[] {"TABLE"})),
          rows(far.getTables(null, "entities", "c%", new String[] {"TABLE"})));
      assertEquals(
          rows(near.getColumns(null, null, "%", "%")), rows(far.getColumns(null, null, "%", "%")));
      assertEquals(near.getSQLKeywords(), far.getSQLKeywords());
      assertEquals(near.getStringFunctions(), far.getStringFunctions());
    }
  }

  @Test
  void resultsAreDescribedAlike() throws SQLException {
    String sql = "SELECT customer_id, name, signed_up_at FROM customer";
    try (Connection remote = server.connect();
        Connection direct = Demo.connect();
        PreparedStatement far = remote.prepareStatement(sql);
        PreparedStatement near = direct.prepareStatement(sql)) {
      for (int i = 1; i <= near.getMetaData().getColumnCount(); i++) {
        assertEquals(near.getMetaData().getColumnLabel(i), far.getMetaData().getColumnLabel(i));
        assertEquals(near.getMetaData().getColumnType(i), far.getMetaData().getColumnType(i));
        assertEquals(
            near.getMetaData().getColumnTypeName(i), far.getMetaData().getColumnTypeName(i));
        assertEquals(near.getMetaData().getTableName(i), far.getMetaData().getTableName(i));
        assertEquals(
            near.getMetaData().getColumnClassName(i), far.getMetaData().getColumnClassName(i));
      }
    }
  }

  @Test
  void valuesKeepTheirTypes() throws SQLException {
    String sql =
        """
        SELECT TRUE AS t, 7::TINYINT AS tiny, 300::SMALLINT AS small, 70000 AS i,
          9007199254740993::BIGINT AS l, 1.5::FLOAT AS f, 'NaN'::DOUBLE AS d,
          12345678901234567890.12::DECIMAL(22,2) AS money,
          170141183460469231731687303715884105727::HUGEINT AS huge,
          'größer' AS text, 'ab'::BLOB AS bytes, DATE '1582-10-04' AS early,
          DATE '2024-02-29' AS day, TIME '23:59:58.123' AS hour,
          TIMESTAMP '1969-12-31 23:59:59.999' AS before,
          TIMESTAMP '2024-03-10 02:30:00.123' AS instant,
          '6ba7b810-9dad-11d1-80b4-00c04fd430c8'::UUID AS uuid,
          [1, NULL, 3] AS list, [DATE '2024-01-01'] AS days, [[1.5], []] AS nested,
          {'a': 1, 'b': 'x'} AS struct, INTERVAL '3 days' AS span,
          TIMESTAMPTZ '2024-01-01 12:00:00+02' AS zoned
        """;
    try (Connection remote = server.connect();
        Statement statement = remote.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next());
      assertTrue(row.getBoolean("t"));
      assertEquals(7, row.getObject("tiny"));
      assertEquals(300, row.getObject("small"));
      assertEquals(70000, row.getObject("i"));
      assertEquals(9007199254740993L, row.getObject("l"));
      assertEquals(1.5f, row.getObject("f"));
      assertEquals(Double.NaN, row.getDouble("d"));
      assertEquals(new BigDecimal("12345678901234567890.12"), row.getBigDecimal("money"));
      assertEquals(
          new BigDecimal("170141183460469231731687303715884105727"), row.getBigDecimal("huge"));
      assertEquals("größer", row.getString("text"));
      assertArrayEquals(new byte[] {'a', 'b'}, row.getBytes("bytes"));
      assertEquals("1582-10-04", row.getString("early"));
      assertEquals(Date.valueOf("2024-02-29"), row.getDate("day"));
      assertEquals("23:59:58.123", row.getString("hour"));
      assertEquals(Time.valueOf("23:59:58").toLocalTime(), row.getTime("hour").toLocalTime());
      assertEquals(Timestamp.valueOf("1969-12-31 23:59:59.999"), row.getTimestamp("before"));
      assertEquals(Timestamp.valueOf("2024-03-10 02:30:00.123"), row.getTimestamp("instant"));
      assertEquals("6ba7b810-9dad-11d1-80b4-00c04fd430c8", row.getString("uuid"));
      assertArrayEquals(new Object[] {1, null, 3}, (Object[]) row.getArray("list").getArray());
      assertArrayEquals(new Object[] {"2024-01-01"}, (Object[]) row.getArray("days").getArray());
      assertEquals(
          List.of(List.of(new BigDecimal("1.5")), List.of()),
          List.of((Object[]) row.getArray("nested").getArray()));
      assertEquals("{'a': 1, 'b': x}", row.getString("struct"));
      assertEquals("3 days", row.getString("span"));
      OffsetDateTime zoned = OffsetDateTime.parse((String) row.getObject("zoned"));
      assertEquals(Instant.parse("2024-01-01T10:00:00Z"), zoned.toInstant());
      assertFalse(row.next());
    }
  }

  @Test
  void nullsAreNull() throws SQLException {
    String sql =
        """
        SELECT NULL::BOOLEAN, NULL::INTEGER, NULL::BIGINT, NULL::FLOAT, NULL::DOUBLE,
          NULL::DECIMAL(9,2), NULL::VARCHAR, NULL::BLOB, NULL::DATE, NULL::TIME, NULL::TIMESTAMP,
          NULL::TIMESTAMPTZ, NULL::UUID, NULL::INTEGER[], NULL::STRUCT(a INTEGER), NULL
        """;
    try (Connection remote = server.connect();
        Statement statement = remote.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next());
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        assertNull(row.getObject(i), row.getMetaData().getColumnTypeName(i));
        assertTrue(row.wasNull());
      }
    }
  }

  @Test
  void parametersArriveAsTheyWereSet() throws SQLException {
    String sql =
        "SELECT ?::VARCHAR AS s, ?::INTEGER + 1 AS i, ?::DECIMAL(9,2) AS d, ?::DATE AS day,"
            + " ?::TIMESTAMP AS at, ?::VARCHAR AS nothing";
    try (Connection remote = server.connect();
        PreparedStatement query = remote.prepareStatement(sql)) {
      assertEquals(6, query.getParameterMetaData().getParameterCount());
      query.setString(1, "O'Brien");
      query.setInt(2, 41);
      query.setBigDecimal(3, new BigDecimal("10.25"));
      query.setDate(4, Date.valueOf("2024-02-29"));
      query.setTimestamp(5, Timestamp.valueOf("2024-03-10 02:30:00"));
      query.setObject(6, null);
      for (int run = 0; run < 2; run++) {
        try (ResultSet row = query.executeQuery()) {
          assertTrue(row.next());
          assertEquals("O'Brien", row.getString("s"));
          assertEquals(42, row.getInt("i"));
          assertEquals(new BigDecimal("10.25"), row.getBigDecimal("d"));
          assertEquals(Date.valueOf("2024-02-29"), row.getDate("day"));
          assertEquals(Timestamp.valueOf("2024-03-10 02:30:00"), row.getTimestamp("at"));
          assertNull(row.getString("nothing"));
        }
      }
    }
  }

  @Test
  void errorsKeepCodeStateAndTextAndTellNothingElse() throws SQLException {
    String sql = "SELECT nme FROM customer";
    try (Connection remote = server.connect();
        Connection direct = Demo.connect()) {
      SQLException near = assertThrows(SQLException.class, () -> rows(direct, sql));
      AvaticaSqlException far = assertThrows(AvaticaSqlException.class, () -> rows(remote, sql));
      assertEquals(near.getErrorCode(), far.getErrorCode());
      assertEquals(near.getSQLState(), far.getSQLState());
      assertTrue(far.getMessage().contains(near.getMessage()), far.getMessage());
      assertEquals(List.of(), far.getStackTraces());
      assertNull(far.getRemoteServer());
      assertThrows(AvaticaSqlException.class, () -> remote.prepareStatement(sql));
    }
  }

  @Test
  void nothingIsWritten() throws SQLException {
    try (Connection remote = server.connect();
        Statement statement = remote.createStatement()) {
      for (String sql : List.of("DELETE FROM customer", "CREATE TABLE t (i INTEGER)")) {
        SQLException refused = assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
        assertEquals("25006", refused.getSQLState());
      }
      statement.addBatch("DELETE FROM customer");
      assertEquals(
          "25006",
          assertThrows(AvaticaClientRuntimeException.class, statement::executeBatch).getSqlState());
    }
  }

  @Test
  void aMillionRowsFlowThroughASmallHeap() throws SQLException {
    try (Connection remote = server.connect();
        Statement statement = remote.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT r.range AS n, 'some text to carry for row ' || r.range AS t"
                  + " FROM range(1000000) r")) {
        long expected = 0;
        while (rows.next()) {
          assertEquals(expected++, rows.getLong(1));
        }
        assertEquals(1_000_000, expected);
      }
    }
  }

  @Test
  void rowsAreLimitedAsTheClientWishes() throws SQLException {
    try (Connection remote = server.connect();
        Statement statement = remote.createStatement()) {
      statement.setMaxRows(7);
      try (ResultSet rows = statement.executeQuery("SELECT name FROM customer")) {
        assertEquals(8, rows(rows).size());
      }
    }
  }

  @Test
  void connectionStateIsKept() throws SQLException {
    try (Connection remote = server.connect()) {
      assertTrue(remote.isReadOnly());
      assertEquals("larder", remote.getCatalog());
      assertEquals("entities", remote.getSchema());
      remote.setSchema("meta");
      assertEquals("meta", remote.getSchema());
      assertTrue(rows(remote, "SELECT name FROM entities").size() > 1);
      remote.commit();
    }
  }

  @Test
  void severalClientsReadAtOnce() throws Exception {
    String sql = "SELECT order_id, status FROM order ORDER BY order_id LIMIT 5000";
    List<List<String>> expected;
    try (Connection direct = Demo.connect()) {
      expected = rows(direct, sql);
    }
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<List<String>>>> reads = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        reads.add(
            () -> {
              try (Connection remote = server.connect()) {
                return rows(remote, sql);
              }
            });
      }
      for (Future<List<List<String>>> read : clients.invokeAll(reads)) {
        assertEquals(expected, read.get());
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aCancelledQueryStopsAndTheConnectionGoesOn() throws SQLException {
    try (Connection remote = server.connect()) {
      try (Statement statement = remote.createStatement();
          ResultSet rows = statement.executeQuery("SELECT r.range FROM range(1000000000) r")) {
        assertTrue(rows.next());
        statement.cancel();
        assertThrows(
            SQLException.class,
            () -> {
              while (rows.next()) {
                rows.getLong(1);
              }
            });
      }
      assertEquals(2, rows(remote, "SELECT COUNT(*) FROM customer").size());
    }
  }

  @Test
  void openStatementsAreLimited() throws SQLException {
    try (Connection remote = server.connect()) {
      List<Statement> open = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        open.add(remote.createStatement());
      }
      // Avatica's client throws what its interface does not declare here.
      AvaticaClientRuntimeException refused =
          assertThrows(AvaticaClientRuntimeException.class, remote::createStatement);
      assertEquals("53300", refused.getSqlState());
      assertTrue(refused.getMessage().contains("5 open statements"), refused.getMessage());
      open.get(0).close();
      assertEquals(2, rows(remote, "SELECT COUNT(*) FROM customer").size());
    }
  }
}
