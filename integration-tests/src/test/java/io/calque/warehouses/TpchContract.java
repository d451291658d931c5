package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Questions to a semantic model over TPC-H at scale 0.01. Each means a hand-written query on the
 * warehouse itself, and the answers are the same on all warehouses: those in {@code
 * tpch/answers.txt}.
 */
public abstract class TpchContract {
  private final ContractProject project;

  protected TpchContract(ContractProject project) {
    this.project = project;
  }

  /**
   * A question.
   *
   * @param sql over the model
   * @param handWritten the same over the tables
   */
  private record Question(String name, String sql, String handWritten) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "customers by region",
              "SELECT region, METRIC('customers'), METRIC('balances'), METRIC('loyal') FROM customer GROUP BY region",
              """
              SELECT r_name, count(*), sum(c_acctbal), count(CASE WHEN n >= 20 THEN 1 END)
              FROM customer JOIN nation ON n_nationkey = c_nationkey JOIN region ON r_regionkey = n_regionkey
              LEFT JOIN (SELECT o_custkey, count(*) AS n FROM orders GROUP BY o_custkey) o ON o_custkey = c_custkey
              GROUP BY r_name"""),
          new Question(
              "revenue by segment",
              "SELECT c.segment, METRIC('i.revenue'), METRIC('o.total'), METRIC('c.customers'), METRIC('c.balances')"
                  + " FROM customer c JOIN order o JOIN lineitem i WHERE o.status = 'F' GROUP BY c.segment",
              """
              SELECT a.c_mktsegment, a.revenue, b.total, c.n, c.balance FROM
                (SELECT c_mktsegment, sum(l_extendedprice * (1 - l_discount)) AS revenue
                 FROM customer JOIN orders ON o_custkey = c_custkey JOIN lineitem ON l_orderkey = o_orderkey
                 WHERE o_orderstatus = 'F' GROUP BY c_mktsegment) a
              JOIN
                (SELECT c_mktsegment, sum(o_totalprice) AS total FROM customer JOIN orders ON o_custkey = c_custkey
                 WHERE o_orderstatus = 'F' GROUP BY c_mktsegment) b ON b.c_mktsegment = a.c_mktsegment
              JOIN
                (SELECT c_mktsegment, count(*) AS n, sum(c_acctbal) AS balance FROM customer
                 WHERE c_custkey IN (SELECT o_custkey FROM orders WHERE o_orderstatus = 'F')
                 GROUP BY c_mktsegment) c ON c.c_mktsegment = a.c_mktsegment"""),
          new Question(
              "return rate by year",
              "SELECT EXTRACT(YEAR FROM shipped_on) AS year, METRIC('lines'), METRIC('return_rate') FROM lineitem GROUP BY EXTRACT(YEAR FROM shipped_on)",
              """
              SELECT extract(YEAR FROM l_shipdate), count(*),
                CAST(sum(CASE WHEN l_returnflag = 'R' THEN l_extendedprice * (1 - l_discount) END) AS DOUBLE PRECISION)
                  / CAST(sum(l_extendedprice * (1 - l_discount)) AS DOUBLE PRECISION)
              FROM lineitem GROUP BY extract(YEAR FROM l_shipdate)"""),
          new Question(
              "best customers",
              "SELECT name, nation, orders, spent FROM customer ORDER BY spent DESC NULLS LAST LIMIT 5",
              """
              SELECT c_name, n_name, count(*), sum(o_totalprice) AS spent FROM customer
              JOIN nation ON n_nationkey = c_nationkey JOIN orders ON o_custkey = c_custkey
              GROUP BY c_name, n_name ORDER BY spent DESC LIMIT 5"""),
          new Question(
              "features of some customers",
              "SELECT id, orders, urgent_orders, last_order, first_priority, second_total, parts FROM customer WHERE id < 20",
              """
              SELECT c_custkey, coalesce(o.n, 0), coalesce(o.u, 0), l.o_orderkey, f.o_orderpriority, s.o_totalprice,
                coalesce(p.parts, 0)
              FROM customer
              LEFT JOIN (SELECT o_custkey, count(*) AS n, count(CASE WHEN o_orderpriority = '1-URGENT' THEN 1 END) AS u
                FROM orders GROUP BY o_custkey) o ON o.o_custkey = c_custkey
              LEFT JOIN (SELECT orders.*, row_number() OVER (PARTITION BY o_custkey ORDER BY o_orderdate DESC, o_orderkey) AS n
                FROM orders) l ON l.o_custkey = c_custkey AND l.n = 1
              LEFT JOIN (SELECT orders.*, row_number() OVER (PARTITION BY o_custkey ORDER BY o_orderdate, o_orderkey) AS n
                FROM orders) f ON f.o_custkey = c_custkey AND f.n = 1
              LEFT JOIN (SELECT orders.*, row_number() OVER (PARTITION BY o_custkey ORDER BY o_orderdate, o_orderkey) AS n
                FROM orders) s ON s.o_custkey = c_custkey AND s.n = 2
              LEFT JOIN (SELECT o_custkey, count(DISTINCT l_partkey) AS parts
                FROM orders JOIN lineitem ON l_orderkey = o_orderkey GROUP BY o_custkey) p ON p.o_custkey = c_custkey
              WHERE c_custkey < 20"""),
          new Question(
              "suppliers over a many-to-many",
              "SELECT p.brand, METRIC('p.parts'), METRIC('s.suppliers'), METRIC('s.balances') FROM part p JOIN supplier s"
                  + " WHERE p.size < 5 GROUP BY ROLLUP (p.brand)",
              """
              SELECT p_brand, count(DISTINCT p_partkey), count(DISTINCT s_suppkey),
                (SELECT sum(s_acctbal) FROM supplier WHERE p_brand IS NULL AND s_suppkey IN
                  (SELECT ps_suppkey FROM partsupp JOIN part ON p_partkey = ps_partkey WHERE p_size < 5))
              FROM part JOIN partsupp ON ps_partkey = p_partkey JOIN supplier ON s_suppkey = ps_suppkey
              WHERE p_size < 5 AND 1 = 0 GROUP BY p_brand
              UNION ALL
              SELECT b, parts, suppliers, balance FROM
                (SELECT p_brand AS b, count(DISTINCT p_partkey) AS parts FROM part
                 WHERE p_size < 5 GROUP BY p_brand) x
              JOIN
                (SELECT p_brand, count(*) AS suppliers, sum(s_acctbal) AS balance FROM
                  (SELECT DISTINCT p_brand, s_suppkey, s_acctbal FROM part JOIN partsupp ON ps_partkey = p_partkey
                   JOIN supplier ON s_suppkey = ps_suppkey WHERE p_size < 5) d GROUP BY p_brand) y ON y.p_brand = b
              UNION ALL
              SELECT NULL, (SELECT count(*) FROM part WHERE p_size < 5), count(*), sum(s_acctbal) FROM
                (SELECT DISTINCT s_suppkey, s_acctbal FROM part JOIN partsupp ON ps_partkey = p_partkey
                 JOIN supplier ON s_suppkey = ps_suppkey WHERE p_size < 5) d"""),
          new Question(
              "customers of regions",
              "SELECT name, customers FROM region",
              """
              SELECT r_name, count(c_custkey) FROM region JOIN nation ON n_regionkey = r_regionkey
              LEFT JOIN customer ON c_nationkey = n_nationkey GROUP BY r_name"""),
          new Question(
              "a dashboard's total",
              "SELECT METRIC('c.customers'), METRIC('o.orders'), METRIC('i.lines'), METRIC('i.quantities'), METRIC('c.mean_spent')"
                  + " FROM customer c LEFT JOIN order o LEFT JOIN lineitem i",
              """
              SELECT * FROM (SELECT count(*) AS a FROM customer) a
              CROSS JOIN (SELECT count(*) AS b FROM orders) b
              CROSS JOIN (SELECT count(*) AS c, sum(l_quantity) AS d FROM lineitem) c
              CROSS JOIN (SELECT avg(CAST(s AS DOUBLE PRECISION)) AS e FROM
                (SELECT sum(o_totalprice) AS s FROM orders GROUP BY o_custkey) t) d"""));

  @TestFactory
  Stream<DynamicTest> sameAnswersEverywhere() {
    Map<String, List<String>> answers = answers();
    return QUESTIONS.stream()
        .map(
            question ->
                DynamicTest.dynamicTest(
                    question.name(),
                    () -> {
                      List<String> expected =
                          rounded(Rows.of(project.tables(), question.handWritten()));
                      List<String> actual = rounded(project.rows(question.sql()));
                      assertEquals(text(expected), text(actual), question.sql());
                      assertEquals(text(answers.get(question.name())), text(actual));
                    }));
  }

  /** Doubles are sums in some order; six digits after the point are the same in any. */
  private static List<String> rounded(Rows rows) {
    return rows.rows().stream()
        .map(row -> String.join(" | ", row.stream().map(TpchContract::rounded).toList()))
        .sorted()
        .toList();
  }

  private static String rounded(String value) {
    return value.matches("-?\\d+\\.\\d{7,}")
        ? new BigDecimal(value)
            .setScale(6, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : value;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }

  private static Map<String, List<String>> answers() {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : ContractProject.resource("tpch/answers.txt").lines().toList()) {
      if (line.startsWith("-- ")) {
        current = new ArrayList<>();
        answers.put(line.substring(3), current);
      } else {
        current.add(line);
      }
    }
    return answers;
  }
}
