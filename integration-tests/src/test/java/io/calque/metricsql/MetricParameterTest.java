package io.calque.metricsql;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Parameters keep their places where a query is moved into a subquery, and where its text is
 * written more than once.
 */
class MetricParameterTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @Test
  void selectListAndWhere() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT ? AS one, METRIC('c.credit_limit')
        FROM customer c LEFT JOIN order o ON customer_to_order
        WHERE c.country <> ? OR o.amount > ? OR c.id = ?
        """,
        """
        SELECT ?, sum(credit) FROM customers c
        WHERE country <> ? OR EXISTS (SELECT 1 FROM orders o WHERE o.cust_id = c.cust_id
          AND amount > ?) OR cust_id = ?
        """,
        1,
        "FR",
        10,
        2);
  }

  @Test
  void aroundTheMetric() throws SQLException {
    MARKET.assertSameRows(
        "SELECT ? * METRIC('c.credit_limit') + ? FROM customer c LEFT JOIN order o",
        "SELECT ? * sum(credit) + ? FROM customers",
        3,
        4);
  }

  @Test
  void groupKeyByAlias() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.id % ? AS k, METRIC('c.customers') * ? FROM customer c LEFT JOIN order o
        GROUP BY k
        """,
        "SELECT cust_id % ? AS k, count(*) * ? FROM customers GROUP BY k", 2, 10);
  }

  @Test
  void groupKeyByOrdinal() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.credit / ? AS k, METRIC('c.customers') * ?
        FROM customer c LEFT JOIN order o GROUP BY 1
        """,
        "SELECT credit / ?, count(*) * ? FROM customers GROUP BY 1",
        10,
        5);
  }

  @Test
  void groupKeyThatIsNotSelected() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT ? AS seven, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY c.id % ? HAVING METRIC('c.customers') > ?
        """,
        "SELECT ?, count(*) FROM customers GROUP BY cust_id % ? HAVING count(*) > ?", 7, 2, 1);
  }

  @Test
  void groupingSets() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.id % ? AS k, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY ROLLUP (k)
        """,
        "SELECT cust_id % ? AS k, count(*) FROM customers GROUP BY ROLLUP (k)", 2);
    MARKET.assertSameRows(
        """
        SELECT c.id % ? AS k, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY ROLLUP (1)
        """,
        "SELECT cust_id % ? AS k, count(*) FROM customers GROUP BY ROLLUP (k)", 2);
  }

  @Test
  void filter() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') * ?,
          METRIC('c.credit_limit') FILTER (WHERE c.credit > ?) * ?
        FROM customer c LEFT JOIN order o WHERE c.credit > ? GROUP BY c.country
        """,
        """
        SELECT country, sum(credit) * ?, sum(credit) FILTER (WHERE credit > ?) * ?
        FROM customers WHERE credit > ? GROUP BY country
        """,
        3,
        60,
        4,
        40);
  }

  /** The condition is written once for each aggregate of the ratio. */
  @Test
  void filterOfARatio() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue_per_order') FILTER (WHERE o.amount > ? AND o.state <> ?) * ?
        FROM order o JOIN item i
        """,
        """
        SELECT 2.0 * sum(amount) / count(*) FROM orders
        WHERE amount > ? AND state <> ? AND ord_id IN (SELECT ord_id FROM items) AND ? = 2
        """,
        10,
        "open",
        2);
  }

  @Test
  void filterOfAPlainRatio() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('revenue_per_order') FILTER (WHERE amount > ? AND state <> ?) * ? FROM order
        """,
        """
        SELECT 2.0 * sum(amount) / count(*) FROM orders WHERE amount > ? AND state <> ? AND ? = 2
        """,
        10,
        "open",
        2);
  }

  @Test
  void everywhereAtOnce() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country, ? AS seven, METRIC('c.credit_limit') FILTER (WHERE c.credit > ?) AS
          x, METRIC('o.revenue') FILTER (WHERE o.amount > ?) AS y
        FROM customer c LEFT JOIN order o ON customer_to_order AND o.amount < ?
        WHERE c.credit > ? GROUP BY c.country HAVING METRIC('c.customers') < ?
        ORDER BY c.country LIMIT ? OFFSET ?
        """,
        """
        SELECT country, ?, sum(credit) FILTER (WHERE credit > ?), sum(r)
        FROM (SELECT *, (SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id
          AND amount > ? AND amount < ?) AS r FROM customers c)
        WHERE credit > ? GROUP BY country HAVING count(*) < ? ORDER BY country
        LIMIT ? OFFSET ?
        """,
        7,
        60,
        11,
        40,
        0,
        5,
        2,
        1);
  }

  @Test
  void nestedQueries() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, ? AS one, (SELECT METRIC('o.orders') FROM order o JOIN item i
          WHERE o.amount > ?) * ?, METRIC('c.customers')
        FROM customer c LEFT JOIN order o
        WHERE c.credit > (SELECT METRIC('d.mean_credit') - ? FROM customer d JOIN order p
          WHERE d.id < ?)
        GROUP BY c.country
        """,
        """
        SELECT country, ?, (SELECT count(*) FROM orders WHERE amount > ?
          AND ord_id IN (SELECT ord_id FROM items)) * ?, count(*)
        FROM customers
        WHERE credit > (SELECT avg(credit) - ? FROM customers WHERE cust_id < ?
          AND cust_id IN (SELECT cust_id FROM orders))
        GROUP BY country
        """,
        1,
        20,
        2,
        50,
        3);
  }

  @Test
  void metricColumnOfARow() throws SQLException {
    MARKET.assertSameRows(
        "SELECT id, revenue * ? FROM order WHERE revenue > ? AND orders = ?",
        "SELECT ord_id, amount * ? FROM orders WHERE amount > ? AND ? = 1",
        2,
        15,
        1);
  }
}
