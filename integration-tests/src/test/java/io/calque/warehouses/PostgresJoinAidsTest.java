package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.cli.data.DataCheck;
import io.calque.cli.data.Finding;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.ModelLoader;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Password;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --data} says of indexes and statistics, which only PostgreSQL has. */
class PostgresJoinAidsTest {
  private static Postgres server;
  @TempDir private Path folder;

  @BeforeAll
  static void start() throws SQLException {
    server = Postgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = server.connect("fair", "yard");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private void writeModel() throws IOException {
    write("calque.yml", "warehouse: {url: '%s', user: postgres}\n".formatted(server.url("fair")));
    for (String entity : List.of("boat", "port")) {
      write(
          "entities/" + entity + ".yml",
          """
          name: %1$s
          description: ''
          key_source: fair.yard.%1$ss
          keys: [id]
          features:
            - {type: field, name: id, data_type: number, source: fair.yard.%1$ss, field: id, description: ''}
            - {type: field, name: home, data_type: number, source: fair.yard.%1$ss, field: Home, description: ''}
          """
              .formatted(entity));
    }
    write(
        "entities_relationships.yml",
        """
        relationships:
          port-boat:
            relationship: one_to_many
            description: Home
            joins:
              - {name: home_port, default: true, type: sql, sql: '{source}.{id} = {destination}.{home}'}
              - name: calls
                type: lookup
                lookup:
                  - {destination: fair.yard.stays, type: sql, sql: '{source}.{id} = {destination}.{port}'}
                  - {destination: boat, type: sql, sql: '{source}.{boat} = {destination}.{id}'}
        """);
  }

  private List<String> findings() throws SQLException {
    SemanticModel model = ModelLoader.load(folder, LoadOptions.named("fair")).model();
    WarehouseSettings settings =
        new WarehouseSettings(
            server.url("fair"),
            Optional.of("postgres"),
            Optional.<Password>empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of());
    try (Connection connection = DriverManager.getConnection("jdbc:calque:" + folder);
        Lease<Warehouse> lease = new Warehouses().lease(settings)) {
      return DataCheck.of(model, connection, lease.value(), step -> {}).stream()
          .map(PostgresJoinAidsTest::shown)
          .toList();
    }
  }

  private static String shown(Finding finding) {
    return "%s %d: %s. %s"
        .formatted(
            finding.kind().code(), finding.place().line(), finding.message(), finding.effect());
  }

  /** Twenty thousand boats and stays, and two ports, which nobody needs an index for. */
  @Test
  void largeTablesAreJoinedByIndexesAndKnownValues() throws Exception {
    writeModel();
    sql(
        "CREATE TABLE ports(id INTEGER, \"Home\" INTEGER)",
        "INSERT INTO ports VALUES (1, 1), (2, 2)",
        "CREATE TABLE boats(id INTEGER PRIMARY KEY, \"Home\" INTEGER) WITH (autovacuum_enabled = false)",
        "INSERT INTO boats SELECT g, 1 + g % 2 FROM generate_series(1, 40000) g",
        "CREATE TABLE stays(port INTEGER, boat INTEGER) WITH (autovacuum_enabled = false)",
        "INSERT INTO stays SELECT 1 + g % 2, g FROM generate_series(1, 40000) g",
        "CREATE INDEX ON stays (port, boat)");
    assertEquals(
        List.of(
            "V10 6: home_port finds rows of fair.yard.boats by Home, and no index begins with it. a"
                + " query that needs a few rows reads the whole table; CREATE INDEX ON fair.yard.boats"
                + " (\"Home\")",
            "V11 6: the warehouse has no statistics of fair.yard.boats, which home_port joins by Home."
                + " it guesses how many rows a join finds, and may choose a way that takes far too"
                + " long; ANALYZE fair.yard.boats",
            "V11 7: the warehouse has no statistics of fair.yard.stays, which calls joins by port. it"
                + " guesses how many rows a join finds, and may choose a way that takes far too long;"
                + " ANALYZE fair.yard.stays",
            "V10 7: calls finds rows of fair.yard.stays by boat, and no index begins with it. a query"
                + " that needs a few rows reads the whole table; CREATE INDEX ON fair.yard.stays"
                + " (boat)"),
        findings());
    sql("ANALYZE boats", "ANALYZE stays", "CREATE INDEX ON stays (boat)");
    assertEquals(
        List.of(
            "V10 6: home_port finds rows of fair.yard.boats by Home, and no index begins with it. a"
                + " query that needs a few rows reads all 40,000 rows; CREATE INDEX ON fair.yard.boats"
                + " (\"Home\")"),
        findings());
    sql("CREATE INDEX partial ON boats (\"Home\") WHERE id > 5");
    assertEquals(1, findings().size(), "an index over some of the rows does not serve a join");
    sql("CREATE INDEX ON boats (\"Home\")");
    assertEquals(List.of(), findings());
  }
}
