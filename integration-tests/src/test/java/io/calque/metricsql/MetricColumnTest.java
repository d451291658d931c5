package io.calque.metricsql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.error.ErrorCode;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A metric as a column: the metric of the group where a query aggregates, of the row where it does
 * not, and through the subqueries that tools nest.
 */
class MetricColumnTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @Test
  void bareInAnAggregatingQuery() throws SQLException {
    MARKET.assertSameRows(
        "SELECT country, credit_limit, customers, mean_credit FROM customer GROUP BY country",
        "SELECT country, sum(credit), count(*), avg(credit) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        """
        SELECT o.state, o.revenue, o.revenue_per_order FROM order o JOIN item i GROUP BY o.state
        """,
        """
        SELECT state, sum(amount), sum(amount) / count(*) FROM orders
        WHERE ord_id IN (SELECT ord_id FROM items) GROUP BY state
        """);
    MARKET.assertSameRows("SELECT COUNT(*), revenue FROM order", "SELECT 6, 100.5");
  }

  @Test
  void underTheAggregateThatItIs() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT SUM(revenue), SUM((revenue)), SUM(orders), COUNT(orders), SUM(priced),
          COUNT(priced), MIN(least), AVG(mean_amount), COUNT(states), SUM(paid_revenue)
        FROM order
        """,
        "SELECT 100.5, 100.5, 6, 6, 5, 5, 8, 20.1, 2, 58");
    MARKET.assertSameRows(
        """
        SELECT o.state, SUM(c.credit_limit), COUNT(*) FROM customer c JOIN order o
        GROUP BY o.state
        """,
        """
        SELECT state, (SELECT sum(credit) FROM customers
          WHERE cust_id IN (SELECT cust_id FROM orders p WHERE p.state IS NOT DISTINCT
          FROM o.state)), count(*)
        FROM orders o WHERE cust_id IS NOT NULL GROUP BY state
        """);
  }

  /** Tools cast what they aggregate; the metric itself is cast then. */
  @Test
  void underAnAggregateOfACast() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT state, SUM(CAST(revenue AS DOUBLE PRECISION)), SUM(CAST((orders) AS DECIMAL(38, 4))),
          AVG(mean_amount::double), MIN(CAST(least AS numeric))
        FROM order GROUP BY state
        """,
        """
        SELECT state, sum(amount), count(*), avg(amount), min(amount) FROM orders GROUP BY state
        """);
    MARKET.assertSameRows(
        """
        SELECT o.state, SUM(CAST(c.credit_limit AS DOUBLE)) FROM customer c JOIN order o
        GROUP BY ROLLUP (o.state)
        """,
        """
        SELECT state, sum(credit) FROM (SELECT DISTINCT state, cust_id, credit
          FROM customers JOIN orders USING (cust_id)) GROUP BY state
        UNION ALL SELECT NULL, 220
        """);
  }

  @Test
  void havingOrderAndQualify() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT state, revenue FROM order GROUP BY state HAVING revenue > 20
        ORDER BY SUM(revenue) DESC
        """,
        """
        SELECT state, sum(amount) FROM orders GROUP BY state HAVING sum(amount) > 20
        ORDER BY 2 DESC
        """);
    MARKET.assertSameRows(
        """
        SELECT state, revenue FROM order GROUP BY state
        QUALIFY row_number() OVER (ORDER BY revenue DESC) = 1
        """,
        "SELECT 'paid', 58");
  }

  /** An item's own alias is none to itself, nor to the items before it. */
  @Test
  void calledByItsOwnName() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "state", SUM("revenue") * 2 AS twice, SUM("revenue") AS "revenue",
          COALESCE(SUM(orders), 0) AS orders
        FROM order GROUP BY "state" HAVING revenue > 20 ORDER BY "revenue" DESC
        """,
        """
        SELECT state, sum(amount) * 2, sum(amount), count(*) FROM orders GROUP BY state
        HAVING sum(amount) > 20 ORDER BY 3 DESC
        """);
    MARKET.assertSameRows(
        "SELECT id AS id, revenue AS revenue FROM order ORDER BY revenue",
        "SELECT ord_id, amount FROM orders");
    MARKET.assertSameRows(
        "SELECT 1 AS revenue, revenue + 1 FROM order WHERE id = 10", "SELECT 1, 2");
  }

  @Test
  void insideOver() throws SQLException {
    MARKET.assertSameRows(
        "SELECT state, SUM(revenue) OVER (), SUM(SUM(revenue)) OVER () FROM order GROUP BY state",
        "SELECT DISTINCT state, 100.5, 100.5 FROM orders");
  }

  @Test
  void ofARow() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT revenue, orders, revenue_per_order, states, median_amount, upper_quarter,
          roughly_states, paid_orders, paid_share, state_list, least
        FROM order
        """,
        """
        SELECT amount, 1, amount, (state IS NOT NULL)::int, amount, amount,
          (state IS NOT NULL)::int, (state IS NOT DISTINCT FROM 'paid')::int,
          CASE WHEN state = 'paid' THEN 1 END, state, amount
        FROM orders
        """);
    MARKET.assertSameRows(
        "SELECT name, spent_by_all FROM customer",
        """
        SELECT full_name, (SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id)
        FROM customers c
        """);
  }

  @Test
  void ofARowInEachClause() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT id, CASE WHEN revenue > 20 THEN 'a' END FROM order WHERE revenue > 10
        ORDER BY revenue DESC, id LIMIT 2
        """,
        "SELECT 10, 'a' UNION ALL SELECT 15, 'a'");
    MARKET.assertSameRows(
        "SELECT DISTINCT revenue FROM order", "SELECT DISTINCT amount FROM orders");
    MARKET.assertSameRows(
        "SELECT c.name, max(o.revenue) OVER (PARTITION BY c.id) FROM customer c JOIN order o",
        """
        SELECT full_name, max(amount) OVER (PARTITION BY cust_id)
        FROM customers JOIN orders USING (cust_id)
        """);
  }

  @Test
  void ofARowInOn() throws SQLException {
    MARKET.assertSameRows(
        "SELECT o.id FROM order o JOIN customer c ON c.id = o.customer_id AND o.revenue > 10",
        "SELECT ord_id FROM orders WHERE amount > 10 AND cust_id IS NOT NULL");
  }

  @Test
  void ofARowThatIsNone() throws SQLException {
    MARKET.assertSameRows(
        "SELECT c.name, o.revenue, o.orders FROM customer c LEFT JOIN order o",
        """
        SELECT full_name, amount, CASE WHEN ord_id IS NULL THEN 0 ELSE 1 END
        FROM customers LEFT JOIN orders USING (cust_id)
        """);
  }

  @Test
  void inSubqueries() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name, (SELECT SUM(o.revenue) FROM order o JOIN item i WHERE o.customer_id = c.id)
        FROM customer c
        """,
        """
        SELECT full_name, (SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id
          AND ord_id IN (SELECT ord_id FROM items))
        FROM customers c
        """);
    MARKET.assertSameRows("SELECT (SELECT revenue FROM order WHERE id = 10)", "SELECT 30");
  }

  @Test
  void aFeatureOfTheSameNameWins() throws SQLException {
    MARKET.assertSameRows(
        "SELECT state, METRIC('largest'), max(largest) FROM order GROUP BY state",
        "SELECT state, max(amount), max(-amount) FROM orders GROUP BY state");
    MARKET.assertSameRows("SELECT largest FROM order", "SELECT -amount FROM orders");
  }

  @Test
  void starsLeaveMetricsOut() throws SQLException {
    MARKET.assertSameRows("SELECT * FROM tag", "SELECT * FROM tags");
    MARKET.assertSameRows(
        "SELECT t.* FROM (SELECT * FROM tag) t WHERE t.weight > 1",
        "SELECT * FROM tags WHERE weight > 1");
  }

  @Test
  void asToolsWriteIt() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "o"."state" AS "state", SUM("o"."revenue") AS "SUM(revenue)"
        FROM "entities"."order" "o" JOIN "entities"."item" "i" ON "o"."id" = "i"."order_id"
        GROUP BY "o"."state" ORDER BY "SUM(revenue)" DESC LIMIT 1000
        """,
        """
        SELECT state, sum(amount) FROM orders WHERE ord_id IN (SELECT ord_id FROM items)
        GROUP BY state ORDER BY 2 DESC
        """);
  }

  @Test
  void asToolsNestIt() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT t.country, SUM(t.credit_limit), AVG(t.mean_credit), SUM(t.customers)
        FROM (SELECT country, credit_limit, mean_credit, customers FROM customer
          WHERE credit > 0) t
        GROUP BY t.country
        """,
        """
        SELECT country, sum(credit), avg(credit), count(*) FROM customers WHERE credit > 0
        GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT t.state, SUM(t.r), t.ratio
        FROM (SELECT o.state, o.revenue AS r, o.revenue_per_order AS ratio FROM order o
          WHERE o.amount > 10) t
        GROUP BY 1
        """,
        """
        SELECT state, sum(amount), sum(amount) / count(*) FROM orders WHERE amount > 10
        GROUP BY state
        """);
    MARKET.assertSameRows(
        """
        SELECT t.country, SUM(t.credit_limit)
        FROM (SELECT u.country, u.credit_limit FROM (SELECT country, credit_limit,
          id FROM customer) u WHERE u.id > 1) t
        GROUP BY 1
        """,
        "SELECT country, sum(credit) FROM customers WHERE cust_id > 1 GROUP BY country");
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT country, credit_limit FROM customer)
        SELECT country, SUM(credit_limit) FROM t GROUP BY 1
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country");
  }

  @Test
  void nestedOverJoins() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT t.country, t.m
        FROM (SELECT c.country, c.credit_limit AS m FROM customer c JOIN order o) t
        GROUP BY 1
        """,
        """
        SELECT country, sum(credit) FROM customers
        WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT t.country, SUM(t.credit_limit)
        FROM (SELECT country, id, credit_limit FROM customer) t
          JOIN order o ON o.customer_id = t.id
        GROUP BY 1
        """,
        """
        SELECT country, sum(credit) FROM customers
        WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY country
        """);
  }

  /** A key and an item may name one column with its qualifier and without. */
  @Test
  void nestedAndGroupedByTheBareName() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT t.country AS "country", SUM(t.credit_limit) AS a0
        FROM (SELECT c.country, c.credit_limit FROM customer c JOIN order o) t GROUP BY "country"
        """,
        """
        SELECT country, sum(credit) FROM customers
        WHERE cust_id IN (SELECT cust_id FROM orders) GROUP BY country
        """);
  }

  @Test
  void nestedAndCountedAndOrdered() throws SQLException {
    MARKET.assertSameRows(
        "SELECT COUNT(*) FROM (SELECT country, credit_limit FROM customer GROUP BY country) t",
        "SELECT 3");
    MARKET.assertSameRows(
        "SELECT COUNT(*) FROM (SELECT country, credit_limit FROM customer) t", "SELECT 5");
    MARKET.assertSameList(
        """
        SELECT t.country, t.credit_limit FROM (SELECT country, credit_limit FROM customer) t
        GROUP BY 1 HAVING t.credit_limit > 60 ORDER BY 2 LIMIT 5
        """,
        """
        SELECT country, sum(credit) FROM customers GROUP BY country HAVING sum(credit) > 60
        ORDER BY 2
        """);
  }

  @Test
  void nestedWithoutAggregation() throws SQLException {
    MARKET.assertSameRows(
        "SELECT t.credit_limit FROM (SELECT id, credit_limit FROM customer) t WHERE t.id < 3",
        "SELECT credit FROM customers WHERE cust_id < 3");
    MARKET.assertSameRows(
        "SELECT * FROM (SELECT country, credit_limit FROM customer) t",
        "SELECT country, credit FROM customers");
  }

  /** Inside, the metric is of each group; outside it is a number like any other. */
  @Test
  void aggregatesOfGroupsAreOrdinary() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT t.country, AVG(t.credit_limit)
        FROM (SELECT country, id, credit_limit FROM customer GROUP BY country, id) t
        GROUP BY 1
        """,
        "SELECT country, avg(credit) FROM customers GROUP BY country");
  }

  @Test
  void nestedOnBothSidesOfAJoin() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT a.country, SUM(a.credit_limit), SUM(b.revenue), COUNT(b.orders)
        FROM (SELECT id, country, credit_limit FROM customer) a LEFT
          JOIN (SELECT customer_id, revenue, orders FROM order) b ON a.id = b.customer_id
        GROUP BY 1
        """,
        """
        SELECT country, sum(credit), sum((SELECT sum(amount) FROM orders o
          WHERE o.cust_id = c.cust_id)), sum((SELECT count(*) FROM orders o
          WHERE o.cust_id = c.cust_id))
        FROM customers c GROUP BY country
        """);
  }

  @Test
  void nestedTwiceAround() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT COUNT(*)
        FROM (SELECT t.country, SUM(t.credit_limit) AS m
          FROM (SELECT country, credit_limit FROM customer) t GROUP BY 1
          HAVING SUM(t.credit_limit) > 60) u
        """,
        "SELECT 2");
    MARKET.assertSameRows(
        """
        SELECT *
        FROM (SELECT t.country, t.credit_limit AS m
          FROM (SELECT country, credit_limit FROM customer) t GROUP BY 1) u
        WHERE m > 60
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country HAVING sum(credit) > 60");
  }

  @Test
  void nestedInGroupingSetsAndWithParameters() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT t.country, SUM(t.credit_limit)
        FROM (SELECT country, credit_limit FROM customer) t GROUP BY ROLLUP (t.country)
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY ROLLUP (country)");
    MARKET.assertSameRows(
        """
        SELECT t.country, SUM(t.credit_limit)
        FROM (SELECT country, credit_limit FROM customer WHERE credit > ?) t GROUP BY 1
        HAVING SUM(t.credit_limit) > ?
        """,
        """
        SELECT country, sum(credit) FROM customers WHERE credit > ? GROUP BY 1
        HAVING sum(credit) > ?
        """,
        50,
        60);
  }

  @Test
  void inCtes() throws SQLException {
    String byCountry =
        "SELECT country, sum(credit), avg(credit) FROM customers GROUP BY country ORDER BY 1";
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT country AS "Land", credit_limit AS "the limit", mean_credit FROM customer)
        SELECT "Land", SUM("the limit"), AVG(mean_credit) FROM t GROUP BY 1
        """,
        byCountry);
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT * FROM (SELECT country, credit_limit, mean_credit FROM customer) s),
          u AS (SELECT x.* FROM t AS x), v AS (FROM u)
        SELECT country, SUM(credit_limit), mean_credit FROM v GROUP BY 1
        """,
        byCountry);
    MARKET.assertSameRows(
        """
        WITH t(a, b, c) AS (SELECT country, credit_limit, mean_credit FROM customer)
        SELECT p, SUM(q), r FROM t AS x(p, q, r) GROUP BY 1
        """,
        byCountry);
    MARKET.assertSameRows(
        """
        SELECT q, r, s
        FROM (WITH t AS (SELECT country, credit_limit, mean_credit FROM customer)
          SELECT country AS q, credit_limit AS r, mean_credit AS s FROM t GROUP BY 1) u
        """,
        byCountry);
  }

  /** What is added for one of those who select from a CTE is not shown to the others. */
  @Test
  void inACteThatIsUsedTwice() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT country, credit_limit FROM customer)
        SELECT * FROM t
        UNION ALL SELECT country, SUM(credit_limit) FROM t GROUP BY 1
        UNION ALL FROM t
        UNION ALL SELECT * EXCLUDE (country) RENAME (credit_limit AS x), 1 FROM t
        UNION ALL SELECT x.country, SUM(x.credit_limit) + COUNT(*) FROM t x, t y GROUP BY 1
        """,
        """
        SELECT country, credit::BIGINT FROM customers
        UNION ALL SELECT country, sum(credit) FROM customers GROUP BY 1
        UNION ALL SELECT country, credit FROM customers
        UNION ALL SELECT credit, 1 FROM customers
        UNION ALL SELECT country, sum(credit) + 5 * count(*) FROM customers GROUP BY 1
        """);
    SQLException error =
        MARKET.error(
            """
            WITH t AS (SELECT country, credit_limit FROM customer)
            SELECT t FROM t WHERE (SELECT SUM(credit_limit) FROM t HAVING true) > 0
            """);
    assertEquals(ErrorCode.NOT_SUPPORTED.number(), error.getErrorCode(), error.getMessage());
  }

  @Test
  void throughStars() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT country, COUNT(states), SUM(x)
        FROM (SELECT * EXCLUDE (id) RENAME (revenue AS x)
          FROM (SELECT id, state AS country, states, revenue FROM order) t) u
        GROUP BY 1
        """,
        "SELECT state, count(DISTINCT state), sum(amount) FROM orders GROUP BY 1");
  }

  @Test
  void inACteThatIsJoined() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH t AS (SELECT id, country, credit_limit FROM customer)
        SELECT a.country, SUM(a.credit_limit) FROM t a JOIN t b ON a.id <> b.id GROUP BY 1
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country");
  }
}
