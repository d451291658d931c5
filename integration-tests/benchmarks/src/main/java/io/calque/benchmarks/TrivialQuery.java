package io.calque.benchmarks;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One row of one table by its key. */
final class TrivialQuery implements Benchmark {
  private static final Target SEEN = Target.atMost(1.05);
  private static final Target NEW = Target.atMost(2);

  @Override
  public String name() {
    return "trivial";
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    try (Connection calque = tpch.connectPlain();
        Connection duckDb = tpch.file().connect()) {
      List<Figure> figures = new ArrayList<>();
      String small = "SELECT r_name FROM region WHERE r_regionkey = ";
      String large = "SELECT c_name, c_acctbal FROM customer WHERE c_custkey = ";
      for (String sql : List.of(small, large)) {
        String table = sql.equals(small) ? "of a table of 5 rows" : "of a table of customers";
        Queries.requireSame(calque, sql + 3, duckDb, sql + 3);
        figures.add(
            Figure.ratio(
                "trivial query, text seen before, " + table,
                Pairs.measure(
                    settings.pace(),
                    () -> Queries.drain(calque, sql + 3),
                    () -> Queries.drain(duckDb, sql + 3)),
                "DuckDB",
                SEEN));
        AtomicInteger ours = new AtomicInteger(10);
        AtomicInteger theirs = new AtomicInteger(10);
        figures.add(
            Figure.ratio(
                "trivial query, new literal each time, " + table,
                Pairs.measure(
                    settings.pace(),
                    () -> Queries.drain(calque, sql + ours.incrementAndGet()),
                    () -> Queries.drain(duckDb, sql + theirs.incrementAndGet())),
                "DuckDB",
                NEW));
        figures.add(
            Figure.ratio(
                "trivial query, new shape each time, " + table,
                Pairs.measure(
                    settings.pace(),
                    () -> Queries.drain(calque, shape(sql, ours.incrementAndGet())),
                    () -> Queries.drain(duckDb, shape(sql, theirs.incrementAndGet()))),
                "DuckDB",
                NEW));
      }
      return figures;
    }
  }

  /** Another alias makes another text, whatever is made of literals. */
  private static String shape(String sql, int n) {
    return sql.replace(" WHERE ", " AS t" + n + " WHERE t" + n + ".") + n;
  }
}
