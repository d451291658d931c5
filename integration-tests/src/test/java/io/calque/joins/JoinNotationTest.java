package io.calque.joins;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same join in the many ways that people and tools write it. */
class JoinNotationTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(JoinNotationTest.class, "shop", "nasty");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer c LEFT JOIN order o",
        "customer AS c LEFT OUTER JOIN order AS o",
        "entities.customer c LEFT JOIN \"order\" o USING ('customer_to_order')",
        "CUSTOMER C LEFT JOIN ORDER O USING ('Customer_To_Order')",
        "{oj customer c LEFT OUTER JOIN order o ON customer_to_order}",
        "customer c LEFT JOIN order o ON (customer_to_order)",
        "customer c LEFT JOIN order o ON ((C.Customer_To_Order) AND TRUE)",
        "customer c LEFT JOIN order o ON TRUE AND customer_to_order",
        "customer c LEFT JOIN order o -- isn't it\n USING /* ('x') */ ('customer_to_order') --",
        "customer c LEFT JOIN order o --",
        "(customer c LEFT JOIN order o)",
        "order o RIGHT JOIN customer c",
        "customer c LEFT JOIN order o ON o.customer_id = c.id",
        "entity('client') c LEFT JOIN entity('order') o"
      })
  void aDirectJoin(String from) throws SQLException {
    SHOP.assertSameRows(
        "SELECT c.label, o.label FROM " + from + "\nWHERE c.label <> 'c2'",
        """
        SELECT c.label, o.label FROM people c LEFT JOIN orders o ON o.cust = c.person_id
        WHERE c.label <> 'c2'
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order o LEFT JOIN product p",
        "order o LEFT JOIN product p USING ('order_to_product')",
        "order o LEFT JOIN product p ON (o.order_to_product)",
        "order o LEFT JOIN product p -- over the items",
        "order o LEFT JOIN (product p) ON order_to_product",
        "(order o) LEFT JOIN product p ON (order_to_product AND TRUE)",
        "product p RIGHT JOIN order o USING ('P.ORDER_TO_PRODUCT')",
        "order o TABLESAMPLE 100% LEFT JOIN product p"
      })
  void aLookup(String from) throws SQLException {
    SHOP.assertSameRows(
        "SELECT o.label, p.label FROM " + from + "\nWHERE o.label <> 'o2'",
        """
        SELECT o.label, p.label FROM orders o
        LEFT JOIN (order_items i JOIN products p ON i.sku = p.sku) ON i.ord_no = o.ord_no
        WHERE o.label <> 'o2'
        """);
  }

  /** Names that Calque gives out are never those that the query gives. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT order_items_1.label, b1.label FROM order order_items_1 LEFT JOIN product b1",
        "SELECT t.label, s.label FROM order t LEFT JOIN product s",
        "SELECT r1.label, calque_present.label FROM order r1 LEFT JOIN product calque_present",
        "SELECT \"O x\".label, \"select\".label FROM order \"O x\" LEFT JOIN product \"select\"",
        "SELECT order.label, product.label AS order_items_1 FROM order LEFT JOIN product"
      })
  void aliasesOfEveryKind(String sql) throws SQLException {
    SHOP.assertSameRows(
        sql,
        """
        SELECT o.label, p.label FROM orders o
        LEFT JOIN (order_items i JOIN products p ON i.sku = p.sku) ON i.ord_no = o.ord_no
        """);
  }

  @Test
  void aFullJoinThroughALookupBetweenJoinTrees() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, p.label, m.label
        FROM customer c FULL JOIN (product p LEFT JOIN campaign m) ON customer_to_product
        """,
        """
        WITH pm AS (SELECT p.sku, p.label AS p, m.label AS m FROM products p
                    LEFT JOIN (coupons k JOIN campaigns m ON m.coupon = upper(trim(k.raw_code)))
                      ON k.sku = p.sku),
             met AS (SELECT c.label AS c, pm.p, pm.m FROM people c, orders o, order_items i, pm
                     WHERE o.cust = c.person_id AND i.ord_no = o.ord_no AND pm.sku = i.sku)
        FROM met
        UNION ALL SELECT label, NULL, NULL FROM people WHERE label NOT IN (SELECT c FROM met)
        UNION ALL SELECT NULL, p, m FROM pm WHERE p NOT IN (SELECT p FROM met)
        """);
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, p.label
        FROM customer c FULL JOIN (order o JOIN product p) ON c.customer_to_product
        """,
        """
        WITH op AS (SELECT p.sku, p.label AS p, o.label AS o FROM orders o, order_items i,
                    products p WHERE i.ord_no = o.ord_no AND p.sku = i.sku),
             met AS (SELECT c.label AS c, op.o, op.p FROM people c, orders o, order_items i, op
                     WHERE o.cust = c.person_id AND i.ord_no = o.ord_no AND op.sku = i.sku)
        FROM met
        UNION ALL SELECT label, NULL, NULL FROM people WHERE label NOT IN (SELECT c FROM met)
        UNION ALL SELECT NULL, o, p FROM op WHERE p NOT IN (SELECT p FROM met)
        """);
  }

  @Test
  void subqueriesBesideAJoinName() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label FROM customer c LEFT JOIN order o ON customer_to_order AND EXISTS
          (SELECT 1 FROM product p JOIN order x WHERE x.id = o.id AND p.price > c.tier)
        """,
        """
        SELECT c.label, o.label FROM people c
        LEFT JOIN orders o ON c.person_id = o.cust AND EXISTS
          (SELECT 1 FROM products p, order_items i
           WHERE i.ord_no = o.ord_no AND p.sku = i.sku AND p.price > c.tier)
        """);
  }

  @Test
  void joinsThatOnlyTheWarehouseKnows() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label FROM customer c
        ASOF LEFT JOIN order o ON c.id = o.customer_id AND c.joined_on <= o.placed_on
        """,
        """
        SELECT c.label, o.label FROM people c
        ASOF LEFT JOIN orders o ON c.person_id = o.cust AND c.joined_on <= o.placed_on
        """);
    SHOP.assertSameRows(
        "SELECT c.label FROM customer c ANTI JOIN order o ON c.id = o.customer_id",
        "SELECT c.label FROM people c ANTI JOIN orders o ON c.person_id = o.cust");
  }
}
