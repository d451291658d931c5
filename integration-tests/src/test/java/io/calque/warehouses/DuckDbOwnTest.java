package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which DuckDB holds data. */
class DuckDbOwnTest {
  private static final String COUNT = "SELECT COUNT(*) FROM item";
  private static final String ITEMS =
      "CREATE TABLE items AS SELECT range AS id, 'item ' || range AS name FROM range(1, 6)";

  @TempDir Path folder;

  private void file(String name, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(name));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection project(String table, String... warehouse) throws IOException, SQLException {
    return SmallProject.write(
            folder, table, "warehouse:\n  %s\n".formatted(String.join("\n  ", warehouse)))
        .connect();
  }

  /** Two at once, and the file is free afterwards. */
  @Test
  void aFile() throws IOException, SQLException {
    file("stock.duckdb", ITEMS);
    try (Connection one = project("stock.main.items", "url: jdbc:duckdb:stock.duckdb");
        Connection other = project("items", "url: jdbc:duckdb:stock.duckdb")) {
      assertEquals("5", SmallProject.value(one, COUNT));
      assertEquals("item 3", SmallProject.value(other, "SELECT next_name FROM item WHERE id = 2"));
    }
    file("stock.duckdb", "INSERT INTO items VALUES (6, 'item 6')");
  }

  /** Calque says so, and does not have to be started again when it is there. */
  @Test
  void aFileThatIsThereLater() throws IOException, SQLException {
    SQLException missing =
        assertThrows(
            SQLException.class, () -> project("stock.main.items", "url: jdbc:duckdb:stock.duckdb"));
    assertEquals(605, missing.getErrorCode(), missing.getMessage());
    assertTrue(missing.getMessage().contains("stock.duckdb"), missing.getMessage());
    file("stock.duckdb", ITEMS);
    try (Connection calque = project("stock.main.items", "url: jdbc:duckdb:stock.duckdb")) {
      assertEquals("5", SmallProject.value(calque, COUNT));
    }
  }

  @Test
  void inMemory() throws IOException, SQLException {
    try (Connection calque =
        project("items", "url: 'jdbc:duckdb:'", "init: [" + quoted(ITEMS) + "]")) {
      assertEquals("5", SmallProject.value(calque, COUNT));
    }
  }

  @Test
  void attachedDatabases() throws IOException, SQLException {
    file("more.duckdb", "CREATE SCHEMA depot", ITEMS.replace("items", "depot.items"));
    String attach = "ATTACH '%s' AS more (READ_ONLY)".formatted(folder.resolve("more.duckdb"));
    try (Connection calque =
        project("MORE.Depot.Items", "url: 'jdbc:duckdb:'", "init: [" + quoted(attach) + "]")) {
      assertEquals("5", SmallProject.value(calque, COUNT));
    }
  }

  /** Views over files may be read; nothing else of the machine is within reach. */
  @Test
  void parquetAndCsvBehindViews() throws IOException, SQLException {
    file(
        "maker.duckdb",
        ITEMS,
        "COPY items TO '%s' (FORMAT parquet)".formatted(folder.resolve("items.parquet")),
        "COPY items TO '%s' (FORMAT csv)".formatted(folder.resolve("items.csv")));
    for (String kind : new String[] {"parquet", "csv"}) {
      Path data = folder.resolve("items." + kind);
      file("views_" + kind + ".duckdb", "CREATE VIEW items AS SELECT * FROM '" + data + "'");
      String url = "url: jdbc:duckdb:views_" + kind + ".duckdb";
      String allowed = "properties: {allowed_directories: \"['%s']\"}".formatted(folder);
      try (Connection calque = project("items", url, allowed)) {
        assertEquals("5", SmallProject.value(calque, COUNT));
      }
      try (Connection calque = project("items", url)) {
        SQLException closed =
            assertThrows(SQLException.class, () -> SmallProject.value(calque, COUNT));
        assertTrue(closed.getMessage().contains("allowed_directories"), closed.getMessage());
      }
    }
  }

  private static String quoted(String sql) {
    return '"' + sql.replace("\"", "\\\"") + '"';
  }

  @Test
  void theFileIsReadOnly() throws IOException, SQLException {
    file("stock.duckdb", ITEMS);
    assertTrue(Files.exists(folder.resolve("stock.duckdb")));
    try (Connection calque = project("items", "url: jdbc:duckdb:stock.duckdb")) {
      SQLException taken =
          assertThrows(SQLException.class, () -> file("stock.duckdb", "DROP TABLE items"));
      assertTrue(taken.getMessage().contains("different configuration"), taken.getMessage());
      assertEquals("5", SmallProject.value(calque, COUNT));
    }
  }
}
