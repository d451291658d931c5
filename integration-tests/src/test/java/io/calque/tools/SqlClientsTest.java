package io.calque.tools;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What SQL clients, notebooks and dashboards write around a query of the user's own. */
class SqlClientsTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** DBeaver's data editor: the table, a filter typed in, the count of rows, grouping. */
  @Test
  void dbeaver() throws SQLException {
    MARKET.assertSameRows("SELECT x.* FROM entities.tag x", "SELECT * FROM tags");
    MARKET.assertSameRows(
        "SELECT * FROM entities.tag t\nWHERE weight > 1 ORDER BY tag",
        "SELECT * FROM tags WHERE weight > 1");
    MARKET.assertSameRows(
        "SELECT count(*) FROM (SELECT o.state, METRIC('o.revenue') FROM order o JOIN item i GROUP"
            + " BY 1) dbvrcnt",
        "SELECT 2");
    MARKET.assertSameRows(
        "SELECT state, SUM(revenue) FROM (SELECT state, revenue FROM order) src GROUP BY state"
            + " ORDER BY SUM(revenue) DESC",
        "SELECT state, sum(amount) FROM orders GROUP BY state");
  }

  /** DataGrip's preview, and its count. */
  @Test
  void dataGrip() throws SQLException {
    MARKET.assertSameRows("SELECT t.* FROM entities.tag t LIMIT 501", "SELECT * FROM tags");
    MARKET.assertSameRows("SELECT COUNT(*) FROM (SELECT t.* FROM entities.tag t) t", "SELECT 4");
  }

  /** Grafana's macros for PostgreSQL: time groups, and columns that are called as it wants them. */
  @Test
  void grafana() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT
          floor(extract(epoch from placed_on)/2592000)*2592000 AS "time",
          state AS metric,
          METRIC('revenue') AS value
        FROM order
        WHERE placed_on BETWEEN '2025-01-01T00:00:00Z' AND '2025-12-31T00:00:00Z'
        GROUP BY 1, 2
        ORDER BY 1, 2
        """,
        """
        SELECT floor(extract(epoch from placed_on)/2592000)*2592000, state, sum(amount)
        FROM orders WHERE placed_on IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
        """);
    MARKET.assertSameRows(
        """
        SELECT placed_on AS "time", revenue FROM order
        WHERE placed_on >= '2025-02-01' ORDER BY time
        """,
        "SELECT placed_on, amount FROM orders WHERE placed_on >= '2025-02-01'");
  }

  /** Redash and others page and sort a query as a subquery. */
  @Test
  void redash() throws SQLException {
    MARKET.assertSameRows(
        """
        /* Username: me, Query ID: 1, Queue: queries */ SELECT * FROM (
          SELECT state, METRIC('revenue') AS revenue FROM order GROUP BY state ORDER BY revenue DESC
        ) AS q LIMIT 1000
        """,
        "SELECT state, sum(amount) FROM orders GROUP BY state");
  }

  /** Hex chains cells as CTEs. */
  @Test
  void hex() throws SQLException {
    MARKET.assertSameRows(
        """
        WITH dataframe AS (
          SELECT country, credit_limit, customers FROM customer WHERE credit > 0
        ), dataframe_2 AS (
          SELECT country, SUM(credit_limit) AS credit, SUM(customers) AS n FROM dataframe GROUP BY country
        )
        SELECT country, credit / n AS per_head FROM dataframe_2
        """,
        "SELECT country, sum(credit) / count(*) FROM customers WHERE credit > 0 GROUP BY country");
  }

  /** ThoughtSpot. Seen in cube-js/cube, "thought_spot_dimensions". */
  @Test
  void thoughtSpot() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT
          "ta_1"."state" "ca_1",
          CASE
            WHEN sum("ta_1"."revenue") IS NOT NULL THEN sum("ta_1"."revenue")
            ELSE 0
          END "ca_2"
        FROM "market"."entities"."order" "ta_1"
        GROUP BY "ca_1"
        """,
        "SELECT state, coalesce(sum(amount), 0) FROM orders GROUP BY state");
  }

  /** SQLAlchemy names each column, and asks for a count around the whole. */
  @Test
  void sqlAlchemy() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT anon_1.customer_1_name AS anon_1_customer_1_name, anon_1.orders_1 AS anon_1_orders_1
        FROM (SELECT customer_1.name AS customer_1_name, count(order_1.id) AS orders_1
          FROM entities.customer AS customer_1
          LEFT OUTER JOIN entities."order" AS order_1 ON customer_1.id = order_1.customer_id
          GROUP BY customer_1.id, customer_1.name) AS anon_1
        """,
        """
        SELECT full_name, count(ord_id) FROM customers LEFT JOIN orders USING (cust_id)
        GROUP BY cust_id, full_name
        """);
  }

  /**
   * dbplyr filters in a subquery with a star. Seen in Adobe's documentation of its BI extension.
   */
  @Test
  void dbplyr() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "country", SUM("credit") AS "credit", COUNT(*) AS "n"
        FROM (
          SELECT "customer".*
          FROM "customer"
          WHERE ("since" >= '2024-01-01' AND "since" < '2025-02-01')
        ) AS "q01"
        GROUP BY "country"
        ORDER BY "credit" DESC
        LIMIT 1000
        """,
        """
        SELECT country, sum(credit), count(*) FROM customers WHERE since IS NOT NULL
        GROUP BY country ORDER BY 2 DESC
        """);
  }
}
