package io.calque.metricsql;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Names beside a metric whose rows are marked: aliases, quotes, cases, reserved words and names
 * that Calque uses itself.
 */
class MetricNameTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @Test
  void keyWithAndWithoutItsQualifier() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') FROM customer c LEFT JOIN order o
        GROUP BY country
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        """
        SELECT country, METRIC('c.credit_limit') FROM customer c LEFT JOIN order o
        GROUP BY c.country
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        """
        SELECT date_trunc('month', placed_on), METRIC('o.orders') FROM order o JOIN item i
        GROUP BY date_trunc('month', o.placed_on)
        """,
        """
        SELECT date_trunc('month', placed_on), count(*) FROM orders
        WHERE ord_id IN (SELECT ord_id FROM items) GROUP BY 1
        """);
  }

  @Test
  void keyInAnotherCaseAndInQuotes() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT C.Country, "c"."COUNTRY" AS again, METRIC('C.Credit_Limit')
        FROM Customer C LEFT JOIN Order O GROUP BY c.country
        """,
        "SELECT country, country, sum(credit) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        """
        SELECT "country", METRIC('c.customers') n FROM customer c LEFT JOIN order o
        GROUP BY COUNTRY HAVING country IS NOT NULL ORDER BY "C".country
        """,
        "SELECT country, count(*) FROM customers WHERE country IS NOT NULL GROUP BY country");
  }

  /** GROUP BY takes the column before the alias. */
  @Test
  void aliasThatIsAColumnOfTheKey() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT upper(c.name) AS name, METRIC('c.credit_limit')
        FROM customer c LEFT JOIN order o GROUP BY name
        """,
        "SELECT upper(full_name), sum(credit) FROM customers GROUP BY full_name");
    MARKET.assertSameRows(
        """
        SELECT c.country AS name, METRIC('c.credit_limit') FROM customer c LEFT JOIN order o
        GROUP BY country
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        """
        SELECT coalesce(c.country, '?') AS country, METRIC('c.customers')
        FROM customer c LEFT JOIN order o GROUP BY ROLLUP (country)
        """,
        """
        SELECT coalesce(country, '?') AS country, count(*) FROM customers c
        GROUP BY ROLLUP (country)
        """);
  }

  @Test
  void aliasOfTheMetricThatIsAColumn() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country AS country, METRIC('c.credit_limit') AS credit
        FROM customer c LEFT JOIN order o GROUP BY c.country HAVING max(c.credit) > 60
        ORDER BY credit
        """,
        """
        SELECT country, sum(credit) AS m FROM customers GROUP BY country
        HAVING max(credit) > 60 ORDER BY m
        """);
  }

  @Test
  void quotedAndReserved() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "c"."country" AS "group", METRIC('c.credit_limit') AS "select"
        FROM "customer" "c" LEFT JOIN "order" "o" GROUP BY "c"."country" ORDER BY "select"
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country ORDER BY 2");
    MARKET.assertSameRows(
        """
        SELECT "Cust Omer"."country", METRIC('Cust Omer.credit_limit') AS "a b"
        FROM customer "Cust Omer" LEFT JOIN "order" "Or""der" GROUP BY 1
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        "SELECT METRIC('a.b.credit_limit') FROM customer \"a.b\" JOIN order o", "SELECT 220");
  }

  @Test
  void reservedEntity() throws SQLException {
    MARKET.assertSameRows(
        "SELECT order.state, METRIC('order.revenue') FROM order JOIN item GROUP BY order.state",
        """
        SELECT state, sum(amount) FROM orders WHERE ord_id IN (SELECT ord_id FROM items)
        GROUP BY state
        """);
    MARKET.assertSameRows(
        "SELECT STATE, metric('REVENUE') FROM ORDER JOIN ITEM GROUP BY \"order\".State",
        """
        SELECT state, sum(amount) FROM orders WHERE ord_id IN (SELECT ord_id FROM items)
        GROUP BY state
        """);
  }

  @Test
  void namesThatCalqueUsesItself() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT s_1.country, METRIC('s_1.credit_limit') AS c_1, METRIC('c_1.revenue') AS c_2
        FROM customer s_1 LEFT JOIN order c_1 GROUP BY s_1.country
        """,
        """
        SELECT country, sum(credit), (SELECT sum(amount) FROM orders
          JOIN customers d USING (cust_id) WHERE d.country IS NOT DISTINCT FROM c.country)
        FROM customers c GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        WITH s_1 AS (SELECT 1 AS c_1 UNION ALL SELECT 1)
        SELECT s_1.c_1, METRIC('c.credit_limit') FROM customer c, s_1 GROUP BY s_1.c_1
        """,
        "SELECT 1, sum(credit) FROM customers");
    MARKET.assertSameRows(
        """
        SELECT t.calque_present, METRIC('c.credit_limit')
        FROM customer c, (SELECT 1 AS calque_present UNION ALL SELECT 1) t GROUP BY 1
        """,
        "SELECT 1, sum(credit) FROM customers");
  }

  @Test
  void metricInLiteralsAndComments() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT 'METRIC(''c.credit_limit'')' AS x, $$METRIC('y')$$, n
        FROM (SELECT METRIC('c.customers') AS n /* METRIC('nothing') */ FROM customer c LEFT
          JOIN order o)
        """,
        "SELECT 'METRIC(''c.credit_limit'')', $$METRIC('y')$$, 5");
    MARKET.assertSameRows(
        """
        SELECT /* METRIC('a') */ METRIC( /* b */ 'c.customers' ) AS "METRIC('x')", c.country -- 'METRIC
        FROM customer c LEFT JOIN order o /* METRIC('c') */ -- WHERE
        WHERE c.name <> 'METRIC(''x'')' -- GROUP BY
        GROUP BY c.country -- )
        """,
        "SELECT count(*), country FROM customers GROUP BY country");
    MARKET.assertSameRows(
        "SELECT METRIC('c.customers') FROM customer c LEFT JOIN order o -- the end", "SELECT 5");
  }

  @Test
  void spellings() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT metric(revenue), MEASURE(orders), AGGREGATE(mean_amount), measure("revenue"),
          aggregate(o.least), METRIC("o"."largest")
        FROM order o
        """,
        """
        SELECT sum(amount), count(*), avg(amount), sum(amount), min(amount), max(amount)
        FROM orders
        """);
    MARKET.assertSameRows(
        """
        SELECT MEASURE(o.revenue), AGGREGATE(order.orders), metric(customer.credit_limit)
        FROM customer JOIN order o
        """,
        "SELECT 92.5, 5, 220");
  }

  /** A lambda's own name is no column, even where it is called as one. */
  @Test
  void lambdasAndLists() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.credit_limit'), list_transform(list(o.amount ORDER BY o.amount),
          lambda amount: amount + 1)
        FROM customer c JOIN order o
        """,
        """
        SELECT 220, list_transform(list(amount ORDER BY amount), lambda x: x + 1)
        FROM orders WHERE cust_id IS NOT NULL
        """);
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit'),
          list_filter([c.country, 'x'], lambda country: country IS NOT NULL)
        FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, sum(credit), list_filter([country, 'x'], lambda x: x IS NOT NULL)
        FROM customers GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT list_transform([1, 2], lambda x: x + METRIC('c.customers'))
        FROM customer c LEFT JOIN order o
        """,
        "SELECT [6, 7]");
    MARKET.assertSameRows(
        "SELECT [x * METRIC('c.customers') FOR x IN [1, 2]] FROM customer c LEFT JOIN order o",
        "SELECT [5, 10]");
  }
}
