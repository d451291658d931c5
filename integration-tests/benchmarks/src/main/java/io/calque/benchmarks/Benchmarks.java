package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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
          new ReadingElsewhere(),
          new Connecting(),
          new LargeModel(),
          new TpchQueries(),
          new TpchMetrics(),
          new PointLookup(),
          new ManyThreads());

  private Benchmarks() {}

  /** Takes no arguments; the settings are system properties. */
  public static void main(String[] arguments) throws Exception {
    Logs.silence();
    Settings settings = Settings.ofSystemProperties();
    Pattern only = Pattern.compile(System.getProperty("bench.only", ".*"));
    List<Benchmark> chosen = ALL.stream().filter(b -> only.matcher(b.name()).matches()).toList();
    Path output = Files.createDirectories(Path.of(System.getProperty("bench.output", "target")));
    Report report = new Report();
    Progress progress = new Progress(settings, chosen);
    boolean complete = true;
    for (int i = 0; i < chosen.size(); i++) {
      progress.begin(chosen.subList(i, chosen.size()));
      complete &= run(chosen.get(i), settings, report, progress);
      Files.writeString(output.resolve("benchmarks.json"), report.json());
      Files.writeString(output.resolve("benchmarks.md"), report.table() + "\n");
    }
    System.out.println("\n" + report.table());
    System.exit(complete ? 0 : 1);
  }

  /** Whether it came to its end. If it does not, that is a line of the table, and others go on. */
  private static boolean run(
      Benchmark benchmark, Settings settings, Report report, Progress progress) throws IOException {
    Consumer<Figure> figures =
        figure -> {
          report.add(figure);
          progress.add(figure);
        };
    long start = System.nanoTime();
    try {
      benchmark.run(settings, figures);
    } catch (Exception e) {
      e.printStackTrace();
      figures.accept(Figure.cannot(benchmark.name(), "this machine", Queries.reason(e)));
      return false;
    }
    progress.end(benchmark, (System.nanoTime() - start) / 1e9);
    return true;
  }
}
