package io.calque.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two ways in which rows of DuckDB are read, chunks and the driver's result set, give the same.
 */
class DuckDbReadingTest {
  private static final String URL = "jdbc:duckdb::memory:reading";

  /** Executed directly, and so read through the driver's result set. */
  private static final RunOptions DIRECT = new RunOptions(Duration.ZERO, Duration.ZERO, 0, true);

  /** Prepared, and so read in chunks. */
  private static final RunOptions PREPARED = RunOptions.NONE;

  /** The values of one row, each as each getter that may be asked for it says. */
  private record Seen(List<String> values) {}

  private Connection application;
  private Lease<Warehouse> warehouse;

  @BeforeEach
  void open() throws SQLException {
    application = DriverManager.getConnection(URL);
    warehouse =
        new Warehouses()
            .lease(
                new WarehouseSettings(
                    URL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    Map.of()));
  }

  @AfterEach
  void close() throws SQLException {
    warehouse.close();
    application.close();
  }

  private WarehouseCursor run(String sql, RunOptions options) throws SQLException {
    return warehouse.value().run(sql, ParameterSetter.NONE, new CancelSignal(), options);
  }

  private List<Seen> read(String sql, RunOptions options) throws SQLException {
    try (WarehouseCursor cursor = run(sql, options)) {
      List<Seen> seen = new ArrayList<>();
      while (cursor.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= cursor.columns().size(); i++) {
          values.addAll(values(cursor.row(), i, cursor.columns().get(i - 1).jdbcType()));
        }
        seen.add(new Seen(values));
      }
      return seen;
    }
  }

  private static List<String> values(Rows row, int index, int type) throws SQLException {
    List<String> values = new ArrayList<>();
    Object value = row.getObject(index);
    values.add(value == null ? "null" : value.getClass().getSimpleName() + " " + value);
    values.add("null: " + row.wasNull());
    switch (type) {
      case Types.BOOLEAN -> values.add("boolean " + row.getBoolean(index));
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> {
        values.add("int " + row.getInt(index));
        values.add("long " + row.getLong(index));
        values.add("string " + row.getString(index));
      }
      case Types.BIGINT -> values.add("long " + row.getLong(index) + row.getString(index));
      case Types.DOUBLE, Types.REAL ->
          values.add("double " + row.getDouble(index) + row.getString(index));
      case Types.DATE, Types.VARCHAR -> values.add("string " + row.getString(index));
      default -> {}
    }
    values.add("null: " + row.wasNull());
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(true), (false), (NULL)",
        "((-128)::TINYINT), (127), (113), (NULL)",
        "(255::UTINYINT), (0), (NULL)",
        "((-32768)::SMALLINT), (NULL)",
        "(65535::USMALLINT), (NULL)",
        "((-2147483648)::INTEGER), (NULL), (7)",
        "(4294967295::UINTEGER), (NULL)",
        "((-9223372036854775808)::BIGINT), (113), (NULL)",
        "(18446744073709551615::UBIGINT), (NULL)",
        "(170141183460469231731687303715884105727::HUGEINT), (-1), (NULL)",
        "(340282366920938463463374607431768211455::UHUGEINT), (NULL)",
        "(0.1::FLOAT), ('nan'), ('-inf'), (16777216), (113), (NULL)",
        "(1e300::DOUBLE), (113), ('nan'), ('inf'), (-0.0), (1e7), (NULL)",
        "(-0.01::DECIMAL(3,2)), (NULL)",
        "(1.10::DECIMAL(9,2)), (NULL)",
        "(12345678901234.56::DECIMAL(18,2)), (NULL)",
        "(99999999999999999999999999999999999999::DECIMAL(38,0)), (-1), (NULL)",
        "(DATE '2024-02-29'), ('0044-03-15 (BC)'), (NULL)",
        "(TIMESTAMP '1969-12-31 23:59:59.999999'), ('2024-03-31 02:30:00'), (NULL)",
        "('2024-01-02 03:04:05'::TIMESTAMP_S), (NULL)",
        "('2024-01-02 03:04:05.001'::TIMESTAMP_MS), (NULL)",
        "('2024-01-02 03:04:05.123456789'::TIMESTAMP_NS), (NULL)",
        "(TIMESTAMPTZ '2024-07-02 03:04:05+02'), (NULL)",
        "('a'), (''), (NULL), ('é' || chr(128512)), ('a' || chr(0) || 'b'), (repeat('long ', 9))",
        "(TIME '03:04:05'), (NULL)",
        "(uuid '00000000-0000-0000-0000-000000000001'), (NULL)",
        "('x'::ENUM('x', 'y')), (NULL)",
        "(INTERVAL 3 DAY), (NULL)",
      })
  void valuesAreTheSame(String rows) throws SQLException {
    String sql = "SELECT * FROM (VALUES " + rows + ") t(v)";
    List<Seen> direct = read(sql, DIRECT);
    assertFalse(direct.isEmpty());
    assertEquals(direct, read(sql, PREPARED));
  }

  @Test
  void jsonIsText() throws SQLException {
    String sql = "SELECT '{\"a\": [1, null]}'::JSON UNION ALL SELECT NULL";
    assertEquals(
        List.of(
            new Seen(
                List.of(
                    "String {\"a\": [1, null]}",
                    "null: false",
                    "string {\"a\": [1, null]}",
                    "null: false")),
            new Seen(List.of("null", "null: true", "string null", "null: true"))),
        read(sql, PREPARED));
  }

  @Test
  void manyChunksAreTheSame() throws SQLException {
    String sql =
        """
        SELECT i, CASE WHEN i % 3 = 0 THEN NULL ELSE i END AS a,
          CASE WHEN i % 7 < 2 THEN NULL ELSE 'text ' || i END AS b,
          CASE WHEN i % 5 = 4 THEN NULL ELSE i / 4 END AS c, i % 2 = 0 AS d
        FROM range(10000) t(i) WHERE i NOT BETWEEN 3000 AND 6000 ORDER BY i\
        """;
    List<Seen> direct = read(sql, DIRECT);
    assertEquals(6_999, direct.size());
    assertEquals(direct, read(sql, PREPARED));
  }

  /** A chunk has 2,048 rows, and its NULLs are told for 64 of them at a time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOLEAN",
        "TINYINT",
        "UTINYINT",
        "SMALLINT",
        "USMALLINT",
        "INTEGER",
        "UINTEGER",
        "BIGINT",
        "FLOAT",
        "DOUBLE"
      })
  void nullsInSomeChunksAreTheSame(String type) throws SQLException {
    String sql =
        """
        SELECT (CASE WHEN i = 1000 OR i %% 2048 = 63 OR i BETWEEN 4096 AND 5000 OR i > 8000 AND i %% 3 = 0
          THEN NULL ELSE i %% 100 END)::%s FROM range(10000) t(i) WHERE i < 2000 OR i > 4000 ORDER BY i\
        """
            .formatted(type);
    List<Seen> direct = read(sql, DIRECT);
    assertEquals(7_999, direct.size());
    assertEquals(direct, read(sql, PREPARED));
  }

  @Test
  void noRowsAreNoRows() throws SQLException {
    assertEquals(List.of(), read("SELECT i FROM range(10) t(i) WHERE i > 10", PREPARED));
  }

  @Test
  void aTextThatComesAgainIsAnsweredAnew() throws SQLException {
    try (Statement statement = application.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT 1 AS v");
      for (int i = 0; i < 5; i++) {
        assertEquals("Integer 1", read("SELECT v FROM t", DIRECT).get(0).values().get(0));
      }
      statement.execute("INSERT INTO t VALUES (2)");
      assertEquals(2, read("SELECT v FROM t", DIRECT).size());
      statement.execute("CREATE OR REPLACE TABLE t AS SELECT 'one' AS v");
      assertEquals("String one", read("SELECT v FROM t", DIRECT).get(0).values().get(0));
      statement.execute("CREATE OR REPLACE TABLE t AS SELECT 1.5::DOUBLE AS v, 2 AS w");
      assertEquals("Double 1.5", read("SELECT v FROM t", DIRECT).get(0).values().get(0));
      statement.execute("DROP TABLE t");
      assertThrows(WarehouseException.class, () -> read("SELECT v FROM t", DIRECT));
    }
  }

  @Test
  void theTimeIsThatOfEachRun() throws SQLException {
    List<Seen> first = read("SELECT now(), random()", PREPARED);
    assertFalse(first.equals(read("SELECT now(), random()", PREPARED)));
  }

  @Test
  void anErrorAmongTheRowsIsNoEnd() throws SQLException {
    String sql =
        "SELECT CASE WHEN i = 2000000 THEN error('no more') ELSE i END FROM range(3000000) t(i)";
    try (WarehouseCursor cursor = run(sql, PREPARED)) {
      WarehouseException failed =
          assertThrows(
              WarehouseException.class,
              () -> {
                while (cursor.next()) {
                  cursor.row().getLong(1);
                }
              });
      assertTrue(failed.getMessage().contains("no more"), failed.getMessage());
    }
    assertEquals(1, read("SELECT 1", PREPARED).size());
  }

  @Test
  void rowsThatWereClosedAreNotRead() throws SQLException {
    WarehouseCursor cursor = run("SELECT i, 'a' || i FROM range(100000) t(i)", PREPARED);
    assertTrue(cursor.next());
    Rows row = cursor.row();
    cursor.close();
    assertThrows(SQLException.class, () -> row.getString(2));
    assertThrows(SQLException.class, () -> row.getLong(1));
  }
}
