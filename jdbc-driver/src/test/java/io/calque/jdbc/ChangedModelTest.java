package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that change while connections are open. */
class ChangedModelTest {
  @TempDir Path folder;

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }

  private static boolean answers(Statement statement, String sql) {
    try {
      return first(statement, sql) != null;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Asks until the driver has looked at the files again; it pauses between two looks. */
  private static void until(Callable<Boolean> seen) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!seen.call()) {
      assertTrue(System.nanoTime() < deadline, "the change is not seen");
    }
  }

  @Test
  void newStatementsSeeChangesAndTheLastGoodModelStays() throws Exception {
    ModelShop shop = ModelShop.in(folder);
    String metric = "SELECT METRIC('products') FROM product";
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT weight FROM product")) {
      assertThrows(SQLException.class, () -> first(statement, "SELECT grams FROM product"));
      shop.write(
          "entities/product.yml",
          "name: product\nkey_source: products\nkeys: [sku]\nfeatures:\n"
              + "  - {name: sku, type: field, source: products, field: sku}\n"
              + "  - {name: weight, type: field, source: products, field: weight}\n"
              + "metrics:\n  - {name: products, sql: 'COUNT(*)'}\n");
      until(() -> answers(statement, metric));
      assertEquals("0", first(statement, metric));
      assertNull(statement.getWarnings());
      try (ResultSet columns = connection.getMetaData().getColumns(null, null, "product", "%s")) {
        assertTrue(columns.next());
        assertEquals("products", columns.getString("COLUMN_NAME"));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        assertFalse(rows.next());
      }
      shop.write("entities/product.yml", "name: [");
      until(() -> answers(statement, metric) && statement.getWarnings() != null);
      assertEquals("0", first(statement, metric));
      assertTrue(statement.getWarnings().getMessage().contains("last good model"));
      shop.entity("product", "", "sku", List.of("sku", "weight"), "", "");
      until(() -> !answers(statement, metric));
      assertThrows(SQLException.class, () -> first(statement, metric));
    }
  }
}
