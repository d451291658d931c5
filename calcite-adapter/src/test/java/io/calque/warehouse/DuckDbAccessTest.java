package io.calque.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB still lets through if everything before it failed. */
class DuckDbAccessTest {
  @TempDir Path folder;
  private final Warehouses warehouses = new Warehouses();

  private WarehouseSettings shop(Map<String, String> properties, String... init) {
    String parquet = folder.resolve("rows.parquet").toString();
    String url =
        TestWarehouse.file(
                folder.resolve("shop.duckdb"),
                "COPY (SELECT 42 AS a) TO '" + parquet + "'",
                "CREATE OR REPLACE TABLE t AS SELECT 1 AS a",
                "CREATE OR REPLACE VIEW v AS SELECT * FROM '" + parquet + "'")
            .url();
    return new WarehouseSettings(
        url,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        properties,
        List.of(init),
        Map.of());
  }

  private int first(WarehouseSettings settings, String sql) throws SQLException {
    try (Lease<Warehouse> lease = warehouses.lease(settings);
        WarehouseCursor rows =
            lease.value().run(sql, ParameterSetter.NONE, new CancelSignal(), RunOptions.NONE)) {
      assertTrue(rows.next());
      return rows.row().getInt(1);
    }
  }

  private String refusal(WarehouseSettings settings, String sql) {
    return assertThrows(WarehouseException.class, () -> first(settings, sql)).getSQLState();
  }

  @Test
  void nothingIsWrittenAndNoFileRead() {
    WarehouseSettings shop = shop(Map.of());
    assertEquals("25006", refusal(shop, "CREATE TABLE u AS SELECT 1"));
    assertEquals("42501", refusal(shop, "SELECT * FROM read_text('/etc/hostname')"));
    assertEquals("42501", refusal(shop, "COPY t TO '" + folder.resolve("out.csv") + "'"));
    assertEquals("42501", refusal(shop, "SELECT a FROM v"));
  }

  @Test
  void viewsOverFilesNeedAProperty() throws SQLException {
    assertEquals(
        42, first(shop(Map.of("allowed_directories", "['" + folder + "']")), "SELECT a FROM v"));
    assertEquals(42, first(shop(Map.of("enable_external_access", "true")), "SELECT a FROM v"));
  }

  @Test
  void aFileMayBeOpenedForWriting() throws SQLException {
    WarehouseSettings writing =
        shop(Map.of("duckdb.read_only", "false"), "CREATE OR REPLACE TABLE made AS SELECT 5 AS a");
    assertEquals(5, first(writing, "SELECT a FROM made"));
  }

  @Test
  void temporaryThingsAreThereOnEachConnection() throws SQLException {
    WarehouseSettings shop = shop(Map.of(), "CREATE TEMP VIEW tv AS SELECT 6 AS a");
    assertEquals(6, first(shop, "SELECT a FROM tv"));
  }

  @Test
  void wideIntegersAreDecimals() throws SQLException {
    try (Lease<Warehouse> lease = warehouses.lease(shop(Map.of()))) {
      WarehouseColumn sum = lease.value().describe("SELECT sum(a) FROM t").columns().get(0);
      assertEquals(Types.DECIMAL, sum.jdbcType());
      assertEquals(38, sum.precision());
      assertEquals("java.math.BigDecimal", sum.className());
    }
  }
}
