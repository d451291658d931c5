package io.calque.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * An estimate with its 95% interval.
 *
 * @param samples how many it rests on; from fewer than {@link Effort#PAIRS_FOR_INTERVAL}, the
 *     interval is only their range
 */
record Interval(double low, double middle, double high, int samples) {
  private static final int DRAWS = 2_000;

  /**
   * The median of samples. The interval is from one of them to another, and supposes nothing about
   * how they are distributed: each is as likely to be below the true median as above.
   */
  static Interval ofMedian(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int outside = outside(sorted.length);
    return new Interval(
        sorted[outside], median(samples), sorted[sorted.length - 1 - outside], sorted.length);
  }

  /** How many samples may be left out at each end so that the interval still holds 95%. */
  static int outside(int samples) {
    double term = Math.pow(0.5, samples);
    double tail = term;
    int outside = 0;
    while (2 * tail <= 0.05) {
      outside++;
      term *= (double) (samples - outside + 1) / outside;
      tail += term;
    }
    return Math.max(0, outside - 1);
  }

  /**
   * The geometric mean of the medians of several groups of ratios. The interval is by bootstrap:
   * how it comes out when samples are drawn again from those that were taken.
   */
  static Interval ofGeometricMean(List<double[]> groups) {
    Random random = new Random(95);
    double[] estimates = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      estimates[i] = geometricMean(groups.stream().map(group -> drawn(group, random)).toList());
    }
    Arrays.sort(estimates);
    return new Interval(
        estimates[(int) (DRAWS * 0.025)],
        geometricMean(groups),
        estimates[(int) (DRAWS * 0.975)],
        groups.stream().mapToInt(group -> group.length).sum());
  }

  private static double geometricMean(List<double[]> groups) {
    return Math.exp(groups.stream().mapToDouble(g -> Math.log(median(g))).average().orElse(0));
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
