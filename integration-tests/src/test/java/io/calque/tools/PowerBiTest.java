package io.calque.tools;

import io.calque.joins.SideBySide;
import io.calque.metricsql.Market;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Power BI sends in DirectQuery mode, as Power Query folds it: {@code $Table}, {@code rows}
 * and {@code _} around each other, all columns in the innermost, aggregates in the middle.
 */
class PowerBiTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  private static final String BY_STATE =
      "SELECT state, sum(amount), count(*) FROM orders WHERE amount > 10 GROUP BY state";

  /** A visual. Seen in Adobe's documentation of its BI extension. */
  @Test
  void visual() throws SQLException {
    MARKET.assertSameRows(
        """
        select "_"."state",
            "_"."a0",
            "_"."a1"
        from
        (
            select "rows"."state" as "state",
                sum("rows"."revenue") as "a0",
                sum("rows"."orders") as "a1"
            from
            (
                select "_"."id",
                    "_"."customer_id",
                    "_"."amount",
                    "_"."state",
                    "_"."placed_on",
                    "_"."orders",
                    "_"."revenue",
                    "_"."mean_amount",
                    "_"."revenue_per_order"
                from "entities"."order" "_"
                where "_"."amount" > 10
            ) "rows"
            group by "state"
        ) "_"
        where not "_"."a0" is null or not "_"."a1" is null
        limit 1000001
        """,
        BY_STATE);
  }

  /** It may cast what it sums. Seen in cube-js/cube, "powerbi_sum_wrap". */
  @Test
  void castedSums() throws SQLException {
    MARKET.assertSameRows(
        """
        select "_"."state", "_"."a0", "_"."a1"
        from
        (
            select "rows"."state" as "state",
                sum(cast("rows"."revenue" as decimal)) as "a0",
                sum(cast("rows"."orders" as decimal)) as "a1"
            from
            (
                select "_"."state", "_"."revenue", "_"."orders"
                from "entities"."order" "_"
                where "_"."amount" > 10
            ) "rows"
            group by "state"
        ) "_"
        where not "_"."a0" is null or not "_"."a1" is null
        limit 1000001
        """,
        BY_STATE);
  }

  /** A column calculated by DAX: one more level. Seen in Adobe's documentation. */
  @Test
  void calculatedColumn() throws SQLException {
    MARKET.assertSameRows(
        """
        select "_"."state_upper",
            "_"."a0",
            "_"."a1"
        from
        (
            select "rows"."state_upper" as "state_upper",
                sum("rows"."revenue") as "a0",
                sum("rows"."orders") as "a1"
            from
            (
                select "_"."amount" as "amount",
                    "_"."state" as "state",
                    "_"."revenue" as "revenue",
                    "_"."orders" as "orders",
                    upper("_"."state") as "state_upper"
                from
                (
                    select "_"."amount",
                        "_"."state",
                        "_"."revenue",
                        "_"."orders"
                    from
                    (
                        select "amount",
                            "state",
                            "revenue",
                            "orders"
                        from "entities"."order" "$Table"
                    ) "_"
                    where ("_"."amount" > 10) and ("_"."state" in ('paid', 'open') or "_"."state" is null)
                ) "_"
            ) "rows"
            group by "state_upper"
        ) "_"
        where not "_"."a0" is null or not "_"."a1" is null
        limit 1000001
        """,
        BY_STATE.replace("state, sum", "upper(state), sum"));
  }

  /** A slicer that searches. Seen in cube-js/cube, "powerbi_contains_filter". */
  @Test
  void containsFilter() throws SQLException {
    MARKET.assertSameRows(
        """
        select "rows"."state" as "state",
            sum("rows"."revenue") as "a0"
        from
        (
            select "_"."revenue",
                "_"."state"
            from "entities"."order" "_"
            where strpos((case
                when "_"."state" is not null
                then "_"."state"
                else ''
            end), 'pa') > 0
        ) "rows"
        group by "state"
        limit 1000001
        """,
        "SELECT 'paid', 58");
  }

  /** Values of a slicer, and the distinct count with its NULL. */
  @Test
  void distinct() throws SQLException {
    MARKET.assertSameRows(
        """
        select "rows"."state" as "state"
        from (select "_"."state" from "entities"."order" "_") "rows"
        group by "state"
        order by "state"
        limit 501
        """,
        "SELECT DISTINCT state FROM orders");
    MARKET.assertSameRows(
        """
        select count(distinct("rows"."state")) + max(case
                when "rows"."state" is null
                then 1
                else 0
            end) as "a0",
            max("rows"."placed_on") as "a1"
        from "entities"."order" "rows"
        """,
        "SELECT 3, DATE '2025-02-10'");
  }

  /** A relationship of its model, folded into a join. */
  @Test
  void relationship() throws SQLException {
    MARKET.assertSameRows(
        """
        select "_"."country", "_"."a0", "_"."a1"
        from
        (
            select "rows"."country" as "country",
                sum("rows"."revenue") as "a0",
                sum("rows"."credit_limit") as "a1"
            from
            (
                select "$Outer"."revenue",
                    "$Outer"."state",
                    "$Inner"."country",
                    "$Inner"."credit_limit"
                from
                (
                    select "_"."customer_id", "_"."state", "_"."revenue"
                    from "entities"."order" "_"
                ) "$Outer"
                left outer join
                (
                    select "_"."id", "_"."country", "_"."credit_limit"
                    from "entities"."customer" "_"
                ) "$Inner" on ("$Outer"."customer_id" = "$Inner"."id" or "$Outer"."customer_id" is null and "$Inner"."id" is null)
            ) "rows"
            group by "country"
        ) "_"
        where not "_"."a0" is null or not "_"."a1" is null
        limit 1000001
        """,
        """
        SELECT country, sum(amount), (SELECT sum(credit) FROM customers x
          WHERE x.country IS NOT DISTINCT FROM c.country
          AND cust_id IN (SELECT cust_id FROM orders))
        FROM orders LEFT JOIN customers c USING (cust_id) GROUP BY country
        """);
  }

  /**
   * The form of Analysis Services, with derived tables in parentheses, its base table and a
   * semijoin for the top of a slicer. Seen in DAX Studio's view of DirectQuery SQL.
   */
  @Test
  void baseTableAndSemijoin() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT "semijoin1"."c1" AS "c1", SUM("basetable0"."a0") AS "a0"
        FROM
        (
            (
                SELECT "t1"."country" AS "c5", SUM("t0"."revenue") AS "a0"
                FROM
                (
                    (SELECT "$Table"."customer_id" AS "customer_id", "$Table"."revenue" AS "revenue"
                     FROM "entities"."order" AS "$Table") AS "t0"
                    LEFT OUTER JOIN
                    (SELECT "$Table"."id" AS "id", "$Table"."country" AS "country"
                     FROM "entities"."customer" AS "$Table") AS "t1"
                    ON ("t0"."customer_id" = "t1"."id")
                )
                GROUP BY "t1"."country"
            ) AS "basetable0"
            INNER JOIN
            (
                (SELECT 1 AS "c1", 'FR' AS "c5") UNION ALL (SELECT 2 AS "c1", 'DE' AS "c5")
            ) AS "semijoin1"
            ON ("semijoin1"."c5" = "basetable0"."c5")
        )
        GROUP BY "semijoin1"."c1"
        LIMIT 1000001
        """,
        "SELECT 1, 72.5 UNION ALL SELECT 2, 20");
  }

  /** Import mode reads whole tables, by name, in pages. */
  @Test
  void tableImport() throws SQLException {
    MARKET.assertSameRows(
        """
        select "$Ordered"."id", "$Ordered"."amount", "$Ordered"."revenue"
        from
        (
            select "_"."id", "_"."amount", "_"."revenue"
            from "entities"."order" "_"
        ) "$Ordered"
        order by "$Ordered"."id"
        limit 1000
        """,
        "SELECT ord_id, amount, amount FROM orders");
  }
}
