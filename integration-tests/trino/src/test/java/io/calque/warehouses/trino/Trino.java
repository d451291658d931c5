package io.calque.warehouses.trino;

import io.calque.warehouses.Lack;
import io.calque.warehouses.TestWarehouse;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two nodes of Trino in this JVM, which talk over HTTP as two processes would: {@code fair} is a
 * catalog in memory, {@code tpch} one that makes TPC-H's data up.
 */
public final class Trino implements TestWarehouse {
  private final DistributedQueryRunner nodes;

  private Trino(DistributedQueryRunner nodes) {
    this.nodes = nodes;
  }

  /** Starts both nodes. */
  static Trino start() throws Exception {
    DistributedQueryRunner nodes =
        DistributedQueryRunner.builder(TestingSession.testSessionBuilder().build())
            .setNodeCount(2)
            .build();
    nodes.installPlugin(new MemoryPlugin());
    nodes.createCatalog("fair", "memory", Map.of());
    nodes.installPlugin(new TpchPlugin());
    nodes.createCatalog(
        "tpch",
        "tpch",
        Map.of("tpch.column-naming", "STANDARD", "tpch.double-type-mapping", "DECIMAL"));
    return new Trino(nodes);
  }

  @Override
  public String dialect() {
    return "trino";
  }

  @Override
  public String url(String catalog) {
    return "jdbc:trino://" + nodes.getCoordinator().getAddress() + "/" + catalog;
  }

  @Override
  public List<String> settings() {
    return List.of("user: ann");
  }

  @Override
  public Connection connect(String catalog, String schema) throws SQLException {
    Connection connection = DriverManager.getConnection(url(catalog) + "/" + schema + "?user=ann");
    if (catalog.equals("fair")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      }
    }
    return connection;
  }

  @Override
  public Map<Lack, String> lacks() {
    Map<Lack, String> lacks = new HashMap<>();
    lacks.put(Lack.GROUP_BY_ALL, "comes with version 478");
    lacks.put(Lack.QUALIFY, "not in Trino");
    lacks.put(Lack.DISTINCT_ON, "not in Trino");
    lacks.put(Lack.ILIKE, "it is lower(…) LIKE");
    lacks.put(Lack.COLON_CAST, "not in Trino");
    lacks.put(Lack.INTERVAL_AS_TEXT, "it is INTERVAL '30' DAY");
    lacks.put(Lack.LIST_LITERAL, "arrays are written ARRAY[…]");
    lacks.put(Lack.MATCHES, "it is regexp_like");
    lacks.put(Lack.MEDIAN, "it is approx_percentile(…, 0.5)");
    lacks.put(Lack.CORRELATED_INEQUALITY, "its planner knows correlation by equality only");
    return lacks;
  }

  @Override
  public void close() {
    nodes.close();
  }
}
