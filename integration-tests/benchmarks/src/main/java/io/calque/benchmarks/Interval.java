package io.calque.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * An estimate with its 95% interval, by bootstrap: how it comes out when samples are drawn again
 * from those that were taken.
 */
record Interval(double low, double middle, double high) {
  private static final int DRAWS = 2_000;

  /** The median of samples. */
  static Interval ofMedian(double[] samples) {
    return of(List.of(samples), groups -> median(groups.get(0)));
  }

  /** The geometric mean of the medians of several groups of ratios. */
  static Interval ofGeometricMean(List<double[]> groups) {
    return of(
        groups,
        drawn ->
            Math.exp(drawn.stream().mapToDouble(g -> Math.log(median(g))).average().orElse(0)));
  }

  /** What is computed from groups of samples. */
  static Interval of(List<double[]> groups, ToDoubleFunction<List<double[]>> statistic) {
    Random random = new Random(95);
    double[] estimates = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      estimates[i] =
          statistic.applyAsDouble(groups.stream().map(group -> drawn(group, random)).toList());
    }
    Arrays.sort(estimates);
    return new Interval(
        estimates[(int) (DRAWS * 0.025)],
        statistic.applyAsDouble(groups),
        estimates[(int) (DRAWS * 0.975)]);
  }

  private static double[] drawn(double[] samples, Random random) {
    return random.ints(samples.length, 0, samples.length).mapToDouble(i -> samples[i]).toArray();
  }

  static double median(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
