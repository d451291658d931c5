package io.calque.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A model of 10,000 entities and 200,000 features. */
final class LargeModel implements Benchmark {
  private static final int SMALL = 100;

  @Override
  public String name() {
    return "model";
  }

  @Override
  public int figures(Settings settings) {
    return 3;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    int entities = settings.pace() == Pace.SMOKE ? 200 : 10_000;
    String small = "jdbc:calque:" + GeneratedModel.of(settings, SMALL);
    Path folder = GeneratedModel.of(settings, entities);
    String large = "jdbc:calque:" + folder;
    int machines = Math.max(1, settings.pace().machines);
    double[] seconds = new double[machines];
    double[] kilobytes = new double[machines];
    for (int i = 0; i < machines; i++) {
      String[] answer = FreshMachine.run(settings, LoadModelMain.class, small, large);
      seconds[i] = Double.parseDouble(answer[0]);
      kilobytes[i] = Double.parseDouble(answer[1]) / entities / 1e3;
    }
    String what =
        "a model of %,d entities and %,d features"
            .formatted(entities, entities * GeneratedModel.FEATURES);
    figures.accept(Figure.value("load " + what, seconds, " s", Target.atMost(5)));
    figures.accept(Figure.value("memory for an entity of " + what, kilobytes, " kB", Target.NONE));
    figures.accept(compile(settings, small, large, entities));
  }

  private static Figure compile(Settings settings, String small, String large, int entities)
      throws Exception {
    AtomicInteger number = new AtomicInteger();
    try (Connection few = DriverManager.getConnection(small);
        Connection many = DriverManager.getConnection(large)) {
      Pairs pairs =
          Pairs.measure(
              settings.pace().effort,
              () -> Queries.prepare(many, query(number.incrementAndGet())),
              () -> Queries.prepare(few, query(number.incrementAndGet())));
      return Figure.ratio(
          "compile a query over 3 of %,d entities".formatted(entities),
          pairs,
          SMALL + " entities",
          Target.atMost(1.1));
    }
  }

  private static String query(int number) {
    return "SELECT e7.f4, e8.next_name AS n%d, METRIC('e7.total') FROM e7 JOIN e8 JOIN e9 WHERE e9.f3 > 5 GROUP BY ALL"
        .formatted(number);
  }
}
