package io.calque.tools;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Metabase sends: all names in full, with the schema in front of the table, implicit joins
 * along foreign keys, questions over questions as {@code source}.
 */
class MetabaseTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** Summarised by a column. Issue 7126, "Wrong SQL for cumulative count". */
  @Test
  void summarised() throws SQLException {
    MARKET.assertSameList(
        """
        -- Metabase:: userID: 1 queryType: MBQL queryHash: ed3848855aea
        SELECT "entities"."order"."state" AS "state", COUNT(*) AS "count",
               SUM("entities"."order"."revenue") AS "sum"
        FROM "entities"."order"
        GROUP BY "entities"."order"."state"
        ORDER BY "entities"."order"."state" ASC
        """,
        "SELECT state, count(*), sum(amount) FROM orders GROUP BY state ORDER BY state");
  }

  /** By month, with a relative filter. Issue 23854, "Last 12 months filter". */
  @Test
  void byMonth() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT CAST(DATE_TRUNC('month', "entities"."order"."placed_on") AS DATE) AS "placed_on",
               SUM("entities"."order"."revenue") AS "sum"
        FROM "entities"."order"
        WHERE ("entities"."order"."placed_on" >= DATE_TRUNC('month', (DATE '2026-01-20' + (INTERVAL '-12 month')))
           AND "entities"."order"."placed_on" < DATE_TRUNC('month', DATE '2026-01-20'))
        GROUP BY CAST(DATE_TRUNC('month', "entities"."order"."placed_on") AS DATE)
        ORDER BY CAST(DATE_TRUNC('month', "entities"."order"."placed_on") AS DATE) ASC
        """,
        """
        SELECT date_trunc('month', placed_on)::DATE, sum(amount) FROM orders
        WHERE placed_on IS NOT NULL GROUP BY 1 ORDER BY 1
        """);
  }

  /** An implicit join along a foreign key, named after the key. Issue 26631. */
  @Test
  void implicitJoin() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "customer__via__customer_id"."country" AS "customer__via__customer_id__country",
               SUM("entities"."order"."revenue") AS "sum",
               SUM("customer__via__customer_id"."credit_limit") AS "sum_2"
        FROM "entities"."order"
        LEFT JOIN "entities"."customer" AS "customer__via__customer_id"
          ON "entities"."order"."customer_id" = "customer__via__customer_id"."id"
        GROUP BY "customer__via__customer_id"."country"
        ORDER BY "customer__via__customer_id"."country" ASC
        """,
        """
        SELECT country, sum(amount), (SELECT sum(credit) FROM customers x
          WHERE x.country IS NOT DISTINCT FROM c.country
          AND cust_id IN (SELECT cust_id FROM orders))
        FROM orders LEFT JOIN customers c USING (cust_id) GROUP BY country ORDER BY country
        """);
  }

  /** The other way round nothing is counted twice either. Issue 63245 has the join. */
  @Test
  void explicitJoinToTheManySide() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "entities"."customer"."country" AS "country",
               SUM("entities"."customer"."credit_limit") AS "sum",
               SUM("Order"."revenue") AS "sum_2", SUM("Item"."units") AS "sum_3"
        FROM "entities"."customer"
        LEFT JOIN "entities"."order" AS "Order"
          ON "entities"."customer"."id" = "Order"."customer_id"
        LEFT JOIN "entities"."item" AS "Item" ON "Order"."id" = "Item"."order_id"
        GROUP BY "entities"."customer"."country"
        ORDER BY "sum" DESC, "entities"."customer"."country" ASC
        """,
        """
        SELECT country, sum(credit),
          sum((SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id)),
          sum((SELECT sum(qty) FROM orders o JOIN items USING (ord_id) WHERE o.cust_id = c.cust_id))
        FROM customers c GROUP BY country ORDER BY 2 DESC
        """);
  }

  /**
   * A question over a question: its joined columns are called with two underscores. Issue 63245.
   */
  @Test
  void source() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "source"."Customer__country" AS "Customer__country", COUNT(*) AS "count",
               SUM("source"."revenue") AS "sum", SUM("source"."Customer__credit_limit") AS "sum_2"
        FROM (
          SELECT "source"."id" AS "id", "source"."revenue" AS "revenue",
                 "source"."Customer__country" AS "Customer__country",
                 "source"."Customer__credit_limit" AS "Customer__credit_limit"
          FROM (
            SELECT "entities"."order"."id" AS "id", "entities"."order"."revenue" AS "revenue",
                   "Customer"."id" AS "Customer__id", "Customer"."country" AS "Customer__country",
                   "Customer"."credit_limit" AS "Customer__credit_limit"
            FROM "entities"."order"
            LEFT JOIN "entities"."customer" AS "Customer"
              ON "entities"."order"."customer_id" = "Customer"."id"
          ) AS "source"
          WHERE "source"."id" > 10
        ) AS "source"
        GROUP BY "source"."Customer__country"
        ORDER BY "source"."Customer__country" ASC
        """,
        """
        SELECT country, count(*), sum(amount), (SELECT sum(credit) FROM customers x
          WHERE x.country IS NOT DISTINCT FROM c.country
          AND cust_id IN (SELECT cust_id FROM orders WHERE ord_id > 10))
        FROM orders LEFT JOIN customers c USING (cust_id) WHERE ord_id > 10
        GROUP BY country ORDER BY country
        """);
  }

  /** Filtered after it was summarised; ORDER BY stays in the subquery. Issue 11366. */
  @Test
  void filterAfterSummary() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "source"."state" AS "state", "source"."sum" AS "sum" FROM (
          SELECT "entities"."order"."state" AS "state", SUM("entities"."order"."revenue") AS "sum"
          FROM "entities"."order"
          GROUP BY "entities"."order"."state"
          ORDER BY "entities"."order"."state" ASC
        ) AS "source"
        WHERE "source"."sum" > 20
        ORDER BY "source"."sum" DESC
        LIMIT 1048575
        """,
        """
        SELECT state, sum(amount) FROM orders GROUP BY state HAVING sum(amount) > 20
        ORDER BY 2 DESC
        """);
    MARKET.assertSameRows(
        """
        SELECT AVG("source"."sum") AS "avg" FROM (
          SELECT "entities"."order"."state" AS "state", SUM("entities"."order"."revenue") AS "sum"
          FROM "entities"."order" GROUP BY "entities"."order"."state"
        ) AS "source"
        """,
        "SELECT 33.5");
  }

  /** A saved question joined. Issue 26631, "Joining saved questions". */
  @Test
  void joinedQuestion() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "entities"."customer"."name" AS "name", "Question 1156"."count" AS "Question 1156__count",
               "Question 1156"."revenue" AS "Question 1156__revenue"
        FROM "entities"."customer"
        LEFT JOIN (
          SELECT "entities"."order"."customer_id" AS "customer_id", COUNT(*) AS "count",
                 METRIC('revenue') AS "revenue"
          FROM "entities"."order"
          GROUP BY "entities"."order"."customer_id"
        ) AS "Question 1156"
          ON "entities"."customer"."id" = "Question 1156"."customer_id"
        ORDER BY "entities"."customer"."name" ASC
        LIMIT 2000
        """,
        """
        SELECT full_name, n, r FROM customers LEFT JOIN
          (SELECT cust_id, count(*) AS n, sum(amount) AS r FROM orders GROUP BY 1) USING (cust_id)
        ORDER BY 1
        """);
  }

  /** Cumulative, and offset by one. Issues 45348 and 58324, "Offset". */
  @Test
  void cumulativeAndOffset() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "source"."placed_on" AS "placed_on",
               SUM(SUM("source"."revenue")) OVER (
                 ORDER BY "source"."placed_on" ASC ROWS UNBOUNDED PRECEDING) AS "sum",
               LAG(SUM("source"."revenue"), 1) OVER (ORDER BY "source"."placed_on" ASC) AS "Offset"
        FROM (
          SELECT DATE_TRUNC('month', "entities"."order"."placed_on") AS "placed_on",
                 "entities"."order"."revenue" AS "revenue"
          FROM "entities"."order"
        ) AS "source"
        GROUP BY "source"."placed_on"
        ORDER BY "source"."placed_on" ASC
        """,
        """
        SELECT date_trunc('month', placed_on),
          sum(sum(amount)) OVER (ORDER BY date_trunc('month', placed_on) ROWS UNBOUNDED PRECEDING),
          lag(sum(amount)) OVER (ORDER BY date_trunc('month', placed_on))
        FROM orders GROUP BY 1 ORDER BY 1
        """);
  }

  /** Its filters, with the NULLs that they let through. */
  @Test
  void filters() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT SUM("entities"."order"."revenue") AS "sum"
        FROM "entities"."order"
        WHERE (("entities"."order"."state" <> 'open') OR ("entities"."order"."state" IS NULL))
          AND ("entities"."order"."amount" BETWEEN 10 AND 30)
          AND ("entities"."order"."id" NOT IN (12))
          AND ((LOWER("entities"."order"."state") LIKE '%pa%') OR ("entities"."order"."state" IS NULL))
        """,
        "SELECT 60");
  }

  /** Columns are looked at when a database is synchronised: values and fingerprints. */
  @Test
  void synchronisation() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "entities"."order"."state" AS "state" FROM "entities"."order"
        GROUP BY "entities"."order"."state" ORDER BY "entities"."order"."state" ASC LIMIT 1000
        """,
        "SELECT DISTINCT state FROM orders ORDER BY 1");
    MARKET.assertSameRows(
        """
        SELECT "entities"."order"."id" AS "id",
               SUBSTRING("entities"."order"."state", 1, 1234) AS "substring185",
               "entities"."order"."revenue" AS "revenue"
        FROM "entities"."order" LIMIT 10000
        """,
        "SELECT ord_id, state, amount FROM orders");
    MARKET.assertSameRows(
        """
        SELECT TRUE AS "_" FROM "entities"."order" WHERE 1 <> 1 LIMIT 0
        """,
        "SELECT TRUE WHERE false");
  }

  /** A pivot table is several queries with a constant that tells them apart. */
  @Test
  void pivot() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "source"."state" AS "state", "source"."pivot-grouping" AS "pivot-grouping",
               SUM("source"."revenue") AS "sum"
        FROM (
          SELECT "entities"."order"."state" AS "state", "entities"."order"."revenue" AS "revenue",
                 ABS(1) AS "pivot-grouping"
          FROM "entities"."order"
        ) AS "source"
        GROUP BY "source"."state", "source"."pivot-grouping"
        ORDER BY "source"."state" ASC, "source"."pivot-grouping" ASC
        """,
        "SELECT state, 1, sum(amount) FROM orders GROUP BY state ORDER BY state");
  }

  /** A model in SQL with a metric in it, and a question over that. */
  @Test
  void nativeModel() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT "source"."month" AS "month", MAX("source"."share") AS "max"
        FROM (
          SELECT date_trunc('month', placed_on) AS month, METRIC('paid_share') AS share
          FROM order GROUP BY 1
        ) AS "source"
        WHERE "source"."month" IS NOT NULL
        GROUP BY "source"."month" ORDER BY "source"."month" ASC LIMIT 2000
        """,
        """
        SELECT date_trunc('month', placed_on),
          sum(amount) FILTER (WHERE state = 'paid') / sum(amount)
        FROM orders WHERE placed_on IS NOT NULL GROUP BY 1 ORDER BY 1
        """);
  }
}
