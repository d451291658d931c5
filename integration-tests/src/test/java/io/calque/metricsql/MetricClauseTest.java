package io.calque.metricsql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code METRIC} in each clause where an aggregate may stand, beside everything else that may stand
 * there.
 */
class MetricClauseTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @Test
  void groupByExpressions() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT CASE WHEN o.amount > 15 THEN 'big' ELSE 'small' END AS k, METRIC('c.customers'),
          METRIC('o.revenue')
        FROM customer c LEFT JOIN order o
        GROUP BY CASE WHEN o.amount > 15 THEN 'big' ELSE 'small' END
        """,
        """
        SELECT k, count(DISTINCT cust_id), sum(amount)
        FROM (SELECT CASE WHEN amount > 15 THEN 'big' ELSE 'small' END AS k, cust_id, amount
          FROM customers LEFT JOIN orders USING (cust_id))
        GROUP BY k
        """);
    MARKET.assertSameRows(
        """
        SELECT [c.country, o.state] AS k, METRIC('c.customers') FROM customer c JOIN order o
        GROUP BY k
        """,
        """
        SELECT [country, state], count(DISTINCT cust_id)
        FROM customers JOIN orders USING (cust_id) GROUP BY 1
        """);
    MARKET.assertSameRows(
        "SELECT 'x' AS k, METRIC('c.customers') FROM customer c LEFT JOIN order o GROUP BY k",
        "SELECT 'x', 5");
    MARKET.assertSameRows(
        """
        SELECT c.spent, METRIC('c.customers') FROM customer c LEFT JOIN order o GROUP BY c.spent
        """,
        """
        SELECT s, count(*)
        FROM (SELECT (SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id) AS s
          FROM customers c)
        GROUP BY s
        """);
  }

  @Test
  void groupByASubquery() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT (SELECT count(*) FROM order x WHERE x.customer_id = c.id) AS k,
          METRIC('c.customers')
        FROM customer c LEFT JOIN ticket t GROUP BY k
        """,
        """
        SELECT k, count(*)
        FROM (SELECT (SELECT count(*) FROM orders x WHERE x.cust_id = c.cust_id) AS k
          FROM customers c)
        GROUP BY k
        """);
  }

  @Test
  void keysThatAreNotSelected() throws SQLException {
    MARKET.assertSameRows(
        "SELECT METRIC('c.customers') FROM customer c JOIN order o GROUP BY c.country, o.state",
        """
        SELECT count(DISTINCT cust_id) FROM customers JOIN orders USING (cust_id)
        GROUP BY country, state
        """);
    MARKET.assertSameRows(
        "SELECT METRIC('c.customers') FROM customer c JOIN order o GROUP BY ()", "SELECT 3");
  }

  @Test
  void groupingSetsByOrdinal() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY ROLLUP (1)
        """,
        "SELECT country, count(*) FROM customers GROUP BY ROLLUP (1)");
    MARKET.assertSameRows(
        """
        SELECT c.country, c.country AS again, METRIC('c.customers')
        FROM customer c LEFT JOIN order o GROUP BY ROLLUP (1, 2)
        """,
        "SELECT country, country, count(*) FROM customers GROUP BY ROLLUP (1, 2)");
  }

  @Test
  void groupingSetsThatRepeatKeys() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY c.country, ROLLUP (c.country)
        """,
        "SELECT country, count(*) FROM customers GROUP BY country, ROLLUP (country)");
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY GROUPING SETS ((c.country), (c.country))
        """,
        "SELECT country, count(*) FROM customers GROUP BY GROUPING SETS ((country), (country))");
  }

  @Test
  void rollupOverThreeGrains() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.name, METRIC('p.products'), METRIC('g.tags'), METRIC('t.talk_time')
        FROM customer c LEFT JOIN product p LEFT JOIN tag g ON customer_to_tag LEFT
          JOIN ticket t ON c.customer_to_ticket
        GROUP BY ROLLUP (c.name)
        """,
        """
        SELECT *
        FROM (VALUES ('Ada', 2, 2, 33), ('Ben', 1, 1, NULL), ('Cid', 0, 1, NULL),
          ('Dot', 0, 0, 5), ('Eve', 0, 0, NULL), (NULL, 2, 2, 38)) t
        """);
  }

  @Test
  void cubeBesideAKey() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, o.state, METRIC('c.credit_limit'), grouping(c.country, o.state)
        FROM customer c LEFT JOIN order o GROUP BY CUBE (c.country, o.state)
        """,
        """
        WITH b AS (SELECT cust_id, country, credit, state FROM customers LEFT
          JOIN orders USING (cust_id)), d AS (SELECT DISTINCT 0 AS z, country, state, cust_id,
          credit FROM b UNION ALL SELECT DISTINCT 1, country, NULL, cust_id, credit FROM b
          UNION ALL SELECT DISTINCT 2, NULL, state, cust_id, credit FROM b UNION ALL
          SELECT DISTINCT 3, NULL, NULL, cust_id, credit FROM b)
        SELECT country, state, sum(credit), z FROM d GROUP BY z, country, state
        """);
  }

  @Test
  void havingAndOrderInGroupingSets() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country, METRIC('c.customers') AS n, METRIC('c.credit_limit') AS m
        FROM customer c LEFT JOIN order o GROUP BY ROLLUP (c.country)
        HAVING METRIC('c.customers') > 1 ORDER BY METRIC('c.customers') DESC, m
        """,
        """
        SELECT country, count(*), sum(credit) AS m FROM customers GROUP BY ROLLUP (country)
        HAVING count(*) > 1 ORDER BY 2 DESC, 3
        """);
  }

  @Test
  void windowOverGroupingSets() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers'), sum(METRIC('c.customers')) OVER
          (PARTITION BY grouping(c.country))
        FROM customer c LEFT JOIN order o GROUP BY ROLLUP (c.country)
        """,
        "SELECT country, count(*), 5 FROM customers GROUP BY ROLLUP (country)");
  }

  @Test
  void orderByEverything() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country, METRIC('c.credit_limit') AS m FROM customer c LEFT JOIN order o
        GROUP BY c.country ORDER BY m DESC
        """,
        "SELECT country, sum(credit) AS m FROM customers GROUP BY country ORDER BY m DESC");
    MARKET.assertSameList(
        """
        SELECT c.country FROM customer c LEFT JOIN order o GROUP BY c.country
        ORDER BY METRIC('c.credit_limit') DESC
        """,
        "SELECT country FROM customers GROUP BY country ORDER BY sum(credit) DESC");
    MARKET.assertSameList(
        """
        SELECT c.country FROM customer c LEFT JOIN order o GROUP BY c.country
        ORDER BY lower(c.country) DESC NULLS LAST
        """,
        "SELECT country FROM customers GROUP BY country ORDER BY lower(country) DESC NULLS LAST");
    MARKET.assertSameList(
        """
        SELECT upper(c.country) || '!', METRIC('c.credit_limit')
        FROM customer c LEFT JOIN order o GROUP BY upper(c.country)
        ORDER BY upper(c.country) NULLS FIRST
        """,
        """
        SELECT upper(country) || '!', sum(credit) FROM customers GROUP BY upper(country)
        ORDER BY upper(country) NULLS FIRST
        """);
    MARKET.assertSameList(
        """
        SELECT c.country, METRIC('c.credit_limit') FROM customer c LEFT JOIN order o
        GROUP BY ALL ORDER BY ALL
        """,
        "SELECT country, sum(credit) FROM customers GROUP BY ALL ORDER BY ALL");
  }

  /** DuckDB's GROUP BY ALL also groups by the columns in HAVING, and so do metrics. */
  @Test
  void groupByAllAndHaving() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers') FROM customer c JOIN order o
        GROUP BY ALL HAVING o.state IS NOT NULL AND METRIC('o.orders') > 0 AND max(o.amount) > 0
        """,
        """
        SELECT country, count(DISTINCT cust_id) FROM customers JOIN orders USING (cust_id)
        GROUP BY country, state HAVING state IS NOT NULL AND max(amount) > 0
        """);
    MARKET.assertSameRows(
        "SELECT state FROM (SELECT state, revenue FROM order) t GROUP BY ALL HAVING t.revenue > 40",
        "SELECT state FROM orders GROUP BY state HAVING sum(amount) > 40");
    MARKET.assertSameRows(
        "SELECT o.state FROM order o GROUP BY ALL HAVING o.revenue > 40",
        "SELECT state FROM orders GROUP BY state HAVING sum(amount) > 40");
    MARKET.assertSameRows(
        """
        SELECT upper(o.state) || '!' AS s, METRIC('c.customers') FROM customer c JOIN order o
        GROUP BY ALL HAVING s <> 'X'
        """,
        """
        SELECT upper(state) || '!', count(DISTINCT cust_id)
        FROM customers JOIN orders USING (cust_id) WHERE state IS NOT NULL GROUP BY state
        """);
  }

  @Test
  void starsBesideMarkedRows() throws SQLException {
    String joined = "SELECT %s FROM customer c JOIN order o GROUP BY %s";
    String tags =
        "SELECT g.tag, g.weight, 4 * (g.tag IS NOT NULL)::int FROM tags g WHERE g.tag = 'vip'";
    MARKET.assertSameRows(
        """
        SELECT g.*, METRIC('o.orders') + METRIC('c.customers') FROM tag g JOIN customer c
          JOIN order o ON customer_to_order
        WHERE g.tag = 'vip' AND o.state IS NOT NULL GROUP BY ALL
        """,
        tags.replace("4 *", "5 *"));
    MARKET.assertSameRows(
        """
        SELECT t.*, METRIC('c.customers'), g.* RENAME (weight AS w) EXCLUDE (tag)
        FROM (SELECT 1 AS "a b", 2 AS b) t, tag g JOIN customer c GROUP BY ALL
        """,
        """
        SELECT 1, 2, count(DISTINCT cust_id), weight FROM customer_tags JOIN tags USING (tag)
          JOIN customers USING (cust_id) GROUP BY weight
        """);
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers'), g.* REPLACE (upper(tag) AS tag) FROM tag g JOIN customer c
        GROUP BY ROLLUP (2, 3)
        """,
        """
        SELECT count(DISTINCT cust_id), upper(tag), weight FROM customer_tags
          JOIN tags USING (tag) JOIN customers USING (cust_id) GROUP BY ROLLUP (2, 3)
        """);
    MARKET.assertSameRows(
        "SELECT COLUMNS(g.*), METRIC('c.customers') FROM tag g JOIN customer c GROUP BY 1, weight",
        """
        SELECT tag, weight, count(DISTINCT cust_id) FROM customer_tags JOIN tags USING (tag)
          JOIN customers USING (cust_id) GROUP BY ALL
        """);
    MARKET.assertSameRows(
        "SELECT g.*, METRIC('g.total_weight') FROM customer c LEFT JOIN tag g GROUP BY 1, 2",
        """
        SELECT tag, weight, weight FROM tags WHERE weight IN (1, 3)
        UNION ALL SELECT NULL, NULL, NULL
        """);
    assertEquals(
        List.of("tag", "weight", "customers"),
        MARKET
            .rows("SELECT g.*, METRIC('customers') FROM customer c JOIN tag g GROUP BY ALL")
            .labels());
  }

  @Test
  void filtersInRollup() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT o.state, METRIC('c.credit_limit') FILTER (WHERE i.qty > 1),
          METRIC('c.credit_limit') FILTER (WHERE i.qty <= 1),
          METRIC('c.credit_limit') FILTER (WHERE NULL)
        FROM customer c LEFT JOIN order o LEFT JOIN item i ON order_to_item
        GROUP BY ROLLUP (o.state)
        """,
        """
        WITH b AS (SELECT c.cust_id, credit, state, qty > 1 AS f FROM customers c LEFT
          JOIN orders o USING (cust_id) LEFT JOIN items i ON i.ord_id = o.ord_id),
          d AS (SELECT DISTINCT 0 AS z, state, cust_id, credit, f FROM b UNION ALL
          SELECT DISTINCT 1, NULL, cust_id, credit, f FROM b)
        SELECT state, sum(credit) FILTER (WHERE f), sum(credit) FILTER (WHERE NOT f), NULL
        FROM d GROUP BY z, state
        """);
  }

  /**
   * For DuckDB an alias, an ordinal and their text are different keys; here they are the one that
   * they mean. Whatever their case, two texts are one for both.
   */
  @Test
  void oneKeyWrittenInTwoWays() throws SQLException {
    String plain =
        """
        SELECT upper(state) AS u, count(DISTINCT cust_id)
        FROM customers JOIN orders USING (cust_id)
        GROUP BY
        """;
    for (String key : List.of("u", "1", "(u)", "UPPER( state )")) {
      for (String other : List.of("upper(o.state)", "u", "1")) {
        String metric =
            "SELECT upper(o.state) AS u, METRIC('c.customers') FROM customer c JOIN order o GROUP BY ";
        MARKET.assertSameRows(
            metric + "GROUPING SETS ((" + other + "), (" + key + "), ())",
            plain + "GROUPING SETS ((upper(state)), (upper(state)), ())");
        MARKET.assertSameRows(
            metric + "GROUPING SETS ((o.state, " + other + "), (" + key + "))",
            plain + "GROUPING SETS ((state, upper(state)), (upper(state)))");
        MARKET.assertSameRows(
            metric + "ROLLUP (" + other + ", " + key + ")",
            plain + "GROUPING SETS ((upper(state)), (upper(state)), ())");
        MARKET.assertSameRows(
            "SELECT upper(o.state) AS u, METRIC('orders') FROM order o GROUP BY GROUPING SETS (("
                + other
                + "), ("
                + key
                + "))",
            "SELECT upper(state) AS u, count(*) FROM orders GROUP BY GROUPING SETS ((u), (u))");
      }
    }
    MARKET.assertSameRows(
        """
        SELECT upper(o.state) AS u, METRIC('c.customers') FROM customer c JOIN order o
        GROUP BY GROUPING SETS ((upper(o.state)), (UPPER( o.state )), (upper(state)), ())
        """,
        """
        SELECT upper(state) AS u, count(DISTINCT cust_id)
        FROM customers JOIN orders USING (cust_id)
        GROUP BY GROUPING SETS ((upper(state)), (upper(state)), (upper(state)), ())
        """);
  }

  @Test
  void expressionsOfKeys() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.id % 2 + 1, METRIC('c.customers') FROM customer c LEFT JOIN order o
        GROUP BY c.id % 2
        """,
        "SELECT cust_id % 2 + 1, count(*) FROM customers GROUP BY cust_id % 2");
    MARKET.assertSameRows(
        """
        SELECT c.id % 2 AS k, c.id % 2 * 10, METRIC('c.customers')
        FROM customer c LEFT JOIN order o GROUP BY ROLLUP (k) HAVING c.id % 2 IS NOT NULL
        """,
        """
        SELECT cust_id % 2 AS k, cust_id % 2 * 10, count(*) FROM customers
        GROUP BY ROLLUP (k) HAVING cust_id % 2 IS NOT NULL
        """);
  }

  @Test
  void aliasesOfOtherItems() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT upper(c.country) AS k, k || '!', METRIC('c.customers') AS n, n * 2
        FROM customer c LEFT JOIN order o GROUP BY k
        """,
        "SELECT upper(country) AS k, k || '!', count(*) AS n, n * 2 FROM customers GROUP BY k");
  }

  @Test
  void aliasInWhere() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.credit * 2 AS twice, METRIC('c.customers')
        FROM customer c LEFT JOIN order o WHERE twice > 120 GROUP BY twice
        """,
        "SELECT credit * 2 AS twice, count(*) FROM customers WHERE twice > 120 GROUP BY twice");
  }

  @Test
  void jdbcEscapes() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT {fn ucase(c.country)} AS k, METRIC('c.customers')
        FROM {oj customer c LEFT OUTER JOIN order o ON customer_to_order}
        WHERE o.placed_on >= {d '2025-01-01'} GROUP BY {fn ucase(c.country)}
        """,
        """
        SELECT upper(country), count(DISTINCT cust_id)
        FROM customers JOIN orders USING (cust_id) WHERE placed_on >= DATE '2025-01-01'
        GROUP BY 1
        """);
  }

  @Test
  void limitAndOffset() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT METRIC('c.customers') FROM customer c LEFT JOIN order o GROUP BY c.country
        ORDER BY c.country NULLS LAST LIMIT 1 OFFSET 1
        """,
        "SELECT 2");
  }

  @Test
  void havingAlone() throws SQLException {
    MARKET.assertSameRows(
        "SELECT 1 FROM customer c LEFT JOIN order o HAVING METRIC('c.customers') = 5", "SELECT 1");
    MARKET.assertSameRows(
        """
        SELECT METRIC('c.customers') FROM customer c LEFT JOIN order o
        HAVING METRIC('c.customers') > 10
        """,
        "SELECT 1 WHERE false");
  }

  @Test
  void distinct() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT DISTINCT METRIC('c.customers') FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        "SELECT DISTINCT count(*) FROM customers GROUP BY country");
    MARKET.assertSameRows(
        """
        SELECT DISTINCT ON (METRIC('c.customers')) c.country, METRIC('c.customers')
        FROM customer c LEFT JOIN order o GROUP BY c.country
        ORDER BY METRIC('c.customers'), c.country NULLS LAST
        """,
        """
        SELECT DISTINCT ON (count(*)) country, count(*) FROM customers GROUP BY country
        ORDER BY count(*), country NULLS LAST
        """);
    MARKET.assertSameRows(
        "SELECT count(DISTINCT o.state), METRIC('c.customers') FROM customer c LEFT JOIN order o",
        "SELECT 2, 5");
  }

  @Test
  void windows() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, row_number() OVER (ORDER BY METRIC('c.credit_limit') DESC),
          rank() OVER (PARTITION BY METRIC('c.customers') ORDER BY METRIC('c.credit_limit')),
          lag(METRIC('c.credit_limit')) OVER w
        FROM customer c LEFT JOIN order o GROUP BY c.country
        WINDOW w AS (ORDER BY c.country NULLS LAST)
        """,
        """
        SELECT country, row_number() OVER (ORDER BY sum(credit) DESC),
          rank() OVER (PARTITION BY count(*) ORDER BY sum(credit)), lag(sum(credit)) OVER w
        FROM customers GROUP BY country WINDOW w AS (ORDER BY country NULLS LAST)
        """);
    MARKET.assertSameRows(
        """
        SELECT c.country, sum(METRIC('c.credit_limit')) OVER
          (ORDER BY c.country ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
        FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, sum(sum(credit)) OVER (ORDER BY country ROWS BETWEEN 1 PRECEDING
          AND CURRENT ROW)
        FROM customers GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') * 1.0 / sum(METRIC('c.credit_limit')) OVER ()
        FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, sum(credit) * 1.0 / (SELECT sum(credit) FROM customers)
        FROM customers GROUP BY country
        """);
  }

  @Test
  void qualify() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') FROM customer c LEFT JOIN order o
        GROUP BY c.country
        QUALIFY row_number() OVER (ORDER BY METRIC('c.credit_limit') DESC) = 1
        """,
        "SELECT NULL, 140");
  }

  @Test
  void filters() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') FILTER (WHERE o.state = 'paid'),
          METRIC('c.credit_limit') FILTER (WHERE o.state = 'open'),
          METRIC('c.customers') FILTER (WHERE o.id IS NULL),
          METRIC('o.revenue') FILTER (WHERE c.credit > 60)
        FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, sum(credit) FILTER (WHERE
          EXISTS (SELECT 1 FROM orders o WHERE o.cust_id = c.cust_id AND state = 'paid')),
          sum(credit) FILTER (WHERE EXISTS (SELECT 1 FROM orders o WHERE o.cust_id = c.cust_id
          AND state = 'open')), count(*) FILTER (WHERE NOT
          EXISTS (SELECT 1 FROM orders o WHERE o.cust_id = c.cust_id)),
          sum((SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id AND credit > 60))
        FROM customers c GROUP BY country
        """);
  }

  @Test
  void filterThatNoRowPasses() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.orders') FILTER (WHERE i.qty > 99),
          METRIC('o.revenue') FILTER (WHERE i.qty > 99),
          METRIC('o.revenue_per_order') FILTER (WHERE i.qty > 99)
        FROM order o JOIN item i
        """,
        "SELECT 0, NULL, NULL");
  }

  @Test
  void inExpressions() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT CASE METRIC('c.customers') WHEN 5 THEN 'five' END,
          METRIC('c.customers') BETWEEN 1 AND 5, METRIC('c.customers') IN (5, 6),
          METRIC('c.credit_limit') IS NULL, coalesce(METRIC('o.revenue') FILTER (WHERE false),
          0), -METRIC('c.customers'), METRIC('c.customers')::varchar || '!',
          [METRIC('c.customers')], {'a': METRIC('c.customers')}
        FROM customer c LEFT JOIN order o
        """,
        "SELECT 'five', true, true, false, 0, -5, '5!', [5], {'a': 5}");
  }

  @Test
  void ratiosKeepTheirParentheses() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT 10 - METRIC('o.revenue_per_order') * 2, 100 / METRIC('o.revenue_per_order')
        FROM order o JOIN item i
        """,
        "SELECT 10 - (70.5 / 4) * 2, 100 / (70.5 / 4)");
  }

  @Test
  void ordinaryAggregatesKeepTheirMeaning() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.customers'), count(*), sum(c.credit),
          string_agg(c.name || o.id, ',' ORDER BY o.amount DESC, o.id),
          mode() WITHIN GROUP (ORDER BY o.state), max(o.amount) - min(o.amount),
          arg_max(o.id, o.amount) FILTER (WHERE o.state = 'open')
        FROM customer c JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, count(DISTINCT cust_id), count(*), sum(credit),
          string_agg(full_name || ord_id, ',' ORDER BY amount DESC, ord_id),
          mode() WITHIN GROUP (ORDER BY state), max(amount) - min(amount),
          arg_max(ord_id, amount) FILTER (WHERE state = 'open')
        FROM customers JOIN orders USING (cust_id) GROUP BY country
        """);
  }

  @Test
  void fromFirst() throws SQLException {
    MARKET.assertSameRows(
        "FROM customer c LEFT JOIN order o SELECT METRIC('c.customers')", "SELECT 5");
  }
}
