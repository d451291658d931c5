package io.calque.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of a model found in a real catalog. */
class CatalogNamesTest {
  @TempDir Path folder;
  private final Warehouses warehouses = new Warehouses();
  private Lease<Warehouse> lease;

  @BeforeEach
  void connect() {
    Path more = folder.resolve("more.duckdb");
    TestWarehouse.file(more, "CREATE TABLE Extra (A INT)");
    WarehouseSettings settings =
        TestWarehouse.file(
            folder.resolve("my-shop.duckdb"),
            "CREATE TABLE Orders (Id INT, \"order\" INT, \"Two Words\" INT)",
            "CREATE SCHEMA core",
            "CREATE TABLE core.Items (id INT)",
            "CREATE VIEW sums AS SELECT 1 AS total");
    lease =
        warehouses.lease(
            new WarehouseSettings(
                settings.url(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of("ATTACH '" + more + "' AS more (READ_ONLY)"),
                Map.of()));
  }

  @AfterEach
  void close() {
    lease.close();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, Orders",
    "ORDERS, Orders",
    "sums, sums",
    "main.orders, main.Orders",
    "CORE.items, core.Items",
    "my-shop.core.ITEMS, \"my-shop\".core.Items",
    "more.extra, more.main.Extra",
    "more.main.EXTRA, more.main.Extra",
    "extra, extra",
    "items, items",
    "db_prod.core.items, db_prod.core.items",
    "no such, \"no such\""
  })
  void findsTables(String written, String printed) {
    assertEquals(printed, lease.value().tableNames().table(name(written)));
  }

  @ParameterizedTest
  @CsvSource({
    "id, Id",
    "ORDER, \"order\"",
    "two words, \"Two Words\"",
    "Select, \"Select\"",
    "nothing, nothing"
  })
  void findsColumns(String written, String printed) {
    assertEquals(printed, lease.value().tableNames().column(name("orders"), written));
  }

  @Test
  void quotesWhatItCannotFind() {
    TableNames names = TableNames.asWritten(WarehouseEngines.dialect("duckdb"));
    assertEquals("a.\"b c\"", names.table(name("a.b c")));
    assertEquals("\"x\"\"y\"", names.column(name("a"), "x\"y"));
  }

  private static TableName name(String written) {
    return new TableName(List.of(written.split("\\.")));
  }
}
