package io.calque.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** A long result of DuckDB, read by each kind of getter. */
final class ReadingRows implements Benchmark {
  private static final List<Getters> MIXED =
      List.of(Getters.TYPED, Getters.LABELS, Getters.OBJECTS, Getters.STRINGS, Getters.CLASSES);

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public int figures(Settings settings) {
    return MIXED.size() + 2 + RivalKind.COUNT;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    int count = settings.pace().rows;
    DuckDbFile file = Wide.file(settings, count);
    try (Connection calque = Wide.over(file).connect();
        Connection duckDb = file.connect()) {
      for (Getters getters : MIXED) {
        figures.accept(
            Figure.speedUp(
                "read %,d rows of 5 columns: %s".formatted(count, getters.label),
                getters.measure(settings.pace().effort, calque, duckDb),
                "DuckDB",
                Target.atLeast(2)));
      }
      figures.accept(
          Figure.speedUp(
              "read %,d rows of 3 primitives".formatted(count),
              Getters.PRIMITIVES.measure(settings.pace().effort, calque, duckDb),
              "DuckDB",
              Target.atLeast(0.97)));
      double[] garbage =
          new double[Math.min(Effort.PAIRS_FOR_INTERVAL, settings.pace().effort.mostPairs())];
      for (int i = 0; i < garbage.length; i++) {
        garbage[i] = allocated(calque) / (double) count;
      }
      figures.accept(
          Figure.value("garbage for a row of 3 primitives", garbage, " bytes", Target.atMost(1)));
    }
    against(settings, count / 10, figures);
  }

  private static void against(Settings settings, int count, Consumer<Figure> figures)
      throws Exception {
    DuckDbFile file = Wide.file(settings, count);
    try (Connection calque = Wide.over(file).connect()) {
      for (RivalKind kind : RivalKind.values()) {
        try (Rival rival = kind.open(file, "main")) {
          figures.accept(
              Figure.speedUp(
                  "read %,d rows of 5 columns: %s".formatted(count, Getters.TYPED.label),
                  Getters.TYPED.measure(settings.pace().brief, calque, rival.connection()),
                  kind.label,
                  Target.NONE));
        }
      }
    }
  }

  private static long allocated(Connection connection) throws SQLException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    Getters.PRIMITIVES.sum(connection);
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
