package io.calque.benchmarks;

import java.util.Random;

/**
 * Times of Calque and of a rival, taken in turns so that whatever else the machine does falls on
 * both.
 *
 * @param calque seconds for one action, one a pair
 * @param rival the same
 */
record Pairs(double[] calque, double[] rival) {

  /** Runs both sides, in random order within each pair. */
  static Pairs measure(Pace pace, Action calque, Action rival) throws Exception {
    return measure(pace, pace.pairs, calque, rival);
  }

  /** The same with another number of pairs. */
  static Pairs measure(Pace pace, int pairs, Action calque, Action rival) throws Exception {
    double slower = Math.max(warmUp(pace, calque), warmUp(pace, rival));
    int batch = (int) Math.max(1, Math.ceil(pace.batchMillis / 1e3 / slower));
    Random order = new Random(8);
    Pairs times = new Pairs(new double[pairs], new double[pairs]);
    for (int i = 0; i < pairs; i++) {
      if (order.nextBoolean()) {
        times.calque[i] = time(calque, batch);
        times.rival[i] = time(rival, batch);
      } else {
        times.rival[i] = time(rival, batch);
        times.calque[i] = time(calque, batch);
      }
    }
    return times;
  }

  /** The seconds that an action takes once it is warm. */
  private static double warmUp(Pace pace, Action action) throws Exception {
    long end = System.nanoTime() + pace.warmUpMillis * 1_000_000L;
    int most = 1;
    double last = time(action, 1);
    while (System.nanoTime() < end) {
      last = time(action, most);
      most = Math.min(most * 2, 64);
    }
    return last;
  }

  private static double time(Action action, int times) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      action.run();
    }
    return (System.nanoTime() - start) / 1e9 / times;
  }

  /** Calque's time over the rival's, for each pair. */
  double[] ratios() {
    double[] ratios = new double[calque.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = calque[i] / rival[i];
    }
    return ratios;
  }

  /** How many times as fast as the rival Calque is, for each pair. */
  double[] speedUps() {
    double[] ratios = new double[calque.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = rival[i] / calque[i];
    }
    return ratios;
  }

  String calqueTime() {
    return Format.seconds(Interval.median(calque));
  }

  String rivalTime() {
    return Format.seconds(Interval.median(rival));
  }
}
