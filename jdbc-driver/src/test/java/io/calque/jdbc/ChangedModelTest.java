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

  /** Longer than the driver's own pause between two looks at the files. */
  private static void waitForTheNextLook() throws InterruptedException {
    Thread.sleep(300);
  }

  @Test
  void newStatementsSeeChangesAndTheLastGoodModelStays() throws Exception {
    ModelShop shop = ModelShop.in(folder);
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
      waitForTheNextLook();
      assertEquals("0", first(statement, "SELECT METRIC('products') FROM product"));
      assertNull(statement.getWarnings());
      try (ResultSet columns = connection.getMetaData().getColumns(null, null, "product", "%s")) {
        assertTrue(columns.next());
        assertEquals("products", columns.getString("COLUMN_NAME"));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        assertFalse(rows.next());
      }
      shop.write("entities/product.yml", "name: [");
      waitForTheNextLook();
      assertEquals("0", first(statement, "SELECT METRIC('products') FROM product"));
      assertTrue(statement.getWarnings().getMessage().contains("last good model"));
      shop.entity("product", "", "sku", List.of("sku", "weight"), "", "");
      waitForTheNextLook();
      assertThrows(
          SQLException.class, () -> first(statement, "SELECT METRIC('products') FROM product"));
    }
  }
}
