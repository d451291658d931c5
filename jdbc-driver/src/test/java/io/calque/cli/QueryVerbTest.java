package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs {@code query} and {@code explain} on the demo. */
class QueryVerbTest {
  private static final String DEMO = DemoFolder.path().toString();
  private static final String DEPARTMENTS =
      "SELECT category_id, name, parent_id FROM category WHERE category_id IN (4, 41) ORDER BY 1";

  @TempDir private Path folder;

  private static CliRun fine(CliRun run) {
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals("", run.err());
    return run;
  }

  @Test
  void printsATable() {
    assertEquals(
        """
        category_id | name           | parent_id
        ------------+----------------+----------
                  4 | Savoury things |      NULL
                 41 | Olive oil      |         4
        """,
        fine(CliRun.of("query", DEMO, DEPARTMENTS)).out());
  }

  @Test
  void printsCsvAndJson() {
    assertEquals(
        "category_id,name,parent_id\n4,Savoury things,\n41,Olive oil,4\n",
        fine(CliRun.of("query", DEMO, DEPARTMENTS, "--format", "CSV")).out());
    assertEquals(
        """
        [
        {"category_id": 4, "name": "Savoury things", "parent_id": null},
        {"category_id": 41, "name": "Olive oil", "parent_id": 4}
        ]
        """,
        fine(CliRun.of("query", DEMO, DEPARTMENTS, "--format", "json")).out());
  }

  @Test
  void readsTheQueryFromStandardInputAndFromFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("q.sql"), DEPARTMENTS + ";\n");
    String expected = fine(CliRun.of("query", DEMO, DEPARTMENTS)).out();
    assertEquals(expected, fine(CliRun.withInput(DEPARTMENTS, "query", DEMO)).out());
    assertEquals(expected, fine(CliRun.withInput(DEPARTMENTS, "query", DEMO, "-")).out());
    assertEquals(expected, fine(CliRun.withInput(DEPARTMENTS, "query", DEMO, "-f", "-")).out());
    assertEquals(expected, fine(CliRun.of("query", DEMO, "-f", file.toString())).out());
  }

  @Test
  void takesAWholeUrlAndProperties() {
    CliRun run = CliRun.of("query", "jdbc:calque:" + DEMO, "--set", "lenient=true", DEPARTMENTS);
    assertTrue(fine(run).out().contains("Olive oil"), run.out());
  }

  @Test
  void printsManyRows() {
    CliRun run = CliRun.of("query", DEMO, "SELECT order_id, ordered_at FROM order", "--format=csv");
    assertEquals(23_876, fine(run).out().lines().count());
  }

  @Test
  void anErrorIsItsMessageAndNothingElse() {
    CliRun run = CliRun.of("query", DEMO, "SELECT nmae FROM customer");
    assertEquals(Main.FAILED, run.exitCode());
    assertEquals("", run.out());
    assertEquals(
        """
        no feature of customer is called nmae; did you mean name?
        at line 1, column 8:
          SELECT nmae FROM customer
                 ^^^^
        [CALQUE-201]
        """,
        run.err());
  }

  @Test
  void explainIsForReading() {
    CliRun run =
        fine(
            CliRun.of(
                "explain", DEMO, "SELECT c.name FROM customer c JOIN order o USING('billing')"));
    assertTrue(run.out().startsWith("warehouse sql\n    SELECT c.name\n    FROM ("), run.out());
    assertTrue(run.out().contains("\njoin billing\n    "), run.out());
  }

  @Test
  void explainSaysOfAMetricWhatCountsOnce() {
    String sql =
        "SELECT c.region, METRIC('c.customers') AS n FROM customer c JOIN order o GROUP BY ALL";
    CliRun run = fine(CliRun.of("explain", DEMO, sql));
    assertTrue(
        run.out()
            .endsWith(
                """
                metric c.customers
                    COUNT({customer_id}), over each row of customer once
                    a row of c may meet several of o, so one of each is marked in every group, by customer_id
                """),
        run.out());
    CliRun analyzed = fine(CliRun.of("explain", "--analyze", DEMO, sql));
    assertTrue(analyzed.out().contains("\nwarehouse plan "), analyzed.out());
  }

  @Test
  void explainHasRowsToo() {
    CliRun run = fine(CliRun.of("explain", DEMO, "SELECT name FROM customer", "--format", "csv"));
    assertTrue(run.out().startsWith("topic,subject,detail\nwarehouse sql,"), run.out());
  }
}
