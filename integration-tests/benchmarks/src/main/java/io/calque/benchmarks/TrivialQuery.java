package io.calque.benchmarks;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** One row of one table by its key. */
final class TrivialQuery implements Benchmark {
  private static final Target SEEN = Target.atMost(1.05);
  private static final Target NEW = Target.atMost(2);

  /** A query without the key at its end. */
  private record Lookup(String table, String sql) {
    String of(int key) {
      return sql + key;
    }

    /** Another alias makes another text, whatever is made of literals. */
    String shape(int n) {
      return sql.replace(" WHERE ", " AS t" + n + " WHERE t" + n + ".") + n;
    }
  }

  private static final Lookup SMALL =
      new Lookup("of a table of 5 rows", "SELECT r_name FROM region WHERE r_regionkey = ");
  private static final Lookup LARGE =
      new Lookup(
          "of a table of customers", "SELECT c_name, c_acctbal FROM customer WHERE c_custkey = ");

  @Override
  public String name() {
    return "trivial";
  }

  @Override
  public int figures(Settings settings) {
    return 6 + 2 * RivalKind.COUNT;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    Effort effort = settings.pace().effort;
    try (Connection calque = tpch.connectPlain();
        Connection duckDb = tpch.file().connect()) {
      for (Lookup lookup : List.of(SMALL, LARGE)) {
        Queries.requireSame(calque, lookup.of(3), duckDb, lookup.of(3));
        figures.accept(
            figure(effort, lookup, "text seen before", n -> lookup.of(3), calque, duckDb, SEEN));
        figures.accept(
            figure(effort, lookup, "new literal each time", lookup::of, calque, duckDb, NEW));
        figures.accept(
            figure(effort, lookup, "new shape each time", lookup::shape, calque, duckDb, NEW));
      }
      for (RivalKind kind : RivalKind.values()) {
        try (Rival rival = kind.open(tpch.file(), "main")) {
          against(kind, rival.connection(), settings.pace().brief, calque, figures);
        }
      }
    }
  }

  private static void against(
      RivalKind kind, Connection its, Effort effort, Connection calque, Consumer<Figure> figures)
      throws Exception {
    Queries.requireSame(calque, LARGE.of(3), its, LARGE.of(3));
    Pairs seen = pairs(effort, n -> LARGE.of(3), calque, its);
    Pairs shapes = pairs(effort, LARGE::shape, calque, its);
    figures.accept(Figure.ratio(what(LARGE, "text seen before"), seen, kind.label, Target.NONE));
    figures.accept(
        Figure.ratio(what(LARGE, "new shape each time"), shapes, kind.label, Target.NONE));
  }

  private static Figure figure(
      Effort effort,
      Lookup lookup,
      String how,
      IntFunction<String> text,
      Connection calque,
      Connection duckDb,
      Target target)
      throws Exception {
    return Figure.ratio(what(lookup, how), pairs(effort, text, calque, duckDb), "DuckDB", target);
  }

  private static String what(Lookup lookup, String how) {
    return "trivial query, " + how + ", " + lookup.table;
  }

  private static Pairs pairs(
      Effort effort, IntFunction<String> text, Connection calque, Connection rival)
      throws Exception {
    AtomicInteger ours = new AtomicInteger(10);
    AtomicInteger theirs = new AtomicInteger(10);
    return Pairs.measure(
        effort,
        () -> Queries.drain(calque, text.apply(ours.incrementAndGet())),
        () -> Queries.drain(rival, text.apply(theirs.incrementAndGet())));
  }
}
