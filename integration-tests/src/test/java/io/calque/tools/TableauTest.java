package io.calque.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Tableau sends over a live connection: aliases with colons, ordinals in GROUP BY, parentheses
 * around each condition, and probes as it connects.
 */
class TableauTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** A sheet, with the comment of newer versions behind. Seen in the Public BI benchmark. */
  @Test
  void sheet() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "customer"."country" AS "country",
          SUM("customer"."credit_limit") AS "sum:credit_limit:ok",
          AVG("customer"."mean_credit") AS "avg:mean_credit:ok",
          COUNT(DISTINCT "customer"."id") AS "ctd:id:ok",
          SUM(1) AS "sum:Number of Records:ok"
        FROM "entities"."customer" "customer"
        WHERE ("customer"."id" >= 1)
        GROUP BY 1
        /* { "tableau-query-origins": { "query-category": "Data", "lqctx-batch-query-id": "3" } } */
        """,
        """
        SELECT country, sum(credit), avg(credit), count(*), count(*) FROM customers
        GROUP BY country
        """);
  }

  /** Without a dimension there is no row if there are none. Issue metriql 75. */
  @Test
  void totals() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT SUM("order"."revenue") AS "sum:revenue:ok"
        FROM "entities"."order" "order"
        HAVING (COUNT(1) > 0)
        """,
        "SELECT 100.5");
    MARKET.assertSameRows(
        """
        SELECT SUM("order"."revenue") AS "sum:revenue:ok", METRIC('order.orders') AS "usr:orders:ok"
        FROM "entities"."order" "order"
          INNER JOIN "entities"."item" "item" ON ("order"."id" = "item"."order_id")
        WHERE ("item"."qty" > 99)
        HAVING (COUNT(1) > 0)
        """,
        "SELECT 1, 1 WHERE false");
    MARKET.assertSameRows(
        """
        SELECT CAST(MIN("order"."placed_on") AS DATE) AS "TEMP(none:placed_on:qk lower)(290714814)(1)",
          MAX("order"."placed_on") AS "TEMP(none:placed_on:qk upper)(290714814)(1)"
        FROM "entities"."order" "order" HAVING (COUNT(1) > 0)
        """,
        "SELECT min(placed_on), max(placed_on) FROM orders");
  }

  /** Dates in parts and truncated, by ordinal. Seen in cube-js/cube, "tableau_group_by_month". */
  @Test
  void dates() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT SUM("order"."revenue") AS "sum:revenue:ok",
          DATE_TRUNC( 'MONTH', CAST("order"."placed_on" AS TIMESTAMP) ) AS "tmn:placed_on:ok"
        FROM "entities"."order" "order"
        GROUP BY 2
        """,
        "SELECT sum(amount), date_trunc('month', placed_on::TIMESTAMP) FROM orders GROUP BY 2");
    MARKET.assertSameRows(
        """
        SELECT CAST(TRUNC(EXTRACT(YEAR FROM "order"."placed_on")) AS INTEGER) AS "yr:placed_on:ok",
          METRIC('order.revenue') AS "usr:Calculation_1:ok"
        FROM "entities"."order" "order"
        GROUP BY 1
        """,
        "SELECT year(placed_on)::INTEGER, sum(amount) FROM orders GROUP BY 1");
    MARKET.assertSameRows(
        """
        SELECT CAST((DATE_TRUNC( 'day', CAST("order"."placed_on" AS DATE) )
            + (-EXTRACT(DOW FROM "order"."placed_on") * INTERVAL '1 DAY')) AS DATE) AS "twk:placed_on:ok",
          SUM("order"."revenue") AS "sum:revenue:ok"
        FROM "entities"."order" "order"
        GROUP BY 1
        """,
        """
        SELECT (placed_on - dayofweek(placed_on)::INTEGER)::DATE, sum(amount) FROM orders GROUP BY 1
        """);
  }

  /** A filter on a measure, on a text, on a group, on a date. Seen in the Public BI benchmark. */
  @Test
  void filters() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT LOWER(CAST(CAST("order"."state" AS TEXT) AS TEXT)) AS "Calculation_1562467608097775616",
          SUM("order"."revenue") AS "sum:revenue:ok"
        FROM "entities"."order" "order"
        WHERE ((CASE WHEN ("order"."id" = 10) THEN FALSE ELSE TRUE END)
          AND (("order"."placed_on" >= (DATE '2025-01-01')) OR ("order"."placed_on" IS NULL))
          AND (NOT ("order"."amount" IS NULL)))
        GROUP BY 1
        HAVING ((SUM("order"."revenue") >= 12.499999999998999) AND (SUM("order"."revenue") <= 29.000000000000002))
        """,
        """
        SELECT state, sum(amount) FROM orders WHERE ord_id <> 10 AND amount IS NOT NULL
        GROUP BY state HAVING sum(amount) BETWEEN 12 AND 29
        """);
    MARKET.assertSameRows(
        """
        SELECT SUM("order"."revenue") AS "sum:revenue:ok"
        FROM "entities"."order" "order"
        WHERE (STRPOS(CAST(LOWER(CAST(CAST("order"."state" AS TEXT) AS TEXT)) AS TEXT),CAST('pa' AS TEXT)) > 0)
        """,
        "SELECT 58");
  }

  /** A group of values, and an attribute that is shown if it is only one. */
  @Test
  void groupsAndAttributes() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT (CASE WHEN ("order"."state" IN ('paid', 'open')) THEN 'known' ELSE "order"."state" END) AS "state (group)",
          MIN("order"."payer_id") AS "TEMP(attr:payer_id:nk)(2588546795)(0)",
          MAX("order"."payer_id") AS "TEMP(attr:payer_id:nk)(3229299531)(0)",
          COUNT("order"."amount") AS "cnt:amount:ok",
          SUM("order"."revenue") AS "sum:revenue:ok"
        FROM "entities"."order" "order"
        GROUP BY 1
        """,
        """
        SELECT CASE WHEN state IS NOT NULL THEN 'known' END, min(bill_to), max(bill_to),
          count(amount), sum(amount)
        FROM orders GROUP BY 1
        """);
  }

  /** Joins of the data source, along the foreign keys. Seen in TPC-H workbooks of VerdictDB. */
  @Test
  void joins() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "customer"."country" AS "country",
          SUM("customer"."credit_limit") AS "sum:credit_limit:ok",
          SUM("order"."revenue") AS "sum:revenue:ok",
          SUM("item"."sales") AS "sum:sales:ok"
        FROM "entities"."order" "order"
          INNER JOIN "entities"."customer" "customer" ON ("order"."customer_id" = "customer"."id")
          LEFT JOIN "entities"."item" "item" ON ("order"."id" = "item"."order_id")
          LEFT JOIN "entities"."product" "product" ON ("item"."product_number" = "product"."number")
        GROUP BY 1
        """,
        """
        SELECT country,
          (SELECT sum(credit) FROM customers x WHERE x.country IS NOT DISTINCT FROM c.country
            AND cust_id IN (SELECT cust_id FROM orders)),
          sum(amount),
          sum((SELECT sum(qty * price) FROM items i WHERE i.ord_id = o.ord_id))
        FROM orders o JOIN customers c USING (cust_id) GROUP BY country
        """);
  }

  /** Joins along the keys are recognised: nothing is marked where nothing can repeat. */
  @Test
  void joinsAlongKeysStaySimple() throws SQLException {
    String sql =
        MARKET.warehouseSql(
            """
            SELECT "product"."category" AS "category", SUM("item"."sales") AS "sum:sales:ok"
            FROM "entities"."item" "item"
              INNER JOIN "entities"."order" "order" ON ("item"."order_id" = "order"."id")
              LEFT JOIN "entities"."customer" "customer" ON ("order"."customer_id" = "customer"."id")
              LEFT JOIN "entities"."product" "product" ON ("item"."product_number" = "product"."number")
            GROUP BY 1
            """);
    assertTrue(!sql.contains("ROW_NUMBER"), sql);
  }

  /** Related tables are summed each on its own and joined by the dimension. */
  @Test
  void relationships() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "t0"."country" AS "country", "t0"."sum:credit_limit:ok" AS "sum:credit_limit:ok",
          "t1"."sum:revenue:ok" AS "sum:revenue:ok"
        FROM (
          SELECT "customer"."country" AS "country", SUM("customer"."credit_limit") AS "sum:credit_limit:ok"
          FROM "entities"."customer" "customer"
          GROUP BY 1
        ) "t0"
          LEFT JOIN (
          SELECT "customer"."country" AS "country", SUM("order"."revenue") AS "sum:revenue:ok"
          FROM "entities"."customer" "customer"
            INNER JOIN "entities"."order" "order" ON ("customer"."id" = "order"."customer_id")
          GROUP BY 1
        ) "t1" ON ("t0"."country" IS NOT DISTINCT FROM "t1"."country")
        """,
        """
        SELECT country, sum(credit), sum((SELECT sum(amount) FROM orders o
          WHERE o.cust_id = c.cust_id))
        FROM customers c GROUP BY country
        """);
  }

  /** SQL of the user's own is a table with blanks in its name. */
  @Test
  void customSql() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "Custom SQL Query"."country" AS "country",
          SUM("Custom SQL Query"."credit_limit") AS "sum:credit_limit:ok",
          SUM("Custom SQL Query"."revenue") AS "sum:revenue:ok"
        FROM (
          SELECT c.country, c.credit_limit, o.revenue FROM customer c LEFT JOIN order o
        ) "Custom SQL Query"
        WHERE (NOT ("Custom SQL Query"."country" IS NULL))
        GROUP BY 1
        """,
        """
        SELECT country, sum(credit), sum((SELECT sum(amount) FROM orders o
          WHERE o.cust_id = c.cust_id))
        FROM customers c WHERE country IS NOT NULL GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT SUM(1) AS "cnt__0B4A", SUM("Custom SQL Query"."revenue") AS "sum:revenue:ok"
        FROM (SELECT state, METRIC('revenue') AS revenue FROM order GROUP BY state) "Custom SQL Query"
        HAVING (COUNT(1) > 0)
        """,
        "SELECT 3, 100.5");
  }

  /** A calculation in the source's own words, RAWSQLAGG_REAL, brings any metric. */
  @Test
  void passThroughFunctions() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "order"."state" AS "state",
          (METRIC('order.revenue_per_order')) AS "usr:Calculation_5:ok",
          (MEASURE("order"."paid_orders")) AS "usr:Calculation_6:ok"
        FROM "entities"."order" "order"
          LEFT JOIN "entities"."item" "item" ON ("order"."id" = "item"."order_id")
        GROUP BY 1
        """,
        """
        SELECT state, sum(amount) / count(*), count(*) FILTER (WHERE state = 'paid')
        FROM orders GROUP BY state
        """);
  }

  /** Questions that it asks before it shows anything. Seen in a corpus of captured statements. */
  @Test
  void probes() throws SQLException {
    MARKET.assertSameRows("SELECT \"COL\" FROM (SELECT 1 AS \"COL\") AS \"SUBQUERY\"", "SELECT 1");
    MARKET.assertSameRows(
        "SELECT MAX(1) AS \"TblMax\" FROM ( SELECT * FROM \"entities\".\"order\" \"order\" )"
            + " \"order\"",
        "SELECT 1");
    MARKET.assertSameRows(
        "SELECT * FROM (SELECT state, revenue FROM order) \"T\" WHERE 0=1",
        "SELECT 1, 1 WHERE false");
    MARKET.assertSameRows(
        """
        SELECT "order"."state" AS "state" FROM "entities"."order" "order" GROUP BY 1 ORDER BY 1 ASC
        """,
        "SELECT DISTINCT state FROM orders");
    MARKET.assertSameRows(
        """
        SELECT SUM(1) AS "cnt:TEMP(row count)(290714814)(0):qk" FROM "entities"."order" "order"
        HAVING (COUNT(1) > 0)
        """,
        "SELECT 6");
  }

  /** It tries for temporary tables and does without if they are refused. Issue 1185 of its SDK. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE LOCAL TEMPORARY TABLE \"#Tableau_8_4D5E_2_Connect\" (\"COL\" INTEGER) ON COMMIT"
            + " PRESERVE ROWS",
        "CREATE TEMPORARY TABLE \"zTableau_1_Connect\" AS SELECT 1 AS \"COL\"",
        "DROP TABLE \"#Tableau_8_4D5E_2_Connect\"",
        "SELECT \"order\".\"state\" AS \"state\" INTO \"zTableau_1_TempTable\" FROM"
            + " \"entities\".\"order\" \"order\" GROUP BY 1",
        "INSERT INTO \"#Tableau_8_4D5E_2_Connect\" VALUES (1)",
        "CREATE INDEX \"_tidx_1\" ON \"#Tableau_1\" (\"state\")",
      })
  void temporaryTables(String sql) {
    String message = MARKET.error(sql).getMessage();
    assertTrue(message.contains("read-only"), message);
  }

  /** An average of sums, or a sum under a condition, would be another number. */
  @Test
  void otherNumbers() {
    assertEquals(
        "42803",
        MARKET
            .error(
                """
                SELECT AVG("order"."revenue") AS "avg:revenue:ok" FROM "entities"."order" "order"
                """)
            .getSQLState());
    assertEquals(
        "42803",
        MARKET
            .error(
                """
                SELECT SUM((CASE WHEN ("order"."state" = 'paid') THEN "order"."revenue" ELSE NULL END)) AS "sum:Calculation_7:ok"
                FROM "entities"."order" "order"
                """)
            .getSQLState());
  }
}
