package io.calque.joins;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several joins in one FROM: which two entities each one is between, and what the whole means. */
class JoinTreeTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(JoinTreeTest.class, "shop", "nasty");

  @Test
  void oneEntityPlaysTwoRoles() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT o.label, placed.label, billed.label
        FROM order o
        LEFT JOIN customer placed USING ('customer_to_order')
        LEFT JOIN customer billed USING ('o.customer_to_billing_order')
        """,
        """
        SELECT o.label, placed.label, billed.label
        FROM orders o
        LEFT JOIN people placed ON placed.person_id = o.cust
        LEFT JOIN people billed ON billed.person_id = o.bill_cust
        """);
  }

  @Test
  void oneBridgeServesTwoJoins() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT o.label, bought.label, gift.label
        FROM order o
        LEFT JOIN product bought USING ('order_to_product')
        LEFT JOIN product gift USING ('o.order_to_gift')
        """,
        """
        SELECT o.label, bought.label, gift.label
        FROM orders o
        LEFT JOIN (SELECT i.ord_no, p.label FROM order_items i, products p WHERE i.sku = p.sku)
          bought ON bought.ord_no = o.ord_no
        LEFT JOIN (SELECT i.ord_no, p.label FROM order_items i, products p WHERE i.gift_sku = p.sku)
          gift ON gift.ord_no = o.ord_no
        """);
  }

  @Test
  void aLookupMayBeTakenTwice() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT o.label, p.label, other.label
        FROM order o JOIN product p LEFT JOIN order other USING ('p.order_to_product')
        """,
        """
        SELECT o.label, p.label, other.label
        FROM orders o JOIN order_items i ON i.ord_no = o.ord_no JOIN products p ON p.sku = i.sku
        LEFT JOIN (SELECT j.sku, x.label FROM order_items j, orders x WHERE j.ord_no = x.ord_no)
          other ON other.sku = p.sku
        """);
  }

  @Test
  void threeEntitiesInARow() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, p.label
        FROM customer c LEFT JOIN order o LEFT JOIN product p USING ('o.order_to_product')
        """,
        """
        SELECT c.label, o.label, p.label
        FROM people c LEFT JOIN orders o ON o.cust = c.person_id
        LEFT JOIN (SELECT i.ord_no, p.label FROM order_items i, products p WHERE i.sku = p.sku)
          p ON p.ord_no = o.ord_no
        """);
  }

  @Test
  void threeEntitiesAroundOne() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, q.label, a.label, v.label
        FROM customer c LEFT JOIN passport q LEFT JOIN account a LEFT JOIN visit v
        """,
        """
        SELECT c.label, q.label, a.label, v.label
        FROM people c
        LEFT JOIN passports q ON q.holder = c.person_id
        LEFT JOIN accounts a ON a.acct = c.acct AND a.brand = c.brand
        LEFT JOIN visits v ON lower(trim(v.mail)) = lower(trim(c.mail))
        """);
  }

  @Test
  void aDefaultJoinMayFollowALookup() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT p.label, o.label, w.label
        FROM product p RIGHT JOIN order o LEFT JOIN warranty w
        """,
        """
        SELECT p.label, o.label, NULL
        FROM (SELECT i.ord_no, p.label FROM order_items i, products p WHERE i.sku = p.sku) p
        RIGHT JOIN orders o ON p.ord_no = o.ord_no
        """);
  }

  @Test
  void joinsOfDifferentKeywordsNestToTheLeft() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, t.label
        FROM customer c JOIN order o
        FULL JOIN account a ON c.customer_to_account
        LEFT JOIN coupon t USING ('c.customer_to_coupon')
        """,
        """
        SELECT c.label, o.label, t.label
        FROM people c JOIN orders o ON o.cust = c.person_id
        FULL JOIN accounts a ON a.acct = c.acct AND a.brand = c.brand
        LEFT JOIN (SELECT g.person, k.label FROM grants g, coupons k
                   WHERE g.code = upper(trim(k.raw_code))) t ON t.person = c.person_id
        """);
  }

  @Test
  void aFullJoinThroughALookupMayFollowAnother() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, p.label
        FROM customer c JOIN order o FULL JOIN product p USING ('o.order_to_product')
        """,
        """
        WITH co AS (SELECT c.label AS c, o.label AS o, o.ord_no
                    FROM people c JOIN orders o ON o.cust = c.person_id),
             met AS (SELECT co.c, co.o, p.label AS p FROM co, order_items i, products p
                     WHERE co.ord_no = i.ord_no AND i.sku = p.sku)
        FROM met
        UNION ALL SELECT c, o, NULL FROM co WHERE o NOT IN (SELECT o FROM met)
        UNION ALL SELECT NULL, NULL, label FROM products WHERE label NOT IN (SELECT p FROM met)
        """);
  }

  @Test
  void aCommaSeparatesJoinTrees() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, s.label
        FROM customer c LEFT JOIN order o, supplier s
        WHERE s.id IN (1, 2)
        """,
        """
        SELECT c.label, o.label, s.label
        FROM people c LEFT JOIN orders o ON o.cust = c.person_id, suppliers s
        WHERE s.sup_no IN (1, 2)
        """);
  }

  @Test
  void aCrossJoinAsksForNoRelationship() throws SQLException {
    SHOP.assertSameRows(
        "SELECT s.label, t.label FROM supplier s CROSS JOIN tag t",
        "SELECT s.label, t.label FROM suppliers s, tags t");
  }

  @Test
  void aJoinMayStandInParenthesesOnTheRight() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, p.label
        FROM customer c LEFT JOIN (order o JOIN product p) ON c.customer_to_order
        """,
        """
        SELECT c.label, op.o, op.p
        FROM people c LEFT JOIN
          (SELECT o.label AS o, p.label AS p, o.cust FROM orders o, order_items i, products p
           WHERE o.ord_no = i.ord_no AND i.sku = p.sku) op ON op.cust = c.person_id
        """);
  }

  @Test
  void aJoinMayStandInParenthesesOnTheLeft() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, p.label
        FROM (customer c JOIN order o) RIGHT JOIN product p USING ('o.order_to_product')
        """,
        """
        SELECT co.c, co.o, p.label
        FROM (SELECT c.label AS c, o.label AS o, i.sku FROM people c, orders o, order_items i
              WHERE c.person_id = o.cust AND o.ord_no = i.ord_no) co
        RIGHT JOIN products p ON p.sku = co.sku
        """);
  }

  @Test
  void aConditionWrittenByHandIsTakenAsItIs() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label FROM customer c
        LEFT JOIN order o ON c.id = o.billing_customer_id AND o.amount > 5
        """,
        """
        SELECT c.label, o.label FROM people c
        LEFT JOIN orders o ON c.person_id = o.bill_cust AND o.amount > 5
        """);
  }

  @Test
  void usingAndNaturalJoinOnFeatures() throws SQLException {
    SHOP.assertSameRows(
        "SELECT account_id, c.label, a.label FROM customer c LEFT JOIN account a USING (account_id)",
        "SELECT acct, c.label, a.label FROM people c LEFT JOIN accounts a USING (acct)");
    SHOP.assertSameRows(
        "SELECT * FROM (SELECT account_id, brand FROM customer) c NATURAL FULL JOIN account a",
        "SELECT * FROM (SELECT acct, brand FROM people) c NATURAL FULL JOIN (SELECT label, acct,"
            + " brand FROM accounts) a");
    SHOP.assertSameRows(
        "SELECT * FROM coupon NATURAL JOIN campaign",
        "SELECT k.label, k.sku, upper(trim(k.raw_code)), m.coupon FROM coupons k JOIN campaigns m"
            + " ON k.label = m.label");
  }

  @Test
  void entitiesHaveOtherNames() throws SQLException {
    SHOP.assertSameRows(
        "SELECT b.label, o.label FROM buyer b LEFT JOIN order o",
        "SELECT b.label, o.label FROM people b LEFT JOIN orders o ON o.cust = b.person_id");
    SHOP.assertSameRows(
        "SELECT client.name, buyer.name FROM client JOIN buyer USING ('customer_to_referred')",
        "SELECT a.full_name, b.full_name FROM people a JOIN people b ON b.ref_by = a.person_id");
    SHOP.assertSameRows(
        "SELECT c.label FROM entity('customer') c JOIN ENTITIES.Order o",
        "SELECT c.label FROM people c JOIN orders o ON o.cust = c.person_id");
  }

  @Test
  void reservedWordsNameEntitiesAndColumns() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT g."from", g."to", g.select, g.label FROM customer, group g
        WHERE customer.score BETWEEN g."from" AND g."to"
        """,
        """
        SELECT g."from", g."to", g."select", g.label FROM people c, groups g
        WHERE c.score BETWEEN g."from" AND g."to"
        """);
    SHOP.assertSameRows(
        "SELECT order.value, date, customer.label FROM order JOIN customer LEFT JOIN passport",
        """
        SELECT o."value", q."date", c.label FROM orders o JOIN people c ON c.person_id = o.cust
        LEFT JOIN passports q ON q.holder = c.person_id
        """);
  }
}
