package io.calque.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Random data, pre-aggregated tables and queries: with and without the tables each query gives the
 * same rows, of the same types. A failure prints its seed; {@code -Dcalque.seed} begins there,
 * {@code -Dcalque.shops} says how many shops there are.
 */
class GeneratedPreAggregatesTest {
  private static final long EVERYDAY_SEED = 20_240;
  private static final int QUERIES = 80;

  /** Of the queries, so that the comparison is one. */
  private static final double LEAST_SHARE = 0.2;

  @TempDir Path folder;

  @Test
  void theNumbersNeverDiffer() throws IOException, SQLException {
    compare(Place.DUCKDB, Integer.getInteger("calque.shops", 24));
  }

  /** Where the sum of a sum has another type. */
  @Test
  void theNumbersNeverDifferOnPostgres() throws IOException, SQLException {
    try (EmbeddedPostgres server = postgres()) {
      execute(server.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE shop");
      String url = server.getJdbcUrl("postgres", "shop") + "&currentSchema=main";
      compare(
          new Place(
              "warehouse: {url: 'jdbc:postgresql://localhost:%d/shop', user: postgres}%n"
                  .formatted(server.getPort()),
              folder -> url,
              sql ->
                  sql.replace(
                      "MEDIAN({amount})", "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY {amount})")),
          Integer.getInteger("calque.shops", 24) / 4);
    }
  }

  private static EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException | IllegalStateException e) {
      throw new TestAbortedException("PostgreSQL cannot be started here: " + e, e);
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void compare(Place place, int shops) throws IOException, SQLException {
    long first = Long.getLong("calque.seed", EVERYDAY_SEED);
    int asked = 0;
    int stored = 0;
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < first + shops; seed++) {
      SalesMaker maker = new SalesMaker(seed);
      List<String> data = new ArrayList<>();
      if (place != Place.DUCKDB) {
        data.addAll(List.of("DROP SCHEMA IF EXISTS main CASCADE", "CREATE SCHEMA main"));
      }
      data.addAll(maker.data());
      String aggregates = maker.aggregates();
      Path project = folder.resolve("shop" + seed);
      try (Sales sales = Sales.make(project, place, data, aggregates)) {
        for (int i = 0; i < QUERIES; i++) {
          String sql = maker.query();
          String expected = outcome(sales.without(), sql);
          String actual = outcome(sales.with(), sql);
          asked++;
          boolean isStored = !expected.startsWith("error") && sales.isStored(sql);
          stored += isStored ? 1 : 0;
          if (!expected.equals(actual)) {
            failures.add(
                "-Dcalque.seed=%d%n%s%s%n%s%nwithout:%n%s%nwith:%n%s"
                    .formatted(
                        seed, aggregates, sql, sales.with().nativeSQL(sql), expected, actual));
          }
        }
      }
    }
    System.out.printf(
        "pre-aggregated tables: %d queries, %d of them answered from one, -Dcalque.seed=%d%n",
        asked, stored, first);
    assertEquals(
        List.of(), failures.subList(0, Math.min(5, failures.size())), failures.size() + " differ");
    assertTrue(stored > asked * LEAST_SHARE, stored + " of " + asked);
  }

  private static String outcome(Connection connection, String sql) {
    try {
      return String.join("\n", Rows.withTypes(connection, sql));
    } catch (SQLException e) {
      return "error " + e.getSQLState();
    }
  }
}
