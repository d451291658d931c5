package io.calque.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Runs the benchmarks, prints one table and writes it as JSON.
 *
 * <p>Started by {@code ./mvnw -Pbench verify}; see HOWTO.md for its properties.
 */
public final class Benchmarks {
  /** All of them, in the order of the table. */
  static final List<Benchmark> ALL =
      List.of(
          new TrivialQuery(),
          new DashboardCompile(),
          new LargeStatements(),
          new FirstRow(),
          new ReadingRows(),
          new Connecting(),
          new LargeModel(),
          new TpchQueries(),
          new TpchMetrics(),
          new PointLookup(),
          new ManyThreads());

  private Benchmarks() {}

  /** Takes no arguments; the settings are system properties. */
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    Settings settings = Settings.ofSystemProperties();
    Pattern only = Pattern.compile(System.getProperty("bench.only", ".*"));
    Path output = Files.createDirectories(Path.of(System.getProperty("bench.output", "target")));
    Report report = new Report();
    for (Benchmark benchmark : ALL) {
      if (!only.matcher(benchmark.name()).matches()) {
        continue;
      }
      long start = System.nanoTime();
      List<Figure> figures = benchmark.run(settings);
      report.add(figures);
      figures.forEach(figure -> System.out.println(Report.line(figure)));
      System.out.printf("%s: %.0f s%n", benchmark.name(), (System.nanoTime() - start) / 1e9);
    }
    System.out.println("\n" + report.table());
    Files.writeString(output.resolve("benchmarks.json"), report.json());
    Files.writeString(output.resolve("benchmarks.md"), report.table() + "\n");
    System.exit(0);
  }
}
