package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

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
  static String overViews(String alias, int least) {
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
  public int figures(Settings settings) {
    return 2 + RivalKind.COUNT;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    try (Connection calque = tpch.connectSemantic();
        Connection duckDb = tpch.file().connect()) {
      requireSame(calque, duckDb);
      for (RivalKind kind : RivalKind.values()) {
        try (Rival rival = kind.open(tpch.file(), "views")) {
          requireSame(calque, rival.connection());
        }
      }
    }
    compile(settings, figures);
  }

  private static void requireSame(Connection calque, Connection rival)
      throws SQLException, OtherRowsException {
    Queries.requireSame(
        calque,
        "SELECT segment, customers, revenue FROM (" + calque("c", 9_000) + ") AS q",
        rival,
        "SELECT segment, customers, revenue FROM (" + overViews("c", 9_000) + ") AS q");
  }

  private static void compile(Settings settings, Consumer<Figure> figures) throws RunnerException {
    List<Jmh> compilers =
        new ArrayList<>(
            List.of(new Jmh("Calque.compileNewLiteral"), new Jmh("Calque.compileNewShape")));
    for (RivalKind kind : RivalKind.values()) {
      compilers.add(new Jmh("Rivals.compile", Map.of("rival", kind.name())));
    }
    double[][] seconds = Jmh.medians(settings, compilers);
    String shape = "compile a dashboard query, new shape";
    figures.accept(
        Figure.value(
            "compile a dashboard query, new literal", millis(seconds[0]), " ms", Target.atMost(1)));
    figures.accept(Figure.value(shape, millis(seconds[1]), " ms", Target.atMost(1)));
    for (RivalKind kind : RivalKind.values()) {
      Pairs pairs = new Pairs(seconds[1], seconds[2 + kind.ordinal()]);
      Target target = kind == RivalKind.CALCITE ? Target.atMost(0.1) : Target.NONE;
      figures.accept(Figure.ratio(shape, pairs, kind.label, target));
    }
  }

  static double[] millis(double[] seconds) {
    double[] millis = seconds.clone();
    for (int i = 0; i < millis.length; i++) {
      millis[i] *= 1e3;
    }
    return millis;
  }
}
