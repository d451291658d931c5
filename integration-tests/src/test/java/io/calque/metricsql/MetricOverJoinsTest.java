package io.calque.metricsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What joins do to the rows of an entity, its metric does not see: outer joins, chains, manual
 * conditions, subqueries, CTEs and functions in FROM.
 */
class MetricOverJoinsTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** Its aggregate is not known, so it cannot be told which rows to leave out. */
  @Test
  void ofAnAggregateThatOnlyTheWarehouseKnows() throws SQLException {
    MARKET.assertSameRows(
        "SELECT METRIC('amount_spread'), METRIC('orders') FROM order", "SELECT 22, 6");
    MARKET.assertSameRows(
        """
        SELECT c.name, METRIC('o.amount_spread'), METRIC('c.customers'), count(*)
        FROM customer c LEFT JOIN order o LEFT JOIN item i ON order_to_item
        GROUP BY c.name HAVING METRIC('o.amount_spread') < 20
        """,
        """
        SELECT full_name, coalesce((SELECT max(amount) - min(amount) FROM orders o
          WHERE o.cust_id = c.cust_id), -1), 1, (SELECT count(*) FROM customers d
          LEFT JOIN orders USING (cust_id) LEFT JOIN items USING (ord_id)
          WHERE d.cust_id = c.cust_id)
        FROM customers c
        """);
    MARKET.assertSameRows(
        """
        SELECT i.product_number, upper(o.state), METRIC('o.amount_spread')
        FROM order o JOIN item i WHERE o.amount > ?
        GROUP BY CUBE (i.product_number, upper(o.state))
        """,
        """
        SELECT product_no, upper(state), max(amount) - min(amount)
        FROM orders JOIN items USING (ord_id) WHERE amount > ?
        GROUP BY CUBE (product_no, upper(state))
        """,
        9);
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.amount_spread') FILTER (WHERE o.state = 'paid'),
          METRIC('o.amount_spread') FILTER (WHERE false), METRIC('o.revenue')
        FROM order o
        """,
        "SELECT 22, -1, 100.5");
    MARKET.assertSameRows(
        """
        SELECT c.country, SUM(METRIC('o.amount_spread')) OVER ()
        FROM customer c RIGHT JOIN order o GROUP BY ROLLUP (1)
        """,
        "SELECT * FROM (VALUES ('FR', 39.5), ('DE', 39.5), (NULL, 39.5), (NULL, 39.5)) t");
  }

  @Test
  void outerJoins() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers'), METRIC('o.orders'), METRIC('c.credit_limit'),
          METRIC('o.revenue')
        FROM customer c FULL JOIN order o
        """,
        "SELECT 5, 6, 290, 100.5");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers'), METRIC('o.orders'), METRIC('c.credit_limit'),
          METRIC('o.revenue')
        FROM customer c RIGHT JOIN order o
        """,
        "SELECT 3, 6, 220, 100.5");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers'), METRIC('o.orders'), METRIC('c.credit_limit'),
          METRIC('o.revenue')
        FROM order o RIGHT JOIN customer c
        """,
        "SELECT 5, 5, 290, 92.5");
    MARKET.assertSameRows(
        "SELECT METRIC('c.customers'), METRIC('o.orders') FROM order o LEFT JOIN customer c",
        "SELECT 3, 6");
  }

  @Test
  void outerJoinsOverBridges() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT p.title, METRIC('c.customers'), METRIC('c.credit_limit')
        FROM customer c FULL JOIN product p GROUP BY p.title
        """,
        """
        SELECT *
        FROM (VALUES ('Cup', 2, 150), ('Jug', 1, 100), ('Wok', 0, NULL), (NULL, 3, 140)) t
        """);
    MARKET.assertSameRows(
        "SELECT c.name, METRIC('g.tags') FROM customer c FULL JOIN tag g GROUP BY c.name",
        """
        SELECT *
        FROM (VALUES ('Ada', 2), ('Ben', 1), ('Cid', 1), ('Dot', 0), ('Eve', 0), (NULL, 2)) t
        """);
  }

  @Test
  void aKeyThatIsNull() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('t.tickets'), METRIC('t.talk_time'), METRIC('o.orders')
        FROM customer c LEFT JOIN ticket t LEFT JOIN order o ON c.customer_to_order
        """,
        "SELECT 5, 38, 5");
    MARKET.assertSameRows(
        """
        SELECT METRIC('g.tags'), METRIC('g.total_weight'), METRIC('c.customers')
        FROM customer c FULL JOIN tag g
        """,
        "SELECT 4, 18, 5");
  }

  @Test
  void aKeyOfTwoFeatures() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('i.lines'), METRIC('i.units'), METRIC('i.sales')
        FROM item i JOIN order o JOIN customer c ON customer_to_order
          JOIN ticket t ON c.customer_to_ticket
        """,
        "SELECT 4, 7, 48");
  }

  @Test
  void theSameEntityTwice() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('a.customers'), METRIC('b.customers'), METRIC('a.credit_limit'),
          METRIC('b.credit_limit')
        FROM customer a JOIN customer b
        """,
        "SELECT 2, 3, 150, 120");
    MARKET.assertSameRows(
        """
        SELECT a.country, METRIC('a.customers'), METRIC('b.customers')
        FROM customer a LEFT JOIN customer b USING ('customer_to_referred__reversed')
        GROUP BY a.country
        """,
        """
        SELECT a.country, count(*), count(DISTINCT b.cust_id)
        FROM customers a LEFT JOIN customers b ON a.referred_by = b.cust_id GROUP BY 1
        """);
  }

  @Test
  void manualConditions() throws SQLException {
    MARKET.assertSameRows(
        "SELECT METRIC('o.revenue') FROM order o JOIN customer c ON o.customer_id < c.id",
        """
        SELECT sum(amount) FROM orders o
        WHERE EXISTS (SELECT 1 FROM customers c WHERE o.cust_id < c.cust_id)
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue')
        FROM order o JOIN customer c ON o.customer_id = c.id OR o.payer_id = c.id
        """,
        """
        SELECT sum(amount) FROM orders o
        WHERE EXISTS (SELECT 1 FROM customers c WHERE o.cust_id = c.cust_id
          OR o.bill_to = c.cust_id)
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue'), METRIC('c.credit_limit') FROM order o, customer c
        WHERE o.customer_id = c.id
        """,
        "SELECT 92.5, 220");
    MARKET.assertSameRows(
        "SELECT METRIC('o.revenue'), METRIC('c.credit_limit') FROM order o CROSS JOIN customer c",
        "SELECT 100.5, 290");
  }

  /** What such a condition makes equal is not equal in the rows that are kept without a match. */
  @Test
  void theConditionOfAnOuterJoinLimitsNoRowOfTheSideThatIsKept() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue'), METRIC('c.credit_limit')
        FROM order o CROSS JOIN customer c
          LEFT JOIN customer k ON o.customer_id = c.id AND k.id = c.id
        """,
        "SELECT 100.5, 290");
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue'), METRIC('c.credit_limit')
        FROM customer k
          RIGHT JOIN (order o CROSS JOIN customer c) ON o.customer_id = c.id AND k.id = c.id
        """,
        "SELECT 100.5, 290");
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue'), METRIC('k.credit_limit')
        FROM order o CROSS JOIN customer c
          FULL JOIN customer k ON o.customer_id = c.id AND k.id = c.id
        """,
        "SELECT 100.5, 290");
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue')
        FROM order o CROSS JOIN customer c ANTI JOIN customer k ON o.customer_id = c.id
        """,
        "SELECT 100.5");
  }

  @Test
  void anOuterJoinLeadsFromTheSideThatIsKeptAndNotBack() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue')
        FROM order o CROSS JOIN customer c
          LEFT JOIN order p ON p.id = o.id AND p.customer_id = c.id
        """,
        "SELECT 100.5");
    MARKET.assertSameRows(
        """
        SELECT METRIC('p.revenue'), METRIC('p.orders')
        FROM order o CROSS JOIN customer c
          LEFT JOIN order p ON p.id = o.id AND p.customer_id = c.id
        """,
        "SELECT 92.5, 5");
  }

  /**
   * Where there is an item there is its order, and with it the customer: nothing repeats an item.
   */
  @Test
  void aRowOfTheOtherSideHasTheSideThatIsKept() throws SQLException {
    String chain =
        """
        SELECT c.country, METRIC('i.sales'), METRIC('i.lines')
        FROM customer c LEFT JOIN order o LEFT JOIN item i
          LEFT JOIN product p ON p.number = i.product_number
        GROUP BY c.country
        """;
    MARKET.assertSameRows(
        chain,
        """
        SELECT country, sum(qty * price), count(line_no)
        FROM customers LEFT JOIN orders USING (cust_id) LEFT JOIN items USING (ord_id)
        GROUP BY country
        """);
    assertFalse(MARKET.warehouseSql(chain).contains("ROW_NUMBER"));
    MARKET.assertSameRows(
        """
        SELECT METRIC('i.sales'), METRIC('o.revenue'), METRIC('c.credit_limit')
        FROM customer c FULL JOIN order o FULL JOIN item i
        """,
        """
        SELECT (SELECT sum(qty * price) FROM items), (SELECT sum(amount) FROM orders), 290
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('i.sales')
        FROM ticket t LEFT JOIN (order o LEFT JOIN item i) ON t.customer_id = o.customer_id
        """,
        """
        SELECT sum(qty * price) FROM items JOIN orders USING (ord_id)
        WHERE cust_id IN (SELECT cust_id FROM tickets)
        """);
  }

  @Test
  void nestedJoins() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers'), METRIC('i.units')
        FROM customer c LEFT JOIN (order o JOIN item i)
        """,
        "SELECT 5, 10");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers')
        FROM (customer c JOIN order o) LEFT JOIN item i ON o.order_to_item
        """,
        "SELECT 3");
  }

  @Test
  void usingColumns() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT customer_id, METRIC('o.revenue'), METRIC('t.talk_time')
        FROM order o JOIN ticket t USING (customer_id) GROUP BY customer_id
        """,
        """
        SELECT k, (SELECT sum(amount) FROM orders WHERE cust_id = k),
          (SELECT sum(minutes) FROM tickets WHERE cust_id = k)
        FROM (SELECT cust_id AS k FROM orders INTERSECT SELECT cust_id FROM tickets)
        WHERE k IS NOT NULL
        """);
    MARKET.assertSameRows(
        """
        SELECT customer_id, METRIC('o.revenue'), METRIC('t.talk_time')
        FROM order o FULL JOIN ticket t USING (customer_id) GROUP BY customer_id
        """,
        """
        SELECT k, (SELECT sum(amount) FROM orders WHERE cust_id IS NOT DISTINCT FROM k),
          (SELECT sum(minutes) FROM tickets WHERE cust_id IS NOT DISTINCT FROM k)
        FROM (SELECT cust_id AS k FROM orders UNION SELECT cust_id FROM tickets)
        """);
    MARKET.assertSameRows(
        """
        SELECT o.customer_id, t.customer_id AS other, METRIC('o.revenue')
        FROM order o LEFT JOIN ticket t USING (customer_id)
        GROUP BY o.customer_id, t.customer_id
        """,
        """
        SELECT cust_id, CASE WHEN cust_id IN (SELECT cust_id FROM tickets) THEN cust_id END,
          sum(amount)
        FROM orders GROUP BY ALL
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue')
        FROM order o NATURAL JOIN (SELECT 10 AS id UNION ALL SELECT 10) x
        """,
        "SELECT 30");
  }

  @Test
  void lateral() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit'), sum(x.n)
        FROM customer c, LATERAL (SELECT count(*) AS n FROM order o WHERE o.customer_id = c.id) x
        """,
        "SELECT 290, 5");
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit'), count(x.a)
        FROM customer c LEFT JOIN LATERAL (SELECT o.amount AS a FROM order o
          WHERE o.customer_id = c.id) x ON true
        GROUP BY c.country
        """,
        """
        SELECT country, sum(credit), sum((SELECT count(amount) FROM orders o
          WHERE o.cust_id = c.cust_id))
        FROM customers c GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit'), sum(x.n)
        FROM customer c, LATERAL (SELECT METRIC('o.revenue') AS n FROM order o JOIN item i
          WHERE o.customer_id = c.id) x JOIN ticket t ON t.customer_id = c.id
        """,
        "SELECT 240, 3 * 42.5");
  }

  @Test
  void functionsInFrom() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT x, METRIC('c.credit_limit') FROM customer c, unnest([1, 2, 2]) AS u(x) GROUP BY x
        """,
        "SELECT x, 290 FROM (VALUES (1), (2)) u(x)");
    MARKET.assertSameRows(
        "SELECT METRIC('c.credit_limit'), count(*) FROM customer c, unnest([1, 2, c.id]) AS u(x)",
        "SELECT 290, 15");
    MARKET.assertSameRows(
        "SELECT METRIC('c.credit_limit') FROM range(3) r, customer c", "SELECT 290");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit'), METRIC('c.customers')
        FROM customer c CROSS JOIN (VALUES (1), (2)) v(x)
        """,
        "SELECT 290, 5");
  }

  @Test
  void unnestInTheSelectList() throws SQLException {
    MARKET.assertSameRows(
        "SELECT unnest([1, 2]), METRIC('c.credit_limit') FROM customer c LEFT JOIN order o",
        "SELECT u, 290 FROM (VALUES (1), (2)) v(u)");
  }

  @Test
  void joinsOfDuckDb() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit') FROM customer c SEMI JOIN order o ON o.customer_id = c.id
        """,
        "SELECT 220");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit') FROM customer c ANTI JOIN order o ON o.customer_id = c.id
        """,
        "SELECT 70");
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue'), METRIC('c.customers')
        FROM order o ASOF JOIN customer c ON o.placed_on >= c.since
        """,
        """
        SELECT sum(amount), count(DISTINCT c.cust_id)
        FROM orders o ASOF JOIN customers c ON o.placed_on >= c.since
        """);
  }

  /** Rows are made distinct, not values: two orders of 30 are two. */
  @Test
  void aMetricOfEachKind() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT o.state, METRIC('o.orders'), METRIC('o.revenue'), METRIC('o.mean_amount'),
          METRIC('o.least'), METRIC('o.largest'), METRIC('o.priced'), METRIC('o.states'),
          METRIC('o.revenue_per_order'), METRIC('o.paid_revenue'), METRIC('o.paid_orders'),
          METRIC('o.paid_share')
        FROM order o JOIN item i GROUP BY o.state
        """,
        """
        SELECT state, count(*), sum(amount), avg(amount), min(amount), max(amount),
          count(amount), count(DISTINCT state), sum(amount) / count(*),
          sum(amount) FILTER (WHERE state = 'paid'), count(*) FILTER (WHERE state = 'paid'),
          sum(amount) FILTER (WHERE state = 'paid') / sum(amount)
        FROM orders WHERE ord_id IN (SELECT ord_id FROM items) GROUP BY state
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.orders'), METRIC('o.revenue'), METRIC('o.mean_amount'),
          METRIC('o.median_amount'), METRIC('o.upper_quarter'), METRIC('o.roughly_states'),
          METRIC('o.state_list'), METRIC('o.order_units'), METRIC('o.cup_orders')
        FROM customer c LEFT JOIN order o ON customer_to_order LEFT
          JOIN ticket t ON c.customer_to_ticket
        """,
        """
        SELECT count(*), sum(amount), avg(amount), median(amount),
          percentile_cont(0.75) WITHIN GROUP (ORDER BY amount), approx_count_distinct(state),
          string_agg(state, '+' ORDER BY ord_id), sum((SELECT sum(qty) FROM items i
          WHERE i.ord_id = o.ord_id)), count((SELECT 1 FROM items i WHERE i.ord_id = o.ord_id
          AND line_no = 1 AND product_no = 1))
        FROM orders o WHERE cust_id IS NOT NULL
        """);
  }

  @Test
  void overNoRows() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers'), METRIC('c.credit_limit')
        FROM customer c LEFT JOIN order o WHERE false
        """,
        "SELECT 0, NULL");
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers'), METRIC('c.credit_limit')
        FROM customer c LEFT JOIN order o WHERE false GROUP BY ROLLUP (c.country)
        """,
        "SELECT NULL, 0, NULL");
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers') FROM customer c LEFT JOIN order o
        WHERE false GROUP BY c.country
        """,
        "SELECT 1, 2 WHERE false");
  }

  @Test
  void unqualifiedNames() throws SQLException {
    MARKET.assertSameRows("SELECT METRIC('mean_credit') FROM customer JOIN product", "SELECT 75");
    MARKET.assertSameRows("SELECT METRIC('mean_credit') FROM product JOIN customer", "SELECT 125");
    MARKET.assertSameRows("SELECT METRIC('revenue') FROM customer JOIN order", "SELECT 92.5");
    MARKET.assertSameRows("SELECT METRIC('customers') FROM customer a JOIN customer b", "SELECT 2");
  }

  /**
   * Metrics and first rows of one source over one join, each with filters and an order of its own.
   */
  @Test
  void featuresOfOneSourceInOnePass() throws SQLException {
    String sql =
        """
        SELECT name, order_count, spent, mean_order, states, upper_order, roughly_states, paid,
          large_paid, first_state, last_order, last_paid_day
        FROM customer
        """;
    assertEquals(1, MARKET.warehouseSql(sql).split("market.main.orders", -1).length - 1);
    MARKET.assertSameRows(
        sql,
        """
        SELECT full_name, count(ord_id), sum(amount), sum(amount) / nullif(count(ord_id), 0),
          count(DISTINCT state), quantile_cont(amount, 0.75), approx_count_distinct(state),
          sum(amount) FILTER (WHERE state = 'paid'),
          count(ord_id) FILTER (WHERE state = 'paid' AND (amount > 10 OR amount IS NULL)),
          first(state ORDER BY placed_on NULLS LAST, ord_id),
          first(ord_id ORDER BY placed_on DESC NULLS LAST, ord_id),
          max(placed_on) FILTER (WHERE state = 'paid')
        FROM customers LEFT JOIN orders USING (cust_id) GROUP BY cust_id, full_name
        """);
  }
}
