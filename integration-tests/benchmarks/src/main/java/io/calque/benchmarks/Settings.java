package io.calque.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is measured, and where.
 *
 * @param pace how much time is spent
 * @param scale of TPC-H; 1 is about 6 million line items
 * @param data a folder for what is generated once and used again
 * @param jar the driver as users have it, for fresh virtual machines; without, they get this one's
 *     class path
 * @param trino the file with the class path of Trino's server
 */
record Settings(Pace pace, double scale, Path data, Optional<Path> jar, Path trino) {
  /** Of TPC-H, where metrics are measured: at full pace also ten times as large. */
  List<Double> metricScales() {
    return pace == Pace.FULL ? List.of(scale, 10 * scale) : List.of(scale);
  }

  static Settings ofSystemProperties() {
    return new Settings(
        Pace.valueOf(System.getProperty("bench.pace", "quick").toUpperCase(Locale.ROOT)),
        Double.parseDouble(System.getProperty("bench.scale", "1")),
        Path.of(System.getProperty("bench.data")),
        Optional.ofNullable(System.getProperty("bench.jar")).map(Path::of),
        Path.of(System.getProperty("bench.trino")));
  }
}
