package io.calque.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    long first = Long.getLong("calque.seed", EVERYDAY_SEED);
    int shops = Integer.getInteger("calque.shops", 40);
    int asked = 0;
    int stored = 0;
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < first + shops; seed++) {
      SalesMaker maker = new SalesMaker(seed);
      List<String> data = maker.data();
      String aggregates = maker.aggregates();
      try (Sales sales = Sales.make(folder.resolve("shop" + seed), data, aggregates)) {
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
      return String.join("\n", Sales.answer(connection, sql));
    } catch (SQLException e) {
      return "error " + e.getSQLState();
    }
  }
}
