package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterializeVerbTest {
  private static final String TABLES =
      """
      aggregates:
        - {name: by_day, table: shop.main.sales_by_day, grain: [day], metrics: [sales, revenue]}
        - {name: by_channel, table: shop.main.sales_by_channel, grain: [channel], metrics: [sales]}
      """;

  @TempDir private Path folder;

  /** A project of one entity over three rows, with these pre-aggregated tables. */
  static Path shop(Path folder, String tables) throws IOException {
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(
        folder.resolve("calque.yml"), "warehouse: {url: 'jdbc:duckdb:shop.duckdb'}\n");
    Files.writeString(folder.resolve("entities_relationships.yml"), "relationships: {}\n");
    Files.writeString(
        folder.resolve("entities/sale.yml"),
        """
        name: sale
        description: A sale
        key_source: shop.main.sales
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, description: '', source: shop.main.sales, field: id}
          - {type: field, name: day, data_type: datetime, description: '', source: shop.main.sales, field: day}
          - {type: field, name: channel, data_type: string, description: '', source: shop.main.sales, field: channel}
          - {type: field, name: amount, data_type: number, description: '', source: shop.main.sales, field: amount}
        metrics:
          - {name: sales, description: How many, sql: 'COUNT({id})'}
          - {name: revenue, description: Sum of amounts, sql: 'SUM({amount})'}
        """
            + tables);
    return folder;
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void makeShop() throws IOException, SQLException {
    shop(folder, TABLES);
    run(
        "CREATE TABLE sales AS SELECT * FROM (VALUES (1, DATE '2024-01-01', 'web', 5),"
            + " (2, DATE '2024-01-01', 'shop', 7), (3, DATE '2024-01-02', 'web', NULL))"
            + " t(id, day, channel, amount)");
  }

  private CliRun calque(String verb, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = verb;
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CliRun.of(all);
  }

  @Test
  void buildsAndTellsHowMuch() throws IOException, SQLException {
    makeShop();
    CliRun run = calque("materialize");
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals(
        """
        sale.by_day: 2 rows in shop.main.sales_by_day, # s
        sale.by_channel: 2 rows in shop.main.sales_by_channel, # s
        """,
        run.out().replaceAll("[\\d.]+ s\n", "# s\n"));
    assertEquals(
        "day,n\n2024-01-01,2\n2024-01-02,1\n",
        calque(
                "query",
                "SELECT day, METRIC('sales') AS n FROM sale GROUP BY day ORDER BY day",
                "--format",
                "csv")
            .out()
            .replace("\r\n", "\n"));
  }

  @Test
  void explainSaysWhichTableAnswers() throws IOException, SQLException {
    makeShop();
    String query = "SELECT day, METRIC('revenue') AS revenue FROM sale GROUP BY day";
    assertTrue(
        calque("explain", query).out().contains("by_day is not used: there is no table"), query);
    calque("materialize");
    assertEquals(
        """
        warehouse sql
            SELECT day, SUM(sale.calque_m2) AS revenue
            FROM (SELECT t.day, t.revenue AS calque_m2 FROM shop.main.sales_by_day AS t) AS sale
            GROUP BY day

        entity sale
            sale, from shop.main.sales_by_day
            features used: day

        aggregate sale
            by_day answers, from shop.main.sales_by_day, which has a row for each day
            the stored values of a group are put together

        metric sale.revenue
            SUM({amount}), over each row of sale once
            as stored in shop.main.sales_by_day
        """,
        calque("explain", query).out());
  }

  @Test
  void buildsOnlyWhatIsNamed() throws IOException, SQLException {
    makeShop();
    CliRun run = calque("materialize", "by_channel");
    assertEquals(1, run.out().lines().count(), run.out());
    assertTrue(run.out().startsWith("sale.by_channel: 2 rows"), run.out());
    CliRun wrong = calque("materialize", "by_dya");
    assertEquals(Main.USAGE, wrong.exitCode());
    assertTrue(wrong.err().contains("there is no pre-aggregated table by_dya"), wrong.err());
  }

  @Test
  void aDryRunPrintsTheSql() throws IOException, SQLException {
    makeShop();
    CliRun run = calque("materialize", "by_channel", "--dry-run");
    assertEquals(
        """
        -- sale.by_channel
        CREATE TABLE shop.main.sales_by_channel AS
        SELECT d.channel, d.sales, CAST('#' AS VARCHAR) AS calque_definition
        FROM (
          SELECT e_1.channel AS channel, COUNT(e_1.id) AS sales
          FROM (SELECT t.channel, t.id FROM shop.main.sales AS t) AS e_1
          GROUP BY e_1.channel
        ) AS d;
        """,
        run.out().replaceAll("CAST\\('\\w+'", "CAST('#'"));
    assertTrue(
        calque("check", "--data").out().contains("there is no table shop.main.sales_by_channel"));
  }

  @Test
  void aTableOfSomebodyElseIsLeftAlone() throws IOException, SQLException {
    makeShop();
    run("CREATE TABLE sales_by_day AS SELECT 17 AS mine");
    CliRun run = calque("materialize");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(
        run.err().contains("shop.main.sales_by_day is there already, and not made by calque"),
        run.err());
    run("SELECT mine FROM sales_by_day");
  }

  @Test
  void checkTellsWhatIsOutOfDate() throws IOException, SQLException {
    makeShop();
    calque("materialize");
    assertTrue(calque("check", "--data").out().contains("the data: no problems"));
    run("INSERT INTO sales VALUES (4, DATE '2024-01-02', 'fair', 1)");
    CliRun run = calque("check", "--data");
    assertEquals(Main.FINE, run.exitCode(), run.out());
    assertTrue(
        run.out()
            .contains(
                "warning V12: pre-aggregated table by_day of sale: 2 rows differ from its"
                    + " definition"),
        run.out());
    assertTrue(run.out().contains("by_channel of sale: 1 row differs"), run.out());
    calque("materialize");
    assertTrue(calque("check", "--data").out().contains("the data: no problems"));
  }

  @Test
  void withoutDeclarationsThereIsNothingToDo() throws IOException {
    shop(folder, "");
    CliRun run = calque("materialize");
    assertEquals(Main.FINE, run.exitCode());
    assertEquals("The model declares no pre-aggregated tables.\n", run.err());
  }

  @Test
  void aModelWithErrorsWritesNothing() throws IOException, SQLException {
    makeShop();
    shop(folder, TABLES.replace("grain: [day]", "grain: [dya]"));
    CliRun run = calque("materialize");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("error Y7: dya in the grain of"), run.err());
    assertTrue(run.err().contains("Nothing is written"), run.err());
  }

  /** Queries, metadata and the graph know of it. */
  @Test
  void theModelTellsOfIt() throws IOException, SQLException {
    makeShop();
    assertEquals(
        """
        entity,name,stored_in,grain,metrics
        sale,by_day,shop.main.sales_by_day,day,"sales, revenue"
        sale,by_channel,shop.main.sales_by_channel,channel,sales
        """,
        calque(
                "query",
                "SELECT entity, name, stored_in, grain, metrics FROM meta.aggregates",
                "--format",
                "csv")
            .out()
            .replace("\r\n", "\n"));
    assertTrue(
        calque("usages", "sale.revenue", "--format", "csv")
            .out()
            .contains("aggregate,sale.by_day"));
    assertTrue(
        calque("diff", shop(folder.resolve("other"), "").toString()).out().contains("by_day"));
  }
}
