package io.calque.warehouses.trino;

import io.calque.warehouses.Lack;
import io.calque.warehouses.TestWarehouse;
import io.calque.warehouses.TrinoLacks;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Two nodes of Trino in this JVM, which talk over HTTP as two processes would: {@code fair} is a
 * catalog in memory, {@code tpch} one that makes TPC-H's data up.
 */
public final class Trino implements TestWarehouse {
  /** Started when first asked for; they end with the JVM, as starting them takes seconds. */
  private static final class Nodes {
    private static final DistributedQueryRunner RUNNING = started();

    private static DistributedQueryRunner started() {
      try {
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
        return nodes;
      } catch (Exception e) {
        throw new IllegalStateException("Trino cannot be started", e);
      }
    }
  }

  @Override
  public String dialect() {
    return "trino";
  }

  @Override
  public String url(String catalog) {
    return "jdbc:trino://" + Nodes.RUNNING.getCoordinator().getAddress() + "/" + catalog;
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
  public void loadTpch(Connection connection) {
    // Its connector makes them up as they are read.
  }

  @Override
  public Map<Lack, String> lacks() {
    return TrinoLacks.of(435);
  }

  @Override
  public void close() {
    // Others may still use it.
  }
}
