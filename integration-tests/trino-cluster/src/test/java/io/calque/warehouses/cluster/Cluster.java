package io.calque.warehouses.cluster;

import io.calque.warehouses.Lack;
import io.calque.warehouses.TestWarehouse;
import io.calque.warehouses.TrinoLacks;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The cluster that all contracts run on: the fair in Iceberg tables, TPC-H in Hive's. */
final class Cluster implements TestWarehouse {
  private static TrinoCluster running;

  /** Started when first asked for; it ends with the JVM. */
  static synchronized TrinoCluster running() throws IOException, InterruptedException {
    if (running == null) {
      running = TrinoCluster.start(Files.createTempDirectory("calque-trino"));
    }
    return running;
  }

  private final TrinoCluster cluster;

  Cluster() throws IOException, InterruptedException {
    this.cluster = running();
  }

  @Override
  public String dialect() {
    return "trino";
  }

  @Override
  public String url(String catalog) {
    return "jdbc:trino://" + cluster.address() + "/" + catalog;
  }

  @Override
  public List<String> settings() {
    return List.of("user: ann");
  }

  @Override
  public Connection connect(String catalog, String schema) throws SQLException {
    Connection connection = DriverManager.getConnection(url(catalog) + "/" + schema + "?user=ann");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
    }
    return connection;
  }

  /** Iceberg has no SMALLINT, so one table is a view over another. */
  @Override
  public List<String> statements(String sql) {
    if (sql.startsWith("CREATE TABLE samples ")) {
      return List.of(
          sql.replace("samples", "stored_samples").replace("SMALLINT", "INTEGER"),
          "CREATE VIEW samples AS SELECT id, flag, CAST(small AS SMALLINT) AS small, whole, big, exact, wide, approx,"
              + " word, day, moment, instant FROM stored_samples");
    }
    return List.of(sql.replace("INSERT INTO samples", "INSERT INTO stored_samples"));
  }

  /** From what its connector makes up into files; orders lie apart by their status. */
  @Override
  public void loadTpch(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table :
          List.of("customer", "lineitem", "nation", "part", "partsupp", "region", "supplier")) {
        statement.execute(
            "CREATE TABLE %1$s AS SELECT * FROM generator.tiny.%1$s".formatted(table));
      }
      statement.execute(
          """
          CREATE TABLE orders WITH (partitioned_by = ARRAY['o_orderstatus']) AS
          SELECT o_orderkey, o_custkey, o_totalprice, o_orderdate, o_orderpriority, o_clerk, o_shippriority,
            o_comment, o_orderstatus FROM generator.tiny.orders""");
    }
  }

  @Override
  public Map<Lack, String> lacks() {
    return TrinoLacks.of(476);
  }

  @Override
  public void close() {
    // Others may still use it.
  }
}
