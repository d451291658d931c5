package io.calque.benchmarks;

import java.util.function.Consumer;

/** From the start of a program to its first row. */
final class FirstRow implements Benchmark {
  @Override
  public String name() {
    return "first-row";
  }

  @Override
  public int figures(Settings settings) {
    return 1;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    int pairs = settings.pace().effort.mostPairs();
    double[] calque = new double[pairs];
    double[] duckDb = new double[pairs];
    double[] more = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      boolean first = i % 2 == 0;
      calque[i] = first ? calque(settings, tpch) : 0;
      duckDb[i] = duckDb(settings, tpch);
      calque[i] = first ? calque[i] : calque(settings, tpch);
      more[i] = calque[i] - duckDb[i];
    }
    figures.accept(
        new Figure(
            "first row in a fresh JVM, over DuckDB's",
            Format.seconds(Interval.median(calque) / 1e3),
            "DuckDB " + Format.seconds(Interval.median(duckDb) / 1e3),
            Interval.ofMedian(more),
            " ms",
            Target.atMost(600)));
  }

  private static double calque(Settings settings, TpchProject tpch) throws Exception {
    return millis(
        settings, "jdbc:calque:" + tpch.semantic(), "SELECT name FROM customer WHERE id = 7");
  }

  private static double duckDb(Settings settings, TpchProject tpch) throws Exception {
    return millis(
        settings,
        tpch.file().url() + ";duckdb.read_only=true",
        "SELECT c_name FROM customer WHERE c_custkey = 7");
  }

  private static double millis(Settings settings, String url, String sql) throws Exception {
    return Double.parseDouble(FreshMachine.run(settings, FirstRowMain.class, url, sql)[0]);
  }
}
