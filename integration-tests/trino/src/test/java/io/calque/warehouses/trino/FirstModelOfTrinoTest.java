package io.calque.warehouses.trino;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.cli.init.FirstModel;
import io.calque.cli.init.FirstModels;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseSettings;
import io.calque.warehouse.Warehouses;
import io.calque.warehouses.FirstModelShown;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first model of TPC-H's tables in a catalog that declares no keys and has many schemas. */
class FirstModelOfTrinoTest {
  @Test
  void theSchemaThatTheUrlNames() throws SQLException {
    WarehouseSettings settings =
        new WarehouseSettings(
            new Trino().url("tpch") + "/tiny",
            Optional.of("ann"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of());
    try (Lease<Warehouse> lease = new Warehouses().lease(settings)) {
      Warehouse warehouse = lease.value();
      FirstModel first =
          FirstModels.of("tpch", warehouse, warehouse.declaredTables(List.of()), subject -> {});
      assertEquals(FirstModelShown.TPCH_KEYS, FirstModelShown.keys(first));
      assertEquals(FirstModelShown.TPCH_GUESSED, FirstModelShown.joins(first));
    }
  }
}
