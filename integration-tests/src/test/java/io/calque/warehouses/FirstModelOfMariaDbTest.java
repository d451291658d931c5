package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.cli.init.FirstModel;
import io.calque.cli.init.FirstModels;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseSettings;
import io.calque.warehouse.Warehouses;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A warehouse without catalogs, whose keys its driver tells table by table. */
class FirstModelOfMariaDbTest {
  @Test
  void aSchemaIsADatabase() throws Exception {
    try (MariaDb server = MariaDb.start();
        Connection connection = server.connect("fair", "yard");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE ports(code INTEGER PRIMARY KEY, name VARCHAR(50))");
      statement.execute(
          "CREATE TABLE boats(id INTEGER PRIMARY KEY, port_code INTEGER, length DECIMAL(5, 1),"
              + " FOREIGN KEY (port_code) REFERENCES ports(code))");
      statement.execute("CREATE TABLE repairs(id INTEGER, boat_id INTEGER, cost INTEGER)");
      statement.execute(
          "CREATE TABLE races(boat INTEGER REFERENCES boats(id), port INTEGER REFERENCES ports(code),"
              + " UNIQUE (boat, port))");
      statement.execute("INSERT INTO ports VALUES (1, 'Cork'), (2, 'Kiel')");
      statement.execute("INSERT INTO boats VALUES (1, 1, 5), (2, 1, 6)");
      statement.execute("INSERT INTO repairs VALUES (1, 1, 50), (2, 1, 60)");
      statement.execute("INSERT INTO races VALUES (1, 2)");
      WarehouseSettings settings =
          new WarehouseSettings(
              server.url("fair"),
              Optional.of("root"),
              Optional.empty(),
              Optional.empty(),
              Map.of(),
              List.of(),
              Map.of());
      try (Lease<Warehouse> lease = new Warehouses().lease(settings)) {
        Warehouse warehouse = lease.value();
        FirstModel first =
            FirstModels.of(
                "yard", warehouse, warehouse.declaredTables(List.of("yard")), subject -> {});
        assertEquals(List.of("boat(id)", "port(code)", "repair(id)"), FirstModelShown.keys(first));
        assertEquals(
            List.of(
                "boat-repair one_to_many id = boat_id",
                "port-boat many_to_many code = port / boat = id",
                "port-boat one_to_many code = port_code"),
            FirstModelShown.joins(first));
        assertEquals("yard.boats", first.model().entity("boat").orElseThrow().source().toString());
      }
    }
  }
}
