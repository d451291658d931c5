package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.calque.cli.diff.RowComparison;
import io.calque.cli.diff.RowDifference;
import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.OtherRows;
import io.calque.cli.diff.RowDifference.Same;
import io.calque.cli.diff.RowSource;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseSettings;
import io.calque.warehouse.Warehouses;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code diff --data} between projects on DuckDB, on PostgreSQL, and on one of each. */
class RowComparisonTest {
  private static final int MANY = 300_000;

  private static final String ALL_TYPES =
      """
      SELECT 1 AS a, CAST(9000000000 AS BIGINT) AS b, CAST(1.50 AS DECIMAL(10, 2)) AS c,
             CAST('Käse' AS VARCHAR(10)) AS d, TRUE AS e, DATE '2026-02-28' AS f,
             TIMESTAMP '2026-02-28 13:14:15.123456' AS g,
             CAST(0.1 AS DOUBLE PRECISION) + CAST(0.2 AS DOUBLE PRECISION) AS h,
             CAST(NULL AS INTEGER) AS i, CAST('2026-02-28 13:14:15+02' AS TIMESTAMP WITH TIME ZONE) AS j
      """;

  private static Postgres server;
  private static Lease<Warehouse> postgres;
  private static Lease<Warehouse> duckDb;

  @BeforeAll
  static void start() throws SQLException {
    server = Postgres.start();
    Warehouses warehouses = new Warehouses();
    postgres = warehouses.lease(WarehouseSettings.of(server.url("fair") + "?user=postgres"));
    duckDb = warehouses.lease(WarehouseSettings.of("jdbc:duckdb:"));
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    if (server != null) {
      duckDb.close();
      postgres.close();
      server.close();
    }
  }

  private static RowSource onPostgres(String sql) {
    return new RowSource(postgres.value(), sql, List.of());
  }

  private static RowSource onDuckDb(String sql) {
    return new RowSource(duckDb.value(), sql, List.of());
  }

  private static RowDifference compare(RowSource before, RowSource after) {
    return RowComparison.of(before, after, Object::toString);
  }

  @Test
  void equalValuesOfAllTypesAreEqual() {
    assertEquals(new Same(), compare(onDuckDb(ALL_TYPES), onPostgres(ALL_TYPES)));
    assertEquals(
        new Same(),
        compare(onPostgres("SELECT 1.50 AS x -- a comment"), onDuckDb("SELECT 1.5 AS x")));
  }

  @Test
  void theDifferentRowAmongManyIsFound() {
    String many =
        "SELECT g AS id, g %% 7 AS kind FROM generate_series(1, %d) AS t(g)".formatted(MANY);
    String changed = many.replace("g % 7", "CASE WHEN g = 123456 THEN 9 ELSE g % 7 END");
    OtherRows expected = new OtherRows(1, 1, false, List.of("123456, 4"), List.of("123456, 9"));
    assertEquals(new Same(), compare(onDuckDb(many), onPostgres(many)));
    assertEquals(expected, compare(onDuckDb(many), onPostgres(changed)));
    assertEquals(expected, compare(onDuckDb(many), onDuckDb(changed)), "in DuckDB");
    assertEquals(expected, compare(onPostgres(many), onPostgres(changed)), "in PostgreSQL");
  }

  /** More differ than are kept: what is told is a lower bound, and memory stays small. */
  @Test
  void ofVeryManyDifferencesAtLeastSoManyAreTold() {
    String many = "SELECT g AS id FROM generate_series(1, %d) AS t(g)".formatted(MANY);
    OtherRows difference =
        assertInstanceOf(
            OtherRows.class,
            compare(onDuckDb(many), onPostgres(many.replace("g AS id", "-g AS id"))));
    assertEquals(true, difference.isAtLeast());
    assertEquals(
        true, difference.gone() > 90_000 && difference.gone() < MANY, difference::toString);
    assertEquals(3, difference.comeExamples().size());
  }

  @Test
  void orderAndLimitArePartOfTheQuery() {
    String first =
        "SELECT g AS id FROM generate_series(1, 9) AS t(g) ORDER BY g DESC LIMIT 2 -- the last";
    assertEquals(
        new OtherRows(1, 1, false, List.of("8"), List.of("7")),
        compare(onPostgres(first), onPostgres("SELECT 9 AS id UNION ALL SELECT 7")));
  }

  @Test
  void repetitionCounts() {
    String once = "SELECT 1 AS x UNION ALL SELECT 2";
    String twice = once + " UNION ALL SELECT 2";
    OtherRows expected = new OtherRows(0, 1, false, List.of(), List.of("2"));
    assertEquals(expected, compare(onPostgres(once), onPostgres(twice)));
    assertEquals(expected, compare(onDuckDb(once), onPostgres(twice)));
  }

  @Test
  void whatChangesByItselfIsNotCompared() {
    String dice = "SELECT CAST(1000000 * random() AS INTEGER) AS x FROM generate_series(1, 100)";
    assertInstanceOf(NotComparable.class, compare(onPostgres(dice), onPostgres(dice + " AS t")));
    assertInstanceOf(NotComparable.class, compare(onDuckDb(dice), onPostgres(dice)));
  }
}
