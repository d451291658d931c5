package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** A look at the catalog for what stands there, and one question for each 64 tables. */
  @Test
  void asksTheWarehouseAFewTimes() throws SQLException {
    ModelShop shop = new ModelShop(folder);
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < 256; i++) {
      String formula = i % 2 == 0 ? "" : "  - {name: loud, type: formula, sql: 'upper({name})'}\n";
      shop.entity("e" + i, "", "id", List.of("id", "name"), formula, "");
      tables.append("CREATE TABLE e").append(i).append("s(id INTEGER NOT NULL, name VARCHAR);");
    }
    TestShop.sql(folder.resolve("big.duckdb"), tables.toString());
    shop.write(
        "calque.yml",
        "name: big\nwarehouse:\n  url: "
            + WatchedDuckDb.PREFIX
            + folder.resolve("big.duckdb")
            + "\n");
    try (WatchedDuckDb watched = WatchedDuckDb.register();
        Connection connection = shop.connect()) {
      int before = watched.questions();
      int rows = 0;
      try (ResultSet columns = connection.getMetaData().getColumns(null, "entities", "%", "%")) {
        while (columns.next()) {
          rows++;
          assertEquals(
              columns.getString("COLUMN_NAME").equals("id") ? "INTEGER" : "VARCHAR",
              columns.getString("TYPE_NAME"));
        }
      }
      assertEquals(256 * 2 + 128, rows);
      int asked = watched.questions() - before;
      assertTrue(asked <= 4, "asked " + asked + " times");
    }
  }

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
                () -> connection.getMetaData().getColumns(null, "entities", "%", "%"))) {
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
