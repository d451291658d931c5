package io.calque.joins;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Entities and their joins wherever a query may stand. */
class SubqueryTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(SubqueryTest.class, "shop", "nasty");

  @Test
  void joinsStandInCommonTableExpressions() throws SQLException {
    SHOP.assertSameRows(
        """
        WITH bought AS (SELECT o.id, o.label AS o, p.label AS p FROM order o LEFT JOIN product p),
             counted AS (SELECT o, count(p) AS n FROM bought GROUP BY o)
        SELECT c.label, counted.* FROM counted
        JOIN order x ON x.label = counted.o LEFT JOIN customer c USING ('x.customer_to_order')
        """,
        """
        SELECT c.label, x.label, (SELECT count(*) FROM order_items i, products p
                                  WHERE i.ord_no = x.ord_no AND i.sku = p.sku)
        FROM orders x LEFT JOIN people c ON c.person_id = x.cust
        """);
  }

  @Test
  void aCommonTableExpressionHidesAnEntityOfItsName() throws SQLException {
    SHOP.assertSameRows("WITH customer AS (SELECT 1 AS one) SELECT one FROM customer", "SELECT 1");
    SHOP.assertSameRows(
        """
        WITH customer AS (SELECT c.label AS l FROM customer c WHERE tier = 3)
        SELECT l FROM customer
        """,
        "SELECT label FROM people WHERE tier = 3");
  }

  @Test
  void recursionMayWalkASelfRelationship() throws SQLException {
    SHOP.assertSameRows(
        """
        WITH RECURSIVE brought(id, depth) AS (
          SELECT id, 0 FROM customer WHERE label = 'c1'
          UNION ALL
          SELECT c.id, depth + 1 FROM brought b JOIN customer c ON c.referrer_id = b.id)
        SELECT id, depth FROM brought
        """,
        "VALUES (1, 0), (2, 1), (3, 1)");
  }

  @Test
  void joinsStandInSubqueriesOfFrom() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT t.label, t.n FROM
          (SELECT c.label, count(o.label) AS n FROM customer c LEFT JOIN order o GROUP BY c.label) t
        WHERE t.n <> 1
        """,
        """
        SELECT label, n FROM
          (SELECT label, (SELECT count(*) FROM orders o WHERE o.cust = c.person_id) AS n
           FROM people c) WHERE n <> 1
        """);
  }

  @Test
  void correlatedExistsSeesTheOuterFeatures() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT label FROM customer c
        WHERE EXISTS (SELECT 1 FROM order o JOIN product p WHERE o.customer_id = c.id AND p.price > 3)
        """,
        """
        SELECT label FROM people c
        WHERE c.person_id IN (SELECT o.cust FROM orders o, order_items i, products p
                              WHERE o.ord_no = i.ord_no AND i.sku = p.sku AND p.price > 3)
        """);
  }

  @Test
  void aSubqueryMayBeginWithFrom() throws SQLException {
    SHOP.assertSameRows(
        "SELECT label FROM customer c WHERE NOT EXISTS (FROM order o WHERE o.customer_id = c.id)",
        "SELECT label FROM people c WHERE NOT EXISTS (FROM orders o WHERE o.cust = c.person_id)");
  }

  @Test
  void inKeepsItsTreatmentOfNull() throws SQLException {
    SHOP.assertSameRows(
        "SELECT label FROM customer WHERE id NOT IN (SELECT customer_id FROM order)",
        "SELECT label FROM people WHERE person_id NOT IN (SELECT cust FROM orders)");
    SHOP.assertSameRows(
        """
        SELECT label FROM customer
        WHERE id NOT IN (SELECT customer_id FROM order WHERE customer_id IS NOT NULL)
        """,
        "SELECT label FROM people WHERE person_id IN (3, 7)");
  }

  @Test
  void scalarSubqueriesMayHoldJoins() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT label,
          (SELECT max(p.price) FROM order o JOIN product p WHERE o.customer_id = c.id) AS dearest,
          (SELECT count(*) FROM order WHERE billing_customer_id = c.id) AS billed
        FROM customer c
        """,
        """
        SELECT label,
          (SELECT max(p.price) FROM orders o, order_items i, products p
           WHERE o.cust = c.person_id AND o.ord_no = i.ord_no AND i.sku = p.sku),
          (SELECT count(*) FROM orders o WHERE o.bill_cust = c.person_id)
        FROM people c
        """);
  }

  @Test
  void lateralSubqueriesSeeTheTablesBefore() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, latest.label FROM customer c
        LEFT JOIN LATERAL (SELECT o.label FROM order o WHERE o.customer_id = c.id
                           ORDER BY placed_on DESC NULLS LAST LIMIT 1) latest ON TRUE
        """,
        """
        SELECT c.label, o.label FROM people c LEFT JOIN orders o ON o.cust = c.person_id
        QUALIFY row_number() OVER (PARTITION BY c.label ORDER BY o.placed_on DESC NULLS LAST) = 1
        """);
    SHOP.assertSameRows(
        """
        SELECT c.label, t.n FROM customer c,
          LATERAL (SELECT count(*) AS n FROM order o JOIN product p WHERE o.customer_id = c.id) t
        """,
        """
        SELECT c.label, (SELECT count(*) FROM orders o, order_items i, products p
                         WHERE o.cust = c.person_id AND o.ord_no = i.ord_no AND i.sku = p.sku)
        FROM people c
        """);
  }

  @Test
  void setOperationsCombineQueriesOverEntities() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label FROM customer c JOIN order o
        UNION ALL SELECT p.label FROM product p LEFT JOIN campaign
        """,
        """
        SELECT c.label FROM people c JOIN orders o ON o.cust = c.person_id
        UNION ALL
        SELECT p.label FROM products p LEFT JOIN
          (SELECT k.sku FROM coupons k JOIN campaigns m ON upper(trim(k.raw_code)) = m.coupon) m
          ON m.sku = p.sku
        """);
    SHOP.assertSameList(
        """
        SELECT customer_id AS id FROM order INTERSECT SELECT id FROM customer
        EXCEPT SELECT referrer_id FROM customer ORDER BY id NULLS FIRST LIMIT 3
        """,
        "VALUES (2)");
  }

  @Test
  void aSubqueryMayBeJoinedToAnEntityByHand() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, big.n FROM customer c
        JOIN (SELECT customer_id, count(*) AS n FROM order GROUP BY customer_id) big
          ON big.customer_id = c.id
        """,
        """
        SELECT c.label, count(*) FROM people c JOIN orders o ON o.cust = c.person_id GROUP BY c.label
        """);
  }

  @Test
  void windowsAndGroupingSetsRangeOverTheJoin() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT c.label, o.label, sum(o.amount) OVER (PARTITION BY c.id ORDER BY o.label) AS running
        FROM customer c LEFT JOIN order o
        """,
        """
        SELECT c.label, o.label, sum(o.amount) OVER (PARTITION BY c.person_id ORDER BY o.label)
        FROM people c LEFT JOIN orders o ON o.cust = c.person_id
        """);
    SHOP.assertSameRows(
        """
        SELECT c.tier, o.status, count(*), sum(o.amount) FROM customer c JOIN order o
        GROUP BY GROUPING SETS ((c.tier, o.status), (c.tier), ())
        """,
        """
        SELECT c.tier, o.status, count(*), sum(o.amount)
        FROM people c JOIN orders o ON o.cust = c.person_id
        GROUP BY GROUPING SETS ((c.tier, o.status), (c.tier), ())
        """);
  }
}
