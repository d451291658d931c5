package io.calque.benchmarks;

import java.util.List;
import java.util.function.Consumer;

/** Metrics and metric features on TPC-H, against SQL that avoids the same traps. */
final class TpchMetrics implements Benchmark {
  static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "metrics of one entity",
              "SELECT flag, METRIC('lines'), METRIC('revenue'), METRIC('return_rate') FROM lineitem GROUP BY flag",
              """
              SELECT l_returnflag, count(*), sum(l_extendedprice * (1 - l_discount)),
                CAST(sum(l_extendedprice * (1 - l_discount)) FILTER (WHERE l_returnflag = 'R') AS DOUBLE)
                  / CAST(sum(l_extendedprice * (1 - l_discount)) AS DOUBLE)
              FROM lineitem GROUP BY l_returnflag"""),
          new Question(
              "over a to-one join",
              "SELECT c.segment, METRIC('o.total'), METRIC('o.orders') FROM order o JOIN customer c GROUP BY c.segment",
              """
              SELECT c_mktsegment, sum(o_totalprice), count(*)
              FROM orders JOIN customer ON c_custkey = o_custkey GROUP BY c_mktsegment"""),
          new Question(
              "both sides of a fan-out",
              "SELECT o.priority, METRIC('o.total'), METRIC('i.revenue') FROM order o JOIN lineitem i GROUP BY o.priority",
              """
              SELECT o_orderpriority, sum(o_totalprice), sum(revenue) FROM orders JOIN
                (SELECT l_orderkey, sum(l_extendedprice * (1 - l_discount)) AS revenue
                 FROM lineitem GROUP BY l_orderkey) i ON l_orderkey = o_orderkey
              GROUP BY o_orderpriority"""),
          new Question(
              "the far side of a fan-out",
              "SELECT c.segment, METRIC('c.customers'), METRIC('c.balances') FROM customer c JOIN order o WHERE o.status = 'F' GROUP BY c.segment",
              """
              SELECT c_mktsegment, count(*), sum(c_acctbal) FROM customer
              WHERE c_custkey IN (SELECT o_custkey FROM orders WHERE o_orderstatus = 'F')
              GROUP BY c_mktsegment"""),
          new Question(
              "a dashboard",
              DashboardCompile.calque("c", 0),
              """
              WITH o AS (SELECT o_orderkey, c_custkey, c_mktsegment, r_name, o_totalprice
                FROM orders JOIN customer ON c_custkey = o_custkey
                JOIN nation ON n_nationkey = c_nationkey JOIN region ON r_regionkey = n_regionkey
                WHERE o_orderstatus = 'F' AND c_acctbal > 0),
              i AS (SELECT l_orderkey, sum(l_extendedprice * (1 - l_discount)) AS revenue
                FROM lineitem WHERE l_orderkey IN (SELECT o_orderkey FROM o) GROUP BY l_orderkey)
              SELECT c_mktsegment, r_name, count(DISTINCT c_custkey), count(*), sum(o_totalprice), sum(revenue)
              FROM o JOIN i ON l_orderkey = o_orderkey GROUP BY c_mktsegment, r_name"""),
          new Question(
              "best customers",
              "SELECT name, nation, orders, spent FROM customer ORDER BY spent DESC NULLS LAST LIMIT 5",
              """
              SELECT c_name, n_name, n, spent FROM
                (SELECT o_custkey, count(*) AS n, sum(o_totalprice) AS spent FROM orders
                 GROUP BY o_custkey ORDER BY spent DESC LIMIT 5) o
              JOIN customer ON c_custkey = o_custkey JOIN nation ON n_nationkey = c_nationkey"""),
          new Question(
              "metric features, aggregated",
              "SELECT segment, AVG(orders), SUM(urgent_orders), MAX(spent) FROM customer GROUP BY segment",
              """
              SELECT c_mktsegment, avg(coalesce(n, 0)), sum(coalesce(u, 0)), max(s) FROM customer LEFT JOIN
                (SELECT o_custkey, count(*) AS n, count(*) FILTER (WHERE o_orderpriority = '1-URGENT') AS u,
                   sum(o_totalprice) AS s FROM orders GROUP BY o_custkey) o ON o_custkey = c_custkey
              GROUP BY c_mktsegment"""),
          new Question(
              "metric features of some",
              "SELECT id, orders, spent, urgent_orders FROM customer WHERE nation = 'FRANCE' AND segment = 'BUILDING'",
              """
              SELECT c_custkey, count(o_orderkey), sum(o_totalprice), count(*) FILTER (WHERE o_orderpriority = '1-URGENT')
              FROM customer JOIN nation ON n_nationkey = c_nationkey LEFT JOIN orders ON o_custkey = c_custkey
              WHERE n_name = 'FRANCE' AND c_mktsegment = 'BUILDING' GROUP BY c_custkey"""),
          new Question(
              "the last of related rows",
              "SELECT segment, MAX(last_order), COUNT(DISTINCT first_priority) FROM customer GROUP BY segment",
              """
              SELECT c_mktsegment, max(l), count(DISTINCT f) FROM customer LEFT JOIN
                (SELECT o_custkey, arg_min(o_orderkey, (-epoch(o_orderdate), o_orderkey)) AS l,
                   arg_min(o_orderpriority, (epoch(o_orderdate), o_orderkey)) AS f
                 FROM orders GROUP BY o_custkey) o ON o_custkey = c_custkey
              GROUP BY c_mktsegment"""),
          new Question(
              "a metric feature of a metric feature's entity",
              "SELECT status, AVG(revenue) FROM order GROUP BY status",
              """
              SELECT o_orderstatus, avg(revenue) FROM orders LEFT JOIN
                (SELECT l_orderkey, sum(l_extendedprice * (1 - l_discount)) AS revenue
                 FROM lineitem GROUP BY l_orderkey) i ON l_orderkey = o_orderkey
              GROUP BY o_orderstatus"""),
          new Question(
              "over a many-to-many",
              "SELECT p.brand, METRIC('p.parts'), METRIC('s.suppliers') FROM part p JOIN supplier s WHERE p.size < 5 GROUP BY p.brand",
              """
              SELECT p_brand, count(DISTINCT p_partkey), count(DISTINCT s_suppkey)
              FROM part JOIN partsupp ON ps_partkey = p_partkey JOIN supplier ON s_suppkey = ps_suppkey
              WHERE p_size < 5 GROUP BY p_brand"""),
          new Question(
              "through a lookup",
              "SELECT name, customers FROM region",
              """
              SELECT r_name, count(c_custkey) FROM region JOIN nation ON n_regionkey = r_regionkey
              LEFT JOIN customer ON c_nationkey = n_nationkey GROUP BY r_name"""),
          new Question(
              "totals without groups",
              "SELECT METRIC('c.customers'), METRIC('o.orders'), METRIC('i.lines') FROM customer c LEFT JOIN order o LEFT JOIN lineitem i",
              """
              SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM orders WHERE o_custkey IN (SELECT c_custkey FROM customer)),
                (SELECT count(*) FROM lineitem WHERE l_orderkey IN
                  (SELECT o_orderkey FROM orders WHERE o_custkey IN (SELECT c_custkey FROM customer)))"""));

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public int figures(Settings settings) {
    return settings.metricScales().size() * Questions.figures(QuestionSet.METRICS)
        + RivalKind.COUNT;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    for (double scale : settings.metricScales()) {
      new Questions(QuestionSet.METRICS, scale).measure(settings, 1.2, figures);
    }
    new RivalQuestions(settings, QuestionSet.METRICS).measure(figures);
  }
}
