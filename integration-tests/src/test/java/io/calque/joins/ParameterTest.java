package io.calque.joins;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parameters keep their order, wherever the joins and the entities move the text around them. */
class ParameterTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(ParameterTest.class, "shop", "nasty");

  @Test
  void parametersStandInSelectOnWhereAndLimit() throws SQLException {
    SHOP.assertSameList(
        """
        SELECT ? || c.label, o.label FROM customer c
        LEFT JOIN order o ON customer_to_order AND o.amount > ?
        WHERE c.tier >= ? ORDER BY 1, 2 LIMIT ? OFFSET ?
        """,
        """
        SELECT ? || c.label, o.label FROM people c
        LEFT JOIN orders o ON c.person_id = o.cust AND o.amount > ?
        WHERE c.tier >= ? ORDER BY 1, 2 LIMIT ? OFFSET ?
        """,
        "=",
        15,
        2,
        3,
        1);
  }

  @Test
  void parametersBesideALookupKeepTheirPlaces() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT o.label || ?, p.label FROM order o
        LEFT JOIN product p ON p.price > ? AND order_to_product AND o.amount < ?
        WHERE o.status = ?
        """,
        """
        SELECT o.label || ?, p.label FROM orders o
        LEFT JOIN (order_items i JOIN products p ON i.sku = p.sku)
          ON p.price > ? AND i.ord_no = o.ord_no AND o.amount < ?
        WHERE o.status = ?
        """,
        "!",
        2,
        25,
        "paid");
  }

  @Test
  void parametersInSubqueriesOnBothSides() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT a.n, b.n, ? AS last FROM
          (SELECT count(*) AS n FROM customer c RIGHT JOIN product p WHERE p.price = ?) a
          JOIN (SELECT count(*) AS n FROM order WHERE amount = ?) b ON a.n > ?
        """,
        """
        SELECT a.n, b.n, ? FROM
          (SELECT count(*) AS n FROM products p LEFT JOIN
            (SELECT i.sku FROM people c, orders o, order_items i
             WHERE c.person_id = o.cust AND o.ord_no = i.ord_no) x ON x.sku = p.sku
           WHERE p.price = ?) a
          JOIN (SELECT count(*) AS n FROM orders WHERE amount = ?) b ON a.n > ?
        """,
        "z",
        5,
        20,
        0);
  }
}
