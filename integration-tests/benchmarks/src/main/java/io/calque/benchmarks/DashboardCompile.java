package io.calque.benchmarks;

import java.sql.Connection;
import java.util.List;

/** How long it takes to compile what a dashboard asks: 3 entities, 4 metrics, 2 features. */
final class DashboardCompile implements Benchmark {
  @Override
  public String name() {
    return "compile";
  }

  /** The query for Calque. */
  static String calque(String alias, int least) {
    return """
        SELECT %1$s.segment, %1$s.region, METRIC('%1$s.customers') AS customers,
          METRIC('o.orders') AS orders, METRIC('o.total') AS total, METRIC('i.revenue') AS revenue
        FROM customer %1$s JOIN order o JOIN lineitem i
        WHERE o.status = 'F' AND %1$s.balance > %2$d
        GROUP BY %1$s.segment, %1$s.region
        """
        .formatted(alias, least);
  }

  /** What comes nearest to it over views, without keeping joins from inflating the total. */
  static String calcite(String alias, int least) {
    return """
        SELECT %1$s.segment, %1$s.region, COUNT(DISTINCT %1$s.id) AS customers,
          COUNT(DISTINCT o.id) AS orders, SUM(o.total) AS total, SUM(i.net) AS revenue
        FROM views.customers %1$s JOIN views.purchases o ON o.customer_id = %1$s.id
          JOIN views.lines i ON i.order_id = o.id
        WHERE o.status = 'F' AND %1$s.balance > %2$d
        GROUP BY %1$s.segment, %1$s.region
        """
        .formatted(alias, least);
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    try (Connection calque = tpch.connectSemantic();
        Connection duckDb = tpch.file().connect()) {
      Queries.requireSame(
          calque,
          "SELECT segment, customers, revenue FROM (" + calque("c", 9_000) + ")",
          duckDb,
          "SELECT segment, customers, revenue FROM (" + calcite("c", 9_000) + ")");
    }
    Pairs shapes = Jmh.pairs(settings, "compileNewShape", "compileByCalcite");
    double[] literals = Jmh.medians(settings, "compileNewLiteral");
    return List.of(
        Figure.value(
            "compile a dashboard query, new shape",
            millis(shapes.calque()),
            " ms",
            Target.atMost(1)),
        Figure.value(
            "compile a dashboard query, new literal", millis(literals), " ms", Target.atMost(1)),
        Figure.ratio(
            "compile a dashboard query, new shape", shapes, "Calcite", Target.atMost(0.1)));
  }

  static double[] millis(double[] seconds) {
    double[] millis = seconds.clone();
    for (int i = 0; i < millis.length; i++) {
      millis[i] *= 1e3;
    }
    return millis;
  }
}
