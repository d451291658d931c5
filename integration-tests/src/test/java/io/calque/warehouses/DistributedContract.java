package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only an engine of several nodes can show, in Trino's words: where the work of a query over a
 * semantic model is done, and one model over tables of two catalogs.
 */
public abstract class DistributedContract extends TpchContract {
  private final ContractProject project;

  @TempDir Path folder;

  protected DistributedContract(ContractProject project) {
    super(project);
    this.project = project;
  }

  private String plan(String sql) throws SQLException {
    return explained("EXPLAIN (TYPE DISTRIBUTED) ", sql);
  }

  private String explained(String explain, String sql) throws SQLException {
    return String.join(
        "\n", Rows.of(project.tables(), explain + project.warehouseSql(sql)).lines());
  }

  private static void assertHas(String plan, String pattern) {
    assertTrue(Pattern.compile(pattern, Pattern.DOTALL).matcher(plan).find(), plan);
  }

  /** Each node reads its part, and sums it up before anything travels. */
  @Test
  void aggregatesWhereTheRowsAre() throws SQLException {
    String plan =
        plan("SELECT c.segment, METRIC('o.total') FROM customer c JOIN order o GROUP BY c.segment");
    assertHas(plan, "Fragment \\d+ \\[SOURCE|Fragment \\d+ \\[tpch:orders");
    assertHas(plan, "Aggregate\\[type = FINAL.*Aggregate\\[type = PARTIAL");
    assertHas(plan, "InnerJoin\\[criteria = \\(");
  }

  /** A metric feature is summed up before it is joined, and so are metrics over a fan-out. */
  @Test
  void metricsAreDistributed() throws SQLException {
    assertHas(plan("SELECT id, spent FROM customer"), "Aggregate\\[type = PARTIAL");
    String fanOut =
        plan(
            "SELECT c.segment, METRIC('c.balances'), METRIC('i.revenue') FROM customer c"
                + " JOIN order o JOIN lineitem i GROUP BY c.segment");
    assertHas(fanOut, "Output partitioning: HASH \\[");
    assertHas(fanOut, "Aggregate\\[type = PARTIAL");
    assertFalse(fanOut.contains("CrossJoin"), fanOut);
  }

  /** Of each customer's orders one is kept where they are read. */
  @Test
  void firstRowsAreFoundWhereTheRowsAre() throws SQLException {
    assertHas(
        plan("SELECT id, last_order FROM customer"),
        "TopNRanking.*RemoteSource.*TopNRanking.*TableScan\\[table = tpch:tiny:orders");
  }

  /** A filter over a feature is one over the table's column, and reads only what it needs. */
  @Test
  void filtersAreNextToTheTable() throws SQLException {
    assertHas(
        plan("SELECT id FROM customer WHERE segment = 'BUILDING'"),
        "(ScanFilterProject|ScanFilter)\\[table = tpch:tiny:customer, filterPredicate ="
            + " \\(\"?c_mktsegment");
    String status = plan("SELECT COUNT(*) FROM order WHERE status = 'F'");
    assertHas(status, "o_orderstatus[^\\n]*\\s+:: \\[\\[F\\]\\]");
    assertFalse(status.contains("o_totalprice"), status);
  }

  /** The connector leaves out what the filter leaves out, and each node sends one row of counts. */
  @Test
  void readsWhatIsAskedForAndSendsSums() throws SQLException {
    String counted = "SELECT COUNT(*) FROM order WHERE status = 'F'";
    String plan = explained("EXPLAIN ANALYZE ", counted);
    String rows = project.rows(counted).lines().get(0);
    assertHas(
        plan,
        "\\[(SOURCE|tpch:orders[^\\]]*)\\][^\\n]*\\n[^\\n]* Input: "
            + rows
            + " rows[^\\n]* Output: \\d rows? ");
    assertHas(plan, "Aggregate\\[type = PARTIAL.*TableScan\\[table = tpch:tiny:orders");
  }

  /** As the tasks tell that ran. */
  @Test
  void everyWorkerHasItsShare() throws SQLException {
    String sql =
        "SELECT c.region, METRIC('i.revenue'), METRIC('c.balances') FROM customer c JOIN order o"
            + " JOIN lineitem i WHERE i.quantity < 49 GROUP BY c.region";
    assertEquals(5, project.rows(sql).rows().size());
    String ran =
        "SELECT query_id FROM system.runtime.queries WHERE source = 'Calque' AND state = 'FINISHED'"
            + " AND query LIKE '%< 49%' AND query NOT LIKE 'EXPLAIN%' ORDER BY created DESC LIMIT 1";
    String query = Rows.of(project.tables(), ran).lines().get(0);
    Rows idle =
        Rows.of(
            project.tables(),
            """
            SELECT node_id FROM system.runtime.nodes WHERE NOT coordinator AND node_id NOT IN
              (SELECT node_id FROM system.runtime.tasks WHERE query_id = ? AND processed_input_rows > 0)\
            """,
            query);
    assertEquals(List.of(), idle.lines());
    assertEquals(
        List.of("true"),
        Rows.of(
                project.tables(),
                "SELECT count(*) > 4 FROM system.runtime.tasks WHERE query_id = ?",
                query)
            .lines());
  }

  /** One query reads tables of two catalogs, which the engine joins. */
  @Test
  void oneModelSpansTwoCatalogs() throws IOException, SQLException {
    try (Connection fair = project.warehouse().connect("fair", "crm");
        Statement statement = fair.createStatement()) {
      statement.execute(
          "CREATE TABLE notes AS SELECT * FROM (VALUES (1, 'VIP'), (2, 'late'), (2, 'rude')) t(customer, note)");
    }
    TwoCatalogs.write(folder, project.warehouse());
    try (Connection calque = DriverManager.getConnection("jdbc:calque:" + folder)) {
      String sql =
          "SELECT c.name, METRIC('n.notes'), METRIC('c.balances') FROM customer c JOIN note n GROUP BY c.name";
      assertEquals(
          List.of("Customer#000000001 | 1 | 711.56", "Customer#000000002 | 2 | 121.65"),
          Rows.of(calque, sql + " ORDER BY c.name").lines());
      assertEquals(
          List.of("Customer#000000003 | 0"),
          Rows.of(calque, "SELECT name, notes FROM customer WHERE id = 3").lines());
      String asked = Rows.of(calque, "EXPLAIN " + sql).rows().get(0).get(2);
      String plan =
          String.join(
              "\n", Rows.of(project.tables(), "EXPLAIN (TYPE DISTRIBUTED) " + asked).lines());
      assertHas(plan, "\\[table = tpch:tiny:customer");
      assertHas(plan, "\\[table = fair:(crm\\.notes|crm:notes|\\d+)");
      assertHas(plan, "InnerJoin\\[criteria = \\(");
    }
  }
}
