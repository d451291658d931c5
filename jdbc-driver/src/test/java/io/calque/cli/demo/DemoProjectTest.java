package io.calque.cli.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's folder and its data, seen from DuckDB. */
class DemoProjectTest {
  private static final List<String> TABLES =
      List.of(
          "ref.countries",
          "ref.suppliers",
          "core.categories",
          "core.products",
          "core.customers",
          "core.orders",
          "core.order_items");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  @BeforeAll
  static void makeOne() throws IOException, SQLException {
    assertTrue(DemoProject.make(shared.resolve("demo")));
  }

  private static String ask(Path demo, String sql) throws SQLException {
    String url = "jdbc:duckdb:" + demo.resolve("larder.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static long count(String sql) throws SQLException {
    return Long.parseLong(ask(shared.resolve("demo"), "SELECT COUNT(*) FROM " + sql));
  }

  @Test
  void twoDemosAreAlikeToTheLastRow() throws IOException, SQLException {
    Path other = folder.resolve("other");
    DemoProject.make(other);
    for (String table : TABLES) {
      String checksum =
          "SELECT md5(string_agg(row_text, '|' ORDER BY row_text)) FROM"
              + " (SELECT CAST(t AS VARCHAR) AS row_text FROM "
              + table
              + " t)";
      assertEquals(ask(shared.resolve("demo"), checksum), ask(other, checksum), table);
    }
  }

  @Test
  void thereIsEnoughToLookAt() throws SQLException {
    assertAll(
        () -> assertEquals(3_174, count("core.customers")),
        () -> assertEquals(23_875, count("core.orders")),
        () -> assertEquals(55_148, count("core.order_items")),
        () -> assertEquals(154, count("core.products")));
  }

  /** What real data has, and what wrong joins stumble over. */
  @Test
  void theAwkwardRowsAreThere() throws SQLException {
    String customer = "FROM core.customers c WHERE c.id =";
    assertAll(
        () -> assertTrue(count("core.orders WHERE cust_id IS NULL") > 100, "guests"),
        () ->
            assertTrue(
                count(
                        "core.orders o WHERE cust_id IS NOT NULL AND NOT EXISTS (%s o.cust_id)"
                            .formatted(customer))
                    > 50,
                "orders of erased customers"),
        () -> assertTrue(count("core.orders WHERE bill_to_cust_id <> cust_id") > 1_000, "gifts"),
        () -> assertTrue(count("core.orders WHERE bill_to_cust_id IS NULL") > 500, "unbilled"),
        () ->
            assertTrue(
                count(
                        "core.orders o WHERE NOT EXISTS (FROM core.order_items i WHERE i.order_id = o.id)")
                    > 100,
                "orders without lines"),
        () ->
            assertTrue(
                count(
                        "core.products p WHERE NOT EXISTS (FROM core.order_items i WHERE i.product_id = p.id)")
                    >= 7,
                "products never sold"),
        () ->
            assertTrue(
                count(
                        "core.order_items i WHERE NOT EXISTS (FROM core.products p WHERE p.id = i.product_id)")
                    > 10,
                "sales of withdrawn products"),
        () ->
            assertTrue(
                count(
                        "(FROM core.order_items SELECT 1 GROUP BY order_id, product_id HAVING COUNT(*) > 1)")
                    > 100,
                "a product twice in an order"),
        () -> assertTrue(count("core.customers WHERE country_cd = 'CH'") > 10, "unknown country"),
        () -> assertTrue(count("core.customers WHERE country_cd IS NULL") > 10, "no country"),
        () -> assertTrue(count("core.products WHERE category_id IS NULL") > 0, "no category"));
  }

  @Test
  void theRestIsSound() throws SQLException {
    assertAll(
        () ->
            assertEquals(
                0,
                count(
                    "core.order_items i WHERE NOT EXISTS (FROM core.orders o WHERE o.id = i.order_id)")),
        () ->
            assertEquals(
                0,
                count(
                    "core.orders o JOIN core.customers c ON c.id = o.cust_id WHERE o.ordered_at < c.signed_up_at")),
        () -> assertEquals(0, count("core.customers WHERE referred_by_id >= id")),
        () ->
            assertEquals(
                0,
                count(
                    "core.order_items i JOIN core.products p ON p.id = i.product_id JOIN core.orders o ON o.id = i.order_id WHERE CAST(o.ordered_at AS DATE) < p.launched_on")),
        () -> assertEquals(0, count("core.order_items WHERE unit_price <= 0 OR quantity <= 0")));
  }

  @Test
  void whatIsThereStaysAndWhatIsMissingComesBack() throws IOException, SQLException {
    Path demo = folder.resolve("demo");
    DemoProject.make(demo);
    assertFalse(DemoProject.make(demo), "nothing was missing");
    Path mine = demo.resolve("entities/customer.yml");
    Files.writeString(mine, "name: customer # mine\n");
    Files.delete(demo.resolve("larder.duckdb"));
    assertTrue(DemoProject.make(demo));
    assertEquals("name: customer # mine\n", Files.readString(mine));
    assertTrue(Files.exists(demo.resolve("larder.duckdb")));
  }

  @Test
  void whatIsNotADemoIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("calque.yml"), "name: mine\n");
    IOException refusal = assertThrows(IOException.class, () -> DemoProject.make(folder));
    assertTrue(refusal.getMessage().contains("not a demo"), refusal.getMessage());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(IOException.class, () -> DemoProject.make(file));
  }
}
