package io.calque.tools;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Apache Superset sends for charts, filters and SQL Lab. */
class SupersetTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** A chart on a virtual dataset. Seen in apache/superset issue 30507 and in shared query logs. */
  @Test
  void virtualDataset() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "country" AS "country", SUM("credit_limit") AS "SUM(credit_limit)",
               AVG("mean_credit") AS "AVG(mean_credit)", COUNT(*) AS "count"
        FROM (
          SELECT country, credit_limit, mean_credit FROM customer WHERE credit > 0
        ) AS "virtual_table"
        GROUP BY "country"
        ORDER BY "SUM(credit_limit)" DESC
        LIMIT 1000
        """,
        """
        SELECT country, sum(credit), avg(credit), count(*) FROM customers WHERE credit > 0
        GROUP BY country ORDER BY 2 DESC
        """);
  }

  /** The time grain of a chart is an expression with the column's own name. Issue 1804. */
  @Test
  void timeGrain() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT DATE_TRUNC('MONTH', "placed_on") AS "placed_on", SUM("revenue") AS "SUM(revenue)"
        FROM "entities"."order"
        WHERE "placed_on" >= CAST('2025-01-01' AS DATE) AND "placed_on" < CAST('2026-01-01' AS DATE)
        GROUP BY DATE_TRUNC('MONTH', "placed_on")
        ORDER BY "SUM(revenue)" DESC
        LIMIT 10000
        """,
        """
        SELECT date_trunc('month', placed_on), sum(amount) FROM orders
        WHERE placed_on >= DATE '2025-01-01' GROUP BY 1 ORDER BY 2 DESC
        """);
  }

  /**
   * The series limit joins the top groups in, by unqualified names; each order comes once. Issue
   * 1804, "Unnecessary SQL joins".
   */
  @Test
  void seriesLimit() throws SQLException {
    String handWritten =
        """
        SELECT date_trunc('month', placed_on), state, sum(amount) FROM orders
        WHERE placed_on >= DATE '2025-01-01' AND state = 'paid' GROUP BY 1, 2 ORDER BY 3 DESC
        """;
    MARKET.assertSameList(
        """
        SELECT DATE_TRUNC('MONTH', "placed_on") AS "__timestamp", "state" AS "state",
               SUM("revenue") AS "SUM(revenue)"
        FROM "entities"."order"
        JOIN (
          SELECT "state" AS "state__", SUM("revenue") AS "mme_inner__"
          FROM "entities"."order"
          WHERE "placed_on" >= '2025-01-01 00:00:00.000000'
          GROUP BY "state"
          ORDER BY "mme_inner__" DESC
          LIMIT 1
        ) AS "series_limit" ON "state" = "state__"
        WHERE "placed_on" >= '2025-01-01 00:00:00.000000'
        GROUP BY DATE_TRUNC('MONTH', "placed_on"), "state"
        ORDER BY "SUM(revenue)" DESC
        LIMIT 1000
        """,
        handWritten);
    MARKET.assertSameList(
        """
        SELECT DATE_TRUNC('MONTH', placed_on) AS __timestamp, state AS state,
               METRIC('revenue') AS revenue
        FROM entities.order JOIN (SELECT state AS state__, METRIC('revenue') AS mme_inner__
          FROM entities.order WHERE placed_on >= '2025-01-01' GROUP BY state
          ORDER BY METRIC('revenue') DESC LIMIT 1) AS series_limit ON state = state__
        WHERE placed_on >= '2025-01-01'
        GROUP BY DATE_TRUNC('MONTH', placed_on), state ORDER BY revenue DESC LIMIT 1000
        """,
        handWritten);
  }

  /** The same over a virtual dataset, which is written out twice. Issue 27504. */
  @Test
  void seriesLimitOfAVirtualDataset() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT DATE_TRUNC('MONTH', "placed_on") AS "placed_on", "country" AS "country",
               SUM("revenue") AS "SUM(revenue)", SUM("credit_limit") AS "SUM(credit_limit)"
        FROM (SELECT o.placed_on, c.country, o.revenue, c.credit_limit
          FROM order o JOIN customer c) AS virtual_table
        JOIN (SELECT "country" AS "country__", SUM("revenue") AS "mme_inner__"
          FROM (SELECT o.placed_on, c.country, o.revenue, c.credit_limit
            FROM order o JOIN customer c) AS virtual_table
          GROUP BY "country" ORDER BY "mme_inner__" DESC NULLS LAST LIMIT 1) AS series_limit
          ON "country" = "country__"
        GROUP BY DATE_TRUNC('MONTH', "placed_on"), "country"
        ORDER BY "SUM(revenue)" DESC LIMIT 10000
        """,
        """
        SELECT date_trunc('month', placed_on), 'FR', sum(amount), 100
        FROM orders WHERE cust_id = 1 GROUP BY 1 ORDER BY 3 DESC
        """);
  }

  /** A metric of the dataset has any SQL, and often the name of a column. Docs: "Metrics". */
  @Test
  void savedMetrics() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "state" AS "state", METRIC('revenue') AS "revenue",
               METRIC('revenue_per_order') AS "per order", METRIC('revenue') * 2 AS "twice"
        FROM "entities"."order"
        GROUP BY "state"
        ORDER BY "revenue" DESC
        LIMIT 1000 OFFSET 0
        """,
        """
        SELECT state, sum(amount), sum(amount) / count(*), sum(amount) * 2 FROM orders
        GROUP BY state ORDER BY 2 DESC
        """);
  }

  /** Filters on metrics go to HAVING, in two parentheses. */
  @Test
  void metricFilters() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "state" AS "state", SUM("revenue") AS "SUM(revenue)"
        FROM "entities"."order"
        WHERE "state" IN ('paid', 'open') OR "state" IS NULL
        GROUP BY "state"
        HAVING ((SUM("revenue") > 20)) AND ((METRIC('orders') >= 1))
        ORDER BY "SUM(revenue)" DESC
        LIMIT 100
        """,
        """
        SELECT state, sum(amount) FROM orders GROUP BY state HAVING sum(amount) > 20
        ORDER BY 2 DESC
        """);
  }

  /** A chart's number of rows. Seen with server-side pagination of tables. */
  @Test
  void rowCount() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT COUNT(*) AS "rowcount" FROM (
          SELECT "state" AS "state", SUM("revenue") AS "SUM(revenue)"
          FROM "entities"."order" GROUP BY "state" LIMIT 1000
        ) AS "rowcount_qry"
        """,
        "SELECT 3");
  }

  /** Values of a filter. Issue 3216, "Filter box slow". */
  @Test
  void filterValues() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "state" AS "state", SUM("revenue") AS "sum__revenue" FROM "entities"."order"
        GROUP BY "state" ORDER BY "sum__revenue" DESC LIMIT 50000
        """,
        "SELECT state, sum(amount) FROM orders GROUP BY state ORDER BY 2 DESC");
    MARKET.assertSameRows(
        "SELECT DISTINCT \"state\" AS \"state\" FROM \"entities\".\"order\" LIMIT 1000",
        "SELECT DISTINCT state FROM orders");
  }

  /** A calculated column is written out wherever it is used. Docs: "Calculated columns". */
  @Test
  void calculatedColumn() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT CASE WHEN amount > 15 THEN 'large' ELSE 'small' END AS "size",
               COUNT(DISTINCT "customer_id") AS "COUNT_DISTINCT(customer_id)",
               SUM("revenue") AS "SUM(revenue)"
        FROM "entities"."order"
        GROUP BY CASE WHEN amount > 15 THEN 'large' ELSE 'small' END
        ORDER BY "SUM(revenue)" DESC
        LIMIT 1000
        """,
        """
        SELECT CASE WHEN amount > 15 THEN 'large' ELSE 'small' END,
          count(DISTINCT cust_id), sum(amount)
        FROM orders GROUP BY 1 ORDER BY 3 DESC
        """);
  }

  /** A table chart of raw records, samples, and SQL Lab's own limit. */
  @Test
  void rawRecords() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "id" AS "id", "revenue" AS "revenue" FROM "entities"."order"
        ORDER BY "id" ASC LIMIT 1000
        """,
        "SELECT ord_id, amount FROM orders ORDER BY 1");
    MARKET.assertSameRows(
        "SELECT * FROM (SELECT tag, weight FROM tag) AS virtual_table LIMIT 1000 OFFSET 0",
        "SELECT * FROM tags");
    MARKET.assertSameRows("-- 6dcd92a\nSELECT * FROM tag\nLIMIT 101", "SELECT * FROM tags");
  }
}
