package io.calque.tools;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Looker sends: views as aliases, fields called {@code "view.field"}, ordinals, derived tables
 * in WITH, symmetric aggregates, and pivots ranked in nested queries.
 */
class LookerTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** An explore. Seen in Adobe's documentation of its BI extension. */
  @Test
  void explore() throws SQLException {
    MARKET.assertSameList(
        """
        -- Looker Query Context '{"user_id":6,"history_slug":"fc83573987b999306eaf6e1a3f2cde70"}'
        SELECT
            orders."state"  AS "orders.state",
            COALESCE(SUM(orders."revenue" ), 0) AS "orders.revenue",
            COUNT(*) AS "orders.count"
        FROM
            "entities"."order" AS orders
        WHERE ((( orders."placed_on"  ) >= (DATE_TRUNC('day', DATE '2025-01-01')) AND ( orders."placed_on"  ) < (DATE_TRUNC('day', DATE '2026-01-01'))))
        GROUP BY
            1
        ORDER BY
            2 DESC
        FETCH NEXT 500 ROWS ONLY
        """,
        """
        SELECT state, coalesce(sum(amount), 0), count(*) FROM orders WHERE placed_on IS NOT NULL
        GROUP BY state ORDER BY 2 DESC
        """);
  }

  /** A custom measure casts what it sums. Seen in Adobe's documentation of its BI extension. */
  @Test
  void customMeasure() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT
            orders."state"  AS "orders.state",
            COALESCE(SUM(CAST(( orders."revenue"  ) AS DOUBLE PRECISION)), 0) AS "revenue",
            AVG(CAST(orders."mean_amount" AS DOUBLE)) AS "average"
        FROM "entities"."order" AS "orders"
        GROUP BY 1
        ORDER BY 2 DESC
        LIMIT 500
        """,
        """
        SELECT state, coalesce(sum(amount), 0)::DOUBLE, avg(amount)::DOUBLE FROM orders
        GROUP BY state ORDER BY 2 DESC
        """);
  }

  /** Joined views, with measures of type number that are metrics. */
  @Test
  void joinedViews() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT
            (DATE_TRUNC('month', orders."placed_on" )) AS "orders.placed_month",
            METRIC('orders.revenue') AS "orders.revenue",
            METRIC('customers.credit_limit') AS "customers.credit_limit",
            COUNT(DISTINCT customers."id" ) AS "customers.count"
        FROM "entities"."item" AS items
        LEFT JOIN "entities"."order" AS orders ON items."order_id" = orders."id"
        LEFT JOIN "entities"."customer" AS customers ON orders."customer_id" = customers."id"
        WHERE orders."state" IS NOT NULL
        GROUP BY
            (DATE_TRUNC('month', orders."placed_on" ))
        HAVING METRIC('orders.revenue') > 0
        ORDER BY
            1
        LIMIT 500
        """,
        """
        SELECT date_trunc('month', placed_on) AS m, sum(amount),
          (SELECT sum(credit) FROM customers WHERE cust_id IN
            (SELECT cust_id FROM orders o WHERE ord_id IN (SELECT ord_id FROM items)
             AND date_trunc('month', o.placed_on) = m)),
          count(DISTINCT cust_id)
        FROM orders WHERE ord_id IN (SELECT ord_id FROM items) GROUP BY 1 ORDER BY 1
        """);
  }

  /**
   * Symmetric aggregates: its own way to keep fan-out away, over features. They reach the warehouse
   * as written and agree with METRIC. Help center, "A Simple Explanation of Symmetric Aggregates".
   */
  @Test
  void symmetricAggregates() throws SQLException {
    String hash =
        "CAST(md5_number(CAST(customers.\"id\" AS VARCHAR)) % 1000000000000000000 AS"
            + " DECIMAL(38,0))";
    MARKET.assertSameRows(
        """
        SELECT orders."state" AS "orders.state",
          COALESCE(COALESCE(CAST( ( SUM(DISTINCT (CAST(FLOOR(COALESCE(customers."credit" ,0)*(1000000*1.0)) AS DECIMAL(38,0))) + %1$s )
            - SUM(DISTINCT %1$s) ) AS DOUBLE PRECISION) / CAST((1000000*1.0) AS DOUBLE PRECISION), 0), 0) AS "customers.credit",
          METRIC('customers.credit_limit') AS "customers.credit_limit"
        FROM "entities"."customer" AS customers
        LEFT JOIN "entities"."order" AS orders ON customers."id" = orders."customer_id"
        GROUP BY 1
        LIMIT 500
        """
            .formatted(hash),
        """
        SELECT state, sum(coalesce(credit, 0)), sum(credit) FROM
          (SELECT DISTINCT state, cust_id, credit FROM customers LEFT JOIN orders USING (cust_id))
        GROUP BY state
        """);
  }

  /** A native derived table becomes a CTE. Docs: "Creating native derived tables". */
  @Test
  void derivedTable() throws SQLException {
    MARKET.assertSameList(
        """
        WITH order_facts AS (SELECT
              orders."customer_id"  AS "customer_id",
              COALESCE(SUM(orders."revenue" ), 0) AS "lifetime_revenue",
              COUNT(*) AS "lifetime_orders"
          FROM "entities"."order" AS orders
          GROUP BY 1)
        SELECT
            customers."country"  AS "customers.country",
            COALESCE(SUM(order_facts.lifetime_revenue ), 0) AS "order_facts.lifetime_revenue",
            METRIC('customers.credit_limit') AS "customers.credit_limit"
        FROM "entities"."customer" AS customers
        LEFT JOIN order_facts ON customers."id" = order_facts.customer_id
        GROUP BY 1
        ORDER BY 2 DESC, 1
        LIMIT 500
        """,
        """
        SELECT country, coalesce(sum((SELECT sum(amount) FROM orders o
          WHERE o.cust_id = c.cust_id)), 0), sum(credit)
        FROM customers c GROUP BY country ORDER BY 2 DESC, 1
        """);
  }

  /** A pivot: groups are ranked by nested queries around the one that aggregates. */
  @Test
  void pivot() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "orders.state", "customers.country", "orders.revenue" FROM (
        SELECT *, DENSE_RANK() OVER (ORDER BY z___min_rank) as z___pivot_row_rank, RANK() OVER (PARTITION BY z__pivot_col_rank ORDER BY z___min_rank) as z__pivot_col_ordering, CASE WHEN z___min_rank = z___rank THEN 1 ELSE 0 END AS z__is_highest_ranked_cell FROM (
        SELECT *, MIN(z___rank) OVER (PARTITION BY "orders.state") as z___min_rank FROM (
        SELECT *, RANK() OVER (ORDER BY CASE WHEN z__pivot_col_rank=1 THEN (CASE WHEN "orders.revenue" IS NOT NULL THEN 0 ELSE 1 END) ELSE 2 END, CASE WHEN z__pivot_col_rank=1 THEN "orders.revenue" ELSE NULL END DESC, "orders.revenue" DESC, z__pivot_col_rank, "orders.state") AS z___rank FROM (
        SELECT *, DENSE_RANK() OVER (ORDER BY "customers.country" NULLS LAST) AS z__pivot_col_rank FROM (
        SELECT
            customers."country"  AS "customers.country",
            orders."state"  AS "orders.state",
            COALESCE(SUM(orders."revenue" ), 0) AS "orders.revenue"
        FROM "entities"."order" AS orders
        LEFT JOIN "entities"."customer" AS customers ON orders."customer_id" = customers."id"
        GROUP BY 1, 2) ww
        ) bb WHERE z__pivot_col_rank <= 16384
        ) aa
        ) xx
        ) zz
        WHERE (z__pivot_col_rank <= 50 OR z__is_highest_ranked_cell = 1) AND (z___pivot_row_rank <= 500 OR z__pivot_col_ordering = 1) ORDER BY z___pivot_row_rank
        """,
        """
        SELECT state, country, coalesce(sum(amount), 0)
        FROM orders LEFT JOIN customers USING (cust_id) GROUP BY ALL
        """);
  }

  /** Totals and the count of rows behind a table. */
  @Test
  void totals() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT COALESCE(SUM(orders."revenue" ), 0) AS "orders.revenue"
        FROM "entities"."order" AS orders LIMIT 1
        """,
        "SELECT 100.5");
    MARKET.assertSameRows(
        """
        SELECT COUNT(*) AS count FROM (SELECT orders."state" AS "orders.state",
          COALESCE(SUM(orders."revenue" ), 0) AS "orders.revenue"
          FROM "entities"."order" AS orders GROUP BY 1) AS ww
        """,
        "SELECT 3");
  }

  /** Suggestions for a filter. */
  @Test
  void suggestions() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT DISTINCT orders."state" AS "orders.state" FROM "entities"."order" AS orders
        WHERE ((UPPER(( orders."state"  )) LIKE UPPER('%%'))) ORDER BY 1 LIMIT 1000
        """,
        "SELECT DISTINCT state FROM orders WHERE state IS NOT NULL ORDER BY 1");
  }
}
