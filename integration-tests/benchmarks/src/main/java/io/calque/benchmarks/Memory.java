package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What this process holds.
 *
 * @param heap megabytes of objects that are in use
 * @param resident megabytes that the system has given it, DuckDB's included; 0 where it does not
 *     tell
 */
record Memory(double heap, double resident) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** After garbage was collected. */
  static Memory now() throws IOException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return new Memory(
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6, residentKilobytes() / 1e3);
  }

  private static double residentKilobytes() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** By how much later samples are above the one at half time. */
  static double[] gained(List<Memory> samples, ToDoubleFunction<Memory> what) {
    int half = samples.size() / 2;
    double before = what.applyAsDouble(samples.get(half));
    return samples.subList(half, samples.size()).stream()
        .skip(samples.size() > 2 ? 1 : 0)
        .mapToDouble(sample -> what.applyAsDouble(sample) - before)
        .toArray();
  }
}
