package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.cli.data.DataCheck;
import io.calque.cli.data.Finding;
import io.calque.cli.init.FirstModel;
import io.calque.cli.init.FirstModels;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Severity;
import io.calque.model.write.ModelWriters;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseSettings;
import io.calque.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first model of TPC-H's tables: where no key is declared, and where all are. Both are right;
 * they differ in that a column which is part of a declared foreign key is not guessed about.
 */
class FirstModelOfTpchTest {
  private static final List<String> DECLARED =
      List.of(
          "customer-order one_to_many c_custkey = o_custkey",
          "nation-customer one_to_many n_nationkey = c_nationkey",
          "nation-supplier one_to_many n_nationkey = s_nationkey",
          "order-lineitem one_to_many o_orderkey = l_orderkey",
          "part-partsupp one_to_many p_partkey = ps_partkey",
          "partsupp-lineitem one_to_many ps_partkey = l_partkey AND ps_suppkey = l_suppkey",
          "region-nation one_to_many r_regionkey = n_regionkey",
          "supplier-partsupp one_to_many s_suppkey = ps_suppkey");

  private static final List<String> CONSTRAINTS =
      List.of(
          "ALTER TABLE region ADD PRIMARY KEY (r_regionkey)",
          "ALTER TABLE nation ADD PRIMARY KEY (n_nationkey), ADD FOREIGN KEY (n_regionkey) REFERENCES region",
          "ALTER TABLE supplier ADD PRIMARY KEY (s_suppkey), ADD FOREIGN KEY (s_nationkey) REFERENCES nation",
          "ALTER TABLE customer ADD PRIMARY KEY (c_custkey), ADD FOREIGN KEY (c_nationkey) REFERENCES nation",
          "ALTER TABLE part ADD PRIMARY KEY (p_partkey)",
          "ALTER TABLE partsupp ADD PRIMARY KEY (ps_partkey, ps_suppkey),"
              + " ADD FOREIGN KEY (ps_partkey) REFERENCES part, ADD FOREIGN KEY (ps_suppkey) REFERENCES supplier",
          "ALTER TABLE orders ADD PRIMARY KEY (o_orderkey), ADD FOREIGN KEY (o_custkey) REFERENCES customer",
          "ALTER TABLE lineitem ADD PRIMARY KEY (l_orderkey, l_linenumber),"
              + " ADD FOREIGN KEY (l_orderkey) REFERENCES orders,"
              + " ADD FOREIGN KEY (l_partkey, l_suppkey) REFERENCES partsupp");

  @TempDir private Path folder;

  @Test
  void withoutAnyKeyInDuckDb() throws Exception {
    try (DuckDb duckDb = new DuckDb();
        Connection connection = duckDb.connect("tpch", "main")) {
      duckDb.loadTpch(connection);
      WarehouseSettings settings =
          settings(duckDb.url("tpch"), Optional.empty(), List.of("USE tpch"));
      FirstModel first = make(settings);
      assertEquals(FirstModelShown.TPCH_KEYS, FirstModelShown.keys(first));
      assertEquals(FirstModelShown.TPCH_GUESSED, FirstModelShown.joins(first));
      assertEquals(
          List.of("Guess: the key, as no values repeat together and none is NULL in 60,175 rows."),
          FirstModelShown.notes(first, "lineitem"));
      assertEquals(
          List.of("Guess: it is called as the key there, and all values of 15,000 rows are there."),
          FirstModelShown.notes(first, "customer-order.by_o_custkey"));
      assertEquals(
          List.of("nation_name: nation.n_name"),
          FirstModelShown.toOneFields(first.model(), "customer"));
      assertTrue(asked(first) < 20, first.summary().toString());
      checkIsTrue(first, settings);
    }
  }

  @Test
  void withAllKeysDeclaredInPostgres() throws Exception {
    try (Postgres postgres = Postgres.start();
        Connection connection = postgres.connect("tpch", "public")) {
      postgres.loadTpch(connection);
      try (Statement statement = connection.createStatement()) {
        for (String constraint : CONSTRAINTS) {
          statement.execute(constraint);
        }
      }
      WarehouseSettings settings =
          settings(postgres.url("tpch"), Optional.of("postgres"), List.of());
      FirstModel first = make(settings);
      assertEquals(FirstModelShown.TPCH_KEYS, FirstModelShown.keys(first));
      assertEquals(DECLARED, FirstModelShown.joins(first));
      assertEquals(
          List.of(
              "entities: 8; keys: 8 declared, 0 guessed",
              "joins: 8 declared, 0 guessed; lookups: 0 declared, 0 guessed",
              "queries asked: 1"),
          first.summary());
      checkIsTrue(first, settings);
    }
  }

  private static WarehouseSettings settings(String url, Optional<String> user, List<String> init) {
    return new WarehouseSettings(
        url, user, Optional.empty(), Optional.empty(), Map.of(), init, Map.of());
  }

  private static FirstModel make(WarehouseSettings settings) throws SQLException {
    try (Lease<Warehouse> lease = new Warehouses().lease(settings)) {
      Warehouse warehouse = lease.value();
      return FirstModels.of("tpch", warehouse, warehouse.declaredTables(List.of()), subject -> {});
    }
  }

  private static int asked(FirstModel first) {
    String last = first.summary().get(first.summary().size() - 1);
    return Integer.parseInt(last.substring(last.lastIndexOf(' ') + 1));
  }

  /** The written files load without a problem, and the data is as they say. */
  private void checkIsTrue(FirstModel first, WarehouseSettings settings)
      throws IOException, SQLException {
    for (Map.Entry<String, String> file :
        ModelWriters.withNotes(first.model(), first.notes()).files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    StringBuilder config =
        new StringBuilder("name: tpch\nwarehouse:\n  url: '" + settings.url() + "'\n");
    settings.user().ifPresent(user -> config.append("  user: ").append(user).append('\n'));
    config.append("  init: ").append(settings.init()).append('\n');
    Files.writeString(folder.resolve("calque.yml"), config);
    LoadedModel loaded = ModelLoader.load(folder, LoadOptions.named("tpch"));
    assertEquals(List.of(), loaded.problems());
    try (Lease<Warehouse> lease = new Warehouses().lease(settings);
        Connection connection = DriverManager.getConnection("jdbc:calque:" + folder)) {
      List<Finding> findings = DataCheck.of(loaded.model(), connection, lease.value(), step -> {});
      assertEquals(
          List.of(), findings.stream().filter(f -> f.kind().severity() == Severity.ERROR).toList());
    }
  }
}
