package io.calque.metricsql;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code METRIC} in queries inside of queries: each is evaluated over the rows of its own query.
 */
class MetricInSubqueryTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @Test
  void scalarSubqueryThatLooksOutside() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name, (SELECT METRIC('o.revenue') FROM order o JOIN item i
          WHERE o.customer_id = c.id)
        FROM customer c
        """,
        """
        SELECT full_name, (SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id
          AND o.ord_id IN (SELECT ord_id FROM items))
        FROM customers c
        """);
  }

  @Test
  void outerColumnBesideTheMetric() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name, (SELECT METRIC('o.revenue') + c.credit FROM order o JOIN item i
          WHERE o.customer_id = c.id)
        FROM customer c
        """,
        """
        SELECT full_name, credit + (SELECT sum(amount) FROM orders o
          WHERE o.cust_id = c.cust_id AND o.ord_id IN (SELECT ord_id FROM items))
        FROM customers c
        """);
  }

  @Test
  void aroundAndInTheSelectList() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit'),
          (SELECT METRIC('d.credit_limit') FROM customer d JOIN order e WHERE d.country = c.country)
        FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, sum(credit), (SELECT sum(credit) FROM customers d
          WHERE d.country = c.country AND d.cust_id IN (SELECT cust_id FROM orders))
        FROM customers c GROUP BY country
        """);
  }

  @Test
  void inAnExpressionWithTheMetricAround() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers') + (SELECT METRIC('d.customers') FROM customer d
          JOIN order o) + (SELECT METRIC('e.orders') FROM order e JOIN item i)
        FROM customer c LEFT JOIN order o
        """,
        """
        SELECT (SELECT count(*) FROM customers) + (SELECT count(DISTINCT cust_id) FROM orders)
          + (SELECT count(DISTINCT i.ord_id) FROM items i JOIN orders USING (ord_id))
        """);
  }

  @Test
  void aroundAndInWhere() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit') FROM customer c JOIN order o
        WHERE o.amount >= (SELECT METRIC('p.mean_amount') FROM order p JOIN item i
          WHERE p.customer_id = c.id)
        """,
        """
        SELECT sum(credit) FROM customers c
        WHERE EXISTS (SELECT 1 FROM orders o WHERE o.cust_id = c.cust_id
          AND o.amount >= (SELECT avg(amount) FROM orders p WHERE p.cust_id = c.cust_id
          AND p.ord_id IN (SELECT ord_id FROM items)))
        """);
  }

  @Test
  void onlyInWhere() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name FROM customer c
        WHERE c.credit > (SELECT METRIC('d.credit_limit') FROM customer d JOIN order o
          WHERE d.referrer_id = c.id)
        """,
        """
        SELECT full_name FROM customers c
        WHERE credit > (SELECT sum(credit) FROM customers d WHERE d.referred_by = c.cust_id
          AND d.cust_id IN (SELECT cust_id FROM orders))
        """);
  }

  @Test
  void inTheListOfIn() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers') FROM customer c
        WHERE c.id IN (SELECT o.customer_id FROM order o JOIN item i GROUP BY 1
          HAVING METRIC('o.orders') > 1)
        """,
        """
        SELECT count(*) FROM customers
        WHERE cust_id IN (SELECT cust_id FROM orders JOIN items USING (ord_id) GROUP BY 1
          HAVING count(DISTINCT ord_id) > 1)
        """);
  }

  @Test
  void inRowsAndAll() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name FROM customer c
        WHERE (c.country, c.credit) IN (SELECT d.country, METRIC('d.credit_limit')
          FROM customer d JOIN order o GROUP BY d.country)
        """,
        """
        SELECT full_name FROM customers
        WHERE (country, credit) IN (SELECT country, sum(credit) FROM customers
          WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY country)
        """);
    MARKET.assertSameRows(
        """
        SELECT c.name FROM customer c
        WHERE c.credit >= ALL (SELECT METRIC('d.credit_limit') FROM customer d JOIN order o
          GROUP BY d.id)
        """,
        """
        SELECT full_name FROM customers
        WHERE credit >= (SELECT max(credit) FROM customers
          WHERE cust_id IN (SELECT cust_id FROM orders))
        """);
  }

  @Test
  void inExists() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name, EXISTS (SELECT 1 FROM order o JOIN item i WHERE o.customer_id = c.id
          HAVING METRIC('o.revenue') > 20)
        FROM customer c
        """,
        """
        SELECT full_name, coalesce((SELECT sum(amount) FROM orders o
          WHERE o.cust_id = c.cust_id AND ord_id IN (SELECT ord_id FROM items)) > 20, false)
        FROM customers c
        """);
  }

  @Test
  void inHaving() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') FROM customer c LEFT JOIN order o
        GROUP BY c.country
        HAVING METRIC('c.credit_limit') > (SELECT METRIC('d.mean_credit') FROM customer d
          JOIN order p WHERE d.country = c.country)
        """,
        """
        SELECT country, sum(credit) FROM customers c GROUP BY country
        HAVING sum(credit) > (SELECT avg(credit) FROM customers d WHERE d.country = c.country
          AND cust_id IN (SELECT cust_id FROM orders))
        """);
  }

  @Test
  void inOrderBy() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country FROM customer c LEFT JOIN ticket t GROUP BY c.country
        ORDER BY (SELECT METRIC('z.credit_limit') FROM customer z JOIN order o
          WHERE z.country = c.country), c.country
        """,
        """
        SELECT country FROM customers c GROUP BY country
        ORDER BY (SELECT sum(credit) FROM customers z WHERE z.country = c.country
          AND cust_id IN (SELECT cust_id FROM orders)), country
        """);
  }

  @Test
  void inLimit() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT name FROM customer ORDER BY id
        LIMIT (SELECT METRIC('c.customers') FROM customer c JOIN order o)
        """,
        "SELECT full_name FROM customers ORDER BY cust_id LIMIT 3");
  }

  @Test
  void inFrom() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT t.country, t.m
        FROM (SELECT c.country, METRIC('c.credit_limit') AS m FROM customer c LEFT JOIN order o
          GROUP BY c.country) t
        WHERE t.m > 60
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country HAVING sum(credit) > 60");
  }

  @Test
  void aroundAndInFrom() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('d.credit_limit'), sum(t.m)
        FROM (SELECT c.country, METRIC('c.credit_limit') AS m FROM customer c LEFT JOIN order o
          GROUP BY c.country) t JOIN customer d ON d.country = t.country
        """,
        """
        SELECT (SELECT sum(credit) FROM customers WHERE country IS NOT NULL),
          (SELECT sum(m) FROM customers JOIN (SELECT country, sum(credit) AS m FROM customers
          GROUP BY country) USING (country))
        """);
  }

  @Test
  void aroundAndInFromAndInThat() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit')
        FROM customer c JOIN (SELECT METRIC('o.mean_amount') AS m FROM order o
          JOIN (SELECT METRIC('i.units') AS u FROM item i JOIN product p) x ON o.amount > x.u
          JOIN item i ON order_to_item) y ON c.credit > y.m JOIN order o ON c.customer_to_order
        """,
        """
        SELECT sum(credit) FROM customers
        WHERE credit > (SELECT avg(amount) FROM orders
          WHERE amount > (SELECT sum(qty) FROM items JOIN products USING (product_no))
          AND ord_id IN (SELECT ord_id FROM items)) AND cust_id IN (SELECT cust_id FROM orders)
        """);
  }

  @Test
  void threeDeepInTheSelectList() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name, (SELECT (SELECT METRIC('i.units') FROM item i JOIN product p
          WHERE i.order_id = max(o.id)) FROM order o WHERE o.customer_id = c.id)
        FROM customer c
        """,
        """
        SELECT full_name, (SELECT sum(qty) FROM items JOIN products USING (product_no)
          WHERE ord_id = (SELECT max(ord_id) FROM orders o WHERE o.cust_id = c.cust_id))
        FROM customers c
        """);
  }

  @Test
  void inCtesThatUseEachOther() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT c.country AS k, METRIC('c.credit_limit') AS m FROM customer c LEFT
          JOIN order o GROUP BY 1), u AS (SELECT sum(m) AS all FROM t)
        SELECT k, m * 1.0 / u.all FROM t, u
        """,
        """
        SELECT country, sum(credit) * 1.0 / (SELECT sum(credit) FROM customers)
        FROM customers GROUP BY country
        """);
  }

  @Test
  void cteWithNamesOfItsOwn() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH k(a, b) AS (SELECT c.country, METRIC('c.credit_limit') FROM customer c
          JOIN order o GROUP BY c.country)
        SELECT b, a FROM k
        """,
        """
        SELECT sum(credit), country FROM customers
        WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY country
        """);
  }

  @Test
  void besideACteWithAMetric() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT c.country AS k, METRIC('c.credit_limit') AS m FROM customer c LEFT
          JOIN order o GROUP BY 1)
        SELECT k, m, METRIC('customers') FROM customer JOIN t ON t.k = country GROUP BY k, m
        """,
        """
        SELECT country, sum(credit), count(*) FROM customers WHERE country IS NOT NULL
        GROUP BY country
        """);
  }

  @Test
  void besideARecursiveCte() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
        SELECT i, METRIC('c.credit_limit')
        FROM n JOIN customer c ON c.id >= n.i JOIN order o ON c.customer_to_order GROUP BY i
        """,
        """
        SELECT i, sum(credit) FROM range(1, 4) n(i) JOIN customers ON cust_id >= i
        WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY i
        """);
  }

  @Test
  void setOperations() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country AS k, METRIC('c.customers') AS n FROM customer c JOIN order o
        GROUP BY 1
        UNION ALL SELECT o.state, METRIC('o.orders') FROM order o JOIN item i GROUP BY 1
        """,
        """
        SELECT country, count(*) FROM customers
        WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY 1
        UNION ALL SELECT state, count(*) FROM orders
        WHERE ord_id IN (SELECT ord_id FROM items) GROUP BY 1
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers') FROM customer c JOIN order o
        UNION SELECT METRIC('o.priced') - 1 FROM order o JOIN item i
        """,
        "SELECT 3");
    MARKET.assertSameRows(
        """
        SELECT METRIC('customers') FROM customer
        EXCEPT SELECT METRIC('c.customers') FROM customer c JOIN order o
        """,
        "SELECT 5");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers') FROM customer c LEFT JOIN order o INTERSECT
        SELECT METRIC('customers') FROM customer
        """,
        "SELECT 5");
  }

  @Test
  void setOperationInOrder() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country AS k, METRIC('c.customers') AS n FROM customer c JOIN order o
        GROUP BY 1
        UNION ALL SELECT o.state, METRIC('o.orders') FROM order o JOIN item i GROUP BY 1
        ORDER BY n DESC, k LIMIT 2 OFFSET 1
        """,
        "SELECT * FROM (VALUES ('DE', 1), ('FR', 1)) t");
  }
}
