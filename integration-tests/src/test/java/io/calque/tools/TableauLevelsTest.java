package io.calque.tools;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tableau's level-of-detail expressions and top filters: queries joined to other levels of them.
 */
class TableauLevelsTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  /** FIXED: the value of a coarser level beside the finer one. Seen in ClickHouse issue 3830. */
  @Test
  void fixedLevelOfDetail() throws SQLException {
    for (String equal :
        new String[] {
          "(\"customer\".\"country\" IS NOT DISTINCT FROM \"t0\".\"country\")",
          """
          (("customer"."country" = "t0"."country")
            OR (("customer"."country" IS NULL) AND ("t0"."country" IS NULL)))"""
        }) {
      MARKET.assertSameRows(
          """
          SELECT "customer"."name" AS "name", "t0"."__measure__0" AS "Calculation_57814962331792",
            SUM("customer"."credit_limit") AS "sum:credit_limit:ok",
            SUM("order"."revenue") AS "sum:revenue:ok"
          FROM "entities"."customer" "customer"
            LEFT JOIN "entities"."order" "order" ON ("customer"."id" = "order"."customer_id")
            INNER JOIN (
            SELECT "customer"."country" AS "country", SUM("customer"."credit_limit") AS "__measure__0"
            FROM "entities"."customer" "customer"
              LEFT JOIN "entities"."order" "order" ON ("customer"."id" = "order"."customer_id")
            GROUP BY 1
          ) "t0" ON %s
          GROUP BY 1, 2
          """
              .formatted(equal),
          """
          SELECT full_name, (SELECT sum(credit) FROM customers x
              WHERE x.country IS NOT DISTINCT FROM c.country),
            credit, (SELECT sum(amount) FROM orders o WHERE o.cust_id = c.cust_id)
          FROM customers c
          """);
    }
  }

  /** FIXED without a dimension. Seen in the Public BI benchmark and in connector-plugin-sdk 906. */
  @Test
  void totalBesideEachRow() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "order"."state" AS "state",
          (SUM("order"."revenue") / MIN("t0"."__measure__0")) AS "usr:Calculation_2:ok"
        FROM "entities"."order" "order"
          CROSS JOIN (
          SELECT SUM("order"."revenue") AS "__measure__0"
          FROM "entities"."order" "order"
          HAVING (COUNT(1) > 0)
        ) "t0"
        GROUP BY 1
        """,
        "SELECT state, sum(amount) / 100.5 FROM orders GROUP BY state");
  }

  /** INCLUDE: groups of groups. Seen in the README of tableau-inspect. */
  @Test
  void aggregateOfLevels() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "t0"."country" AS "country",
          SUM((CASE WHEN ("t0"."__measure__0" > 20) THEN 1 ELSE 0 END)) AS "usr:Calculation_3:ok",
          AVG("t0"."__measure__0") AS "avg:Calculation_4:ok"
        FROM (
          SELECT "customer"."country" AS "country", "customer"."id" AS "id",
            SUM("order"."revenue") AS "__measure__0"
          FROM "entities"."customer" "customer"
            INNER JOIN "entities"."order" "order" ON ("customer"."id" = "order"."customer_id")
          GROUP BY 1, 2
        ) "t0"
        GROUP BY 1
        """,
        """
        SELECT country, count(*) FILTER (WHERE r > 20), avg(r) FROM
          (SELECT country, cust_id, sum(amount) AS r FROM customers JOIN orders USING (cust_id)
           GROUP BY ALL)
        GROUP BY country
        """);
  }

  /** The top of a dimension is joined in. Seen in connector-plugin-sdk issue 1185. */
  @Test
  void topN() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "order"."state" AS "state", SUM("order"."revenue") AS "sum:revenue:ok"
        FROM "entities"."order" "order"
          INNER JOIN (
          SELECT "order"."state" AS "state", SUM("order"."revenue") AS "$__alias__0"
          FROM "entities"."order" "order"
          GROUP BY 1
          ORDER BY 2 DESC NULLS LAST, 1 ASC
          LIMIT 1
        ) "t0" ON ("order"."state" = "t0"."state")
        GROUP BY 1
        """,
        "SELECT 'paid', 58");
  }
}
