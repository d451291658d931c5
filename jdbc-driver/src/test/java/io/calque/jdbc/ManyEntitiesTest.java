package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata of a model that is larger than anybody's. */
class ManyEntitiesTest {
  private static final int ENTITIES = 2_000;

  @TempDir Path folder;

  @Test
  void listsTheColumnsOfThousandsOfEntities() throws SQLException {
    ModelShop shop = new ModelShop(folder);
    shop.write("calque.yml", "name: big\nwarehouse:\n  url: jdbc:duckdb:big.duckdb\n");
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < ENTITIES; i++) {
      shop.entity("e" + i, "", "id", List.of("id", "name"), "", "");
      if (i % 100 != 0) {
        tables.append("CREATE TABLE e").append(i).append("s(id INTEGER, name VARCHAR);");
      }
    }
    TestShop.sql(folder.resolve("big.duckdb"), "BEGIN;" + tables + "COMMIT");
    try (Connection connection = shop.connect()) {
      for (int round = 0; round < 2; round++) {
        int typed = 0;
        int all = 0;
        try (ResultSet columns =
            assertTimeout(
                Duration.ofMinutes(2),
                () -> connection.getMetaData().getColumns(null, null, "%", "%"))) {
          while (columns.next()) {
            all++;
            typed += columns.getString("TYPE_NAME").equals("INTEGER") ? 1 : 0;
          }
        }
        assertEquals(2 * ENTITIES, all);
        assertEquals(ENTITIES - ENTITIES / 100, typed);
      }
    }
  }
}
