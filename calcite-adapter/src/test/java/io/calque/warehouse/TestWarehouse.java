package io.calque.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB files to test with. */
final class TestWarehouse {
  private TestWarehouse() {}

  /** Makes a file by running SQL in it, and says how to connect. */
  static WarehouseSettings file(Path file, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return WarehouseSettings.of("jdbc:duckdb:" + file);
  }
}
