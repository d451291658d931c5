package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void severalQueriesAnswerOneAfterTheOther() throws IOException {
    String sql = "-- two\nSELECT 1 AS a;\nSELECT ';' AS b;\n";
    Path file = Files.writeString(folder.resolve("two.sql"), sql);
    for (CliRun run :
        List.of(
            CliRun.of("query", DEMO, "-f", file.toString(), "--format", "csv"),
            CliRun.withInput(sql, "query", DEMO, "--format", "csv"))) {
      assertEquals("a\n1\n\nb\n;\n", fine(run).out());
    }
  }

  @Test
  void theFirstErrorEndsItAndShowsItsPlaceInTheFile() throws IOException {
    String sql = "SELECT 1 AS a;\n\nSELECT :n::int, nmae\n  FROM customer; SELECT 3 AS c";
    Path file = Files.writeString(folder.resolve("three.sql"), sql);
    CliRun run = CliRun.of("query", DEMO, "-f", file.toString(), "--format", "csv", "-p", "n=7");
    assertEquals(Main.FAILED, run.exitCode());
    assertEquals("a\n1\n\n", run.out());
    assertEquals(
        """
        no feature of customer is called nmae; did you mean name?
        at line 3, column 17:
          SELECT :n::int, nmae
                          ^^^^
        [CALQUE-201]
        """,
        run.err());
    CliRun explained = CliRun.of("explain", DEMO, "SELECT nmae FROM customer");
    assertTrue(explained.err().contains("at line 1, column 8:\n  SELECT nmae"), explained.err());
  }

  @Test
  void parametersAreWhatTheWarehouseExpectsOrWhatIsSaid() {
    String sql =
        """
        SELECT category_id, name, ':name' AS text FROM category
        WHERE name = :name AND category_id >= :low AND category_id < :low + 1 -- :no\
        """;
    CliRun run = CliRun.of("query", DEMO, sql, "-p", "name=Olive oil", "-p", "low=41");
    assertEquals(
        """
        category_id | name      | text
        ------------+-----------+------
                 41 | Olive oil | :name
        """,
        fine(run).out());
    CliRun typed =
        CliRun.of(
            "query",
            DEMO,
            "--format=csv",
            "SELECT :a AS a, :b AS b, :c AS c, :d AS d, typeof(:e) AS e, :f AS f",
            "-p",
            "a=1.50",
            "-p",
            "b=2026-01-31",
            "-p",
            "c=01067",
            "-p",
            "d:text=7",
            "-p",
            "e:text=7",
            "-p",
            "f:null=");
    assertEquals("a,b,c,d,e,f\n1.50,2026-01-31,01067,7,VARCHAR,\n", fine(typed).out());
    String days = "SELECT COUNT(*) AS n FROM order WHERE ordered_on = %s AND is_gift = %s";
    assertEquals(
        fine(CliRun.of("query", DEMO, days.formatted("DATE '2026-01-31'", "false"))).out(),
        fine(CliRun.of(
                "query",
                DEMO,
                days.formatted(":day", ":gift"),
                "-p",
                "day=2026-01-31",
                "-p",
                "gift=false"))
            .out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | the parameter :low has no value: give it one with -p low=…; did you mean lo? | lo=1 | o=1",
        "2 | there is no :more in the SQL that could take the value of the parameter more | low=1 | more=2",
        "2 | the parameter low is given twice | low=1 | low=2",
        "2 | write name=value or name:type=value instead of low | low | o=1",
        "2 | there is no type txt of parameters; write one of number, boolean, date | low:txt=1 | o=1",
        "2 | the parameter low is \"x\", which is no number | low:number=x | o=1",
        "1 | the parameter low is \"x\", which is no number | low=x | o=1",
        "1 | the statement has ? beside parameters with names | low=1 | q=1",
      })
  void aWrongParameterIsAClearError(int exitCode, String message, String first, String second) {
    String sql = "SELECT name, :o, %s FROM category WHERE category_id > %s";
    boolean mixed = second.startsWith("q");
    CliRun run =
        CliRun.of(
            "query",
            DEMO,
            sql.formatted(mixed ? "?" : first.startsWith("lo=") ? ":lo" : "1", ":low"),
            "-p",
            first,
            "-p",
            mixed ? "o=1" : second);
    assertEquals(exitCode, run.exitCode(), run.err());
    assertTrue(run.err().startsWith(message), run.err());
    assertEquals("", run.out());
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
                    o is grouped by customer_id before it is joined, so the plain aggregate is right
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
