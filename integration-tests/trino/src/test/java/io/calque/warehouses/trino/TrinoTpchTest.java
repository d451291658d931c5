package io.calque.warehouses.trino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import io.calque.warehouses.ContractProject;
import io.calque.warehouses.TpchContract;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** TPC-H on two nodes of Trino, how its plans look there, and one model over two catalogs. */
class TrinoTpchTest extends TpchContract {
  @RegisterExtension static final ContractProject TPCH = ContractProject.tpch(Trino::new);

  @TempDir Path folder;

  TrinoTpchTest() {
    super(TPCH);
  }

  private static String plan(String sql) throws SQLException {
    String warehouseSql = TPCH.warehouseSql(sql);
    return String.join(
        "\n", Rows.of(TPCH.tables(), "EXPLAIN (TYPE DISTRIBUTED) " + warehouseSql).lines());
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
        "ScanFilterProject\\[table = tpch:tiny:customer, filterPredicate = \\(\"?c_mktsegment|"
            + "ScanFilter\\[table = tpch:tiny:customer, filterPredicate = \\(\"?c_mktsegment");
    String status = plan("SELECT COUNT(*) FROM order WHERE status = 'F'");
    assertHas(status, "tpch:o_orderstatus\\s+:: \\[\\[F\\]\\]");
    assertFalse(status.contains("o_totalprice"), status);
  }

  /** One query reads tables of two catalogs, which Trino joins. */
  @Test
  void oneModelSpansTwoCatalogs() throws IOException, SQLException {
    try (Connection fair = TPCH.warehouse().connect("fair", "crm");
        Statement statement = fair.createStatement()) {
      statement.execute(
          "CREATE TABLE notes AS SELECT * FROM (VALUES (1, 'VIP'), (2, 'late'), (2, 'rude')) t(customer, note)");
    }
    writeTwoCatalogs();
    try (Connection calque = DriverManager.getConnection("jdbc:calque:" + folder)) {
      Rows rows =
          Rows.of(
              calque,
              "SELECT c.name, METRIC('n.notes'), METRIC('c.balances') FROM customer c JOIN note n GROUP BY c.name ORDER BY c.name");
      assertEquals(
          List.of("Customer#000000001 | 1 | 711.56", "Customer#000000002 | 2 | 121.65"),
          rows.lines());
      assertEquals(
          List.of("Customer#000000003 | 0"),
          Rows.of(calque, "SELECT name, notes FROM customer WHERE id = 3").lines());
    }
  }

  /** The driver connects with the first query; the error says so. */
  @Test
  void aCoordinatorThatIsDown() throws IOException, SQLException {
    writeTwoCatalogs();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.writeString(
        folder.resolve("calque.yml"),
        "warehouse:\n  url: jdbc:trino://127.0.0.1:%d/tpch\n  user: ann\n".formatted(port));
    SQLException down =
        assertThrows(
            SQLException.class,
            () -> {
              try (Connection calque = DriverManager.getConnection("jdbc:calque:" + folder)) {
                Rows.of(calque, "SELECT id FROM customer");
              }
            });
    assertEquals("08", down.getSQLState().substring(0, 2), down.getMessage());
    assertTrue(down.getMessage().contains("127.0.0.1:" + port), down.getMessage());
  }

  private void writeTwoCatalogs() throws IOException {
    Files.writeString(
        folder.resolve("calque.yml"),
        "warehouse:\n  url: '%s'\n  user: ann\n".formatted(TPCH.warehouse().url("tpch")));
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(
        folder.resolve("entities/customer.yml"),
        """
        name: customer
        description: In one catalog
        key_source: tpch.tiny.customer
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, description: '', source: tpch.tiny.customer, field: c_custkey}
          - {type: field, name: name, data_type: string, description: '', source: tpch.tiny.customer, field: c_name}
          - {type: field, name: balance, data_type: number, description: '', source: tpch.tiny.customer, field: c_acctbal}
          - {type: metric, name: notes, data_type: number, description: '', source: note, metric: notes}
        metrics:
          - {name: balances, description: Sum, sql: "SUM({balance})"}
        """);
    Files.writeString(
        folder.resolve("entities/note.yml"),
        """
        name: note
        description: In another catalog
        key_source: fair.crm.notes
        keys: [customer_id, text]
        features:
          - {type: field, name: customer_id, data_type: number, description: '', source: fair.crm.notes, field: customer}
          - {type: field, name: text, data_type: string, description: '', source: fair.crm.notes, field: note}
        metrics:
          - {name: notes, description: How many, sql: "COUNT(*)"}
        """);
    Files.writeString(
        folder.resolve("entities_relationships.yml"),
        """
        relationships:
          customer-note:
            relationship: one_to_many
            description: What was written about them
            joins:
              - {name: about, type: sql, sql: '{source}.{id} = {destination}.{customer_id}'}
        """);
  }
}
