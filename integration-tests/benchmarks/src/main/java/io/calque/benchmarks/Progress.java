package io.calque.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Tells how far a run is, and how long it will take if all goes as it did last time. */
final class Progress {
  private final Settings settings;
  private final int total;
  private final Path file;
  private final Properties lastTime = new Properties();
  private final long start = System.nanoTime();
  private int done;

  Progress(Settings settings, List<Benchmark> benchmarks) throws IOException {
    this.settings = settings;
    this.total = benchmarks.stream().mapToInt(b -> b.figures(settings)).sum();
    String pace = settings.pace().name().toLowerCase(Locale.ROOT);
    this.file = Files.createDirectories(settings.data()).resolve("seconds-" + pace + ".properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        lastTime.load(reader);
      }
    }
  }

  /** A benchmark begins; it and some others are left. */
  void begin(List<Benchmark> left) {
    double seconds = left.stream().mapToDouble(this::expected).sum();
    System.out.printf(
        Locale.ROOT,
        "%s: %s since the start, about %s left%n",
        left.get(0).name(),
        minutes((System.nanoTime() - start) / 1e9),
        minutes(seconds));
  }

  void add(Figure figure) {
    if (figure.measured().isPresent()) {
      done++;
    }
    System.out.printf("%d of %d %s%n", done, total, Report.line(figure));
  }

  /** What a benchmark took is what it will take next time. */
  void end(Benchmark benchmark, double seconds) throws IOException {
    lastTime.setProperty(benchmark.name(), String.format(Locale.ROOT, "%.1f", seconds));
    try (Writer writer = Files.newBufferedWriter(file)) {
      lastTime.store(writer, null);
    }
  }

  private double expected(Benchmark benchmark) {
    Effort effort = settings.pace().effort;
    double guess =
        benchmark.figures(settings) * (2 * effort.warmUpMillis() + effort.millis()) / 1e3;
    String known = lastTime.getProperty(benchmark.name());
    return known == null ? guess : Double.parseDouble(known);
  }

  private static String minutes(double seconds) {
    return String.format(Locale.ROOT, "%d:%02d", (int) seconds / 60, (int) seconds % 60);
  }
}
