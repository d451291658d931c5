package io.calque.companies;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A web shop: two ways to be an order's customer, lookups over one and over two tables. */
class BlyTest {
  @RegisterExtension
  static final SideBySide BLY = SideBySide.project(BlyTest.class, "bly", "db_prod");

  @Test
  void theModelHasNoProblems() throws SQLException {
    assertNull(BLY.calque().getWarnings());
  }

  @Test
  void ordersPlacedAndOrdersPaidFor() throws SQLException {
    BLY.assertSameRows(
        """
        SELECT placed.handle, o.order_id, payer.handle FROM order o
        LEFT JOIN customer placed ON customer_to_order
        LEFT JOIN customer payer USING ('o.customer_to_billing_order')
        """,
        """
        SELECT a.handle, o.order_id, b.handle FROM core.orders o
        LEFT JOIN core.customers a ON a.customer_id = o.customer_id
        LEFT JOIN core.customers b ON b.customer_id = o.paid_by
        """);
    BLY.assertSameRows(
        "SELECT c.handle, o.net_amount FROM customer c FULL JOIN order o",
        """
        SELECT c.handle, o.net FROM core.customers c
        FULL JOIN core.orders o ON o.customer_id = c.customer_id
        """);
  }

  @Test
  void productsOfOrdersInBothDirections() throws SQLException {
    BLY.assertSameRows(
        "SELECT o.order_id, p.title FROM order o LEFT JOIN product p",
        """
        SELECT o.order_id, p.title FROM core.orders o
        LEFT JOIN (core.order_items i JOIN core.products p USING (product_id))
          ON i.order_id = o.order_id
        """);
    BLY.assertSameRows(
        "SELECT p.title, o.order_id FROM product p LEFT JOIN order o",
        """
        SELECT p.title, o.order_id FROM core.products p
        LEFT JOIN (core.order_items i JOIN core.orders o USING (order_id))
          ON i.product_id = p.product_id
        """);
  }

  @Test
  void productsOfCustomersInBothDirections() throws SQLException {
    String path =
        """
        FROM core.customers c JOIN core.orders o ON o.customer_id = c.customer_id
        JOIN core.order_items i ON i.order_id = o.order_id
        JOIN core.products p ON p.product_id = i.product_id
        """;
    BLY.assertSameRows(
        "SELECT DISTINCT c.handle, p.title FROM customer c JOIN product p",
        "SELECT DISTINCT c.handle, p.title " + path);
    BLY.assertSameRows(
        """
        SELECT p.title, count(c.handle) AS paths, count(DISTINCT c.id) AS buyers
        FROM product p LEFT JOIN customer c GROUP BY p.title
        """,
        """
        SELECT p.title, count(x.handle), count(DISTINCT x.customer_id) FROM core.products p
        LEFT JOIN (SELECT c.handle, c.customer_id, p.product_id %s) x USING (product_id)
        GROUP BY p.title
        """
            .formatted(path));
  }

  @Test
  void featuresOfCustomersAndProducts() throws SQLException {
    BLY.assertSameRows(
        "SELECT handle, order_count, total_revenue, billed_revenue, product_count FROM customer",
        """
        SELECT handle,
          (SELECT count(*) FROM core.orders o WHERE o.customer_id = c.customer_id),
          (SELECT sum(net) FROM core.orders o WHERE o.customer_id = c.customer_id),
          (SELECT sum(net) FROM core.orders o WHERE o.paid_by = c.customer_id),
          (SELECT count(DISTINCT p.product_id) FROM core.orders o
           JOIN core.order_items i USING (order_id) JOIN core.products p USING (product_id)
           WHERE o.customer_id = c.customer_id)
        FROM core.customers c
        """);
    BLY.assertSameRows(
        "SELECT title, order_count FROM product",
        """
        SELECT title, (SELECT count(DISTINCT o.order_id) FROM core.orders o
                       JOIN core.order_items i USING (order_id) WHERE i.product_id = p.product_id)
        FROM core.products p
        """);
  }
}
