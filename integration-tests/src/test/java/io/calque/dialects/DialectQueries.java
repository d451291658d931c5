package io.calque.dialects;

import java.util.LinkedHashMap;
import java.util.Map;

/** Queries over the fair in which each thing that Calque writes itself occurs. */
final class DialectQueries {
  private DialectQueries() {}

  /** The queries by what they show. */
  static Map<String, String> all() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("features of the entity's own table", "SELECT id, city, german_town FROM buyer");
    queries.put("names that need quotes", "SELECT \"Group\", \"select\" AS \"a b\" FROM order o");
    queries.put(
        "names through a subquery and a CTE",
        "WITH t AS (SELECT id, MixedCase FROM (SELECT \"Group\" AS id, MixedCase FROM order) x)"
            + " SELECT t.MixedCase, COUNT(*) AS n FROM t GROUP BY t.MixedCase ORDER BY n");
    queries.put("a column of a related table", "SELECT id, country FROM buyer");
    queries.put("the default join", "SELECT b.city, p.amount FROM buyer b JOIN purchase p");
    queries.put(
        "a named join, and a condition of one's own",
        "SELECT b.city, p.amount FROM buyer b LEFT JOIN purchase p ON paid AND p.amount > ?");
    queries.put(
        "FULL JOIN over a direct join", "SELECT b.id, p.id FROM buyer b FULL JOIN purchase p");
    queries.put("a lookup", "SELECT b.city, h.name FROM buyer b JOIN hobby h");
    queries.put("LEFT JOIN over a lookup", "SELECT b.city, h.name FROM buyer b LEFT JOIN hobby h");
    queries.put(
        "RIGHT JOIN over a lookup", "SELECT b.city, h.name FROM buyer b RIGHT JOIN hobby h");
    queries.put("FULL JOIN over a lookup", "SELECT b.city, h.name FROM buyer b FULL JOIN hobby h");
    queries.put("metric features", "SELECT id, spent, purchases, margin FROM buyer");
    queries.put(
        "metric features with filters on text, number and date",
        "SELECT id, quoted, dear, in_january FROM buyer");
    queries.put("a metric feature over an OR", "SELECT id, involved_in FROM buyer");
    queries.put("a metric feature over a lookup", "SELECT id, hobby_hours FROM buyer");
    queries.put("first_last, ties by key", "SELECT id, last_shop, first_amount FROM buyer");
    queries.put(
        "the second, filtered, and from a table",
        "SELECT second_amount, first_cheap," + " mildest_complaint FROM buyer");
    queries.put("a metric in place", "SELECT city, METRIC('mean_spent') FROM buyer GROUP BY city");
    queries.put(
        "metrics over a fan-out",
        "SELECT b.city, METRIC('b.credits'), METRIC('b.buyers'), METRIC('p.margin'),"
            + " METRIC('p.shops') FROM buyer b JOIN purchase p GROUP BY b.city");
    queries.put(
        "metrics over outer joins and a chasm",
        "SELECT METRIC('b.buyers'), METRIC('got.amount'), METRIC('paid.purchases') FROM buyer b"
            + " LEFT JOIN purchase got USING ('b.bought') LEFT JOIN purchase paid USING ('b.paid')");
    queries.put(
        "FILTER on a metric, with a parameter",
        "SELECT METRIC('b.credits') FILTER (WHERE p.amount > ?) FROM buyer b LEFT JOIN purchase p");
    queries.put(
        "a metric that Calque cannot take apart",
        "SELECT p.shop, METRIC('b.odd_one') FROM buyer b JOIN purchase p GROUP BY p.shop");
    queries.put(
        "grouping sets",
        "SELECT p.shop, b.city, METRIC('b.buyers') FROM buyer b JOIN purchase p"
            + " GROUP BY ROLLUP (p.shop, b.city)");
    queries.put(
        "a metric of single rows",
        "SELECT b.id, p.purchases, p.total FROM buyer b LEFT JOIN purchase p");
    queries.put("stars", "SELECT h.*, l.* EXCLUDE (quantity) FROM hobby h, line l");
    queries.put("a table of bridges", "SELECT buyer_id, hobby_id FROM bridges.practises");
    queries.put(
        "the model as a table", "SELECT name, source FROM meta.entities WHERE name = 'line'");
    queries.put(
        "literals, hints and functions as written",
        "SELECT /*+ hint */ date_trunc('month', p.day) AS m, 'it''s' AS t, 'ä' AS u, '%\\\\d' AS r"
            + " FROM purchase p -- per month\nORDER BY m");
    queries.put(
        "JDBC escapes",
        "SELECT id FROM purchase WHERE day >= {d '2024-01-01'} AND {fn upper(shop)} = 'X'");
    return queries;
  }
}
