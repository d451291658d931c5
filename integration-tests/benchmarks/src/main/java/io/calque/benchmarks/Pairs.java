package io.calque.benchmarks;

/**
 * Times of Calque and of a rival, taken in turns so that whatever else the machine does falls on
 * both.
 *
 * @param calque seconds for one action, one a pair
 * @param rival the same
 */
record Pairs(double[] calque, double[] rival) {

  /**
   * Runs both sides. Who comes first alternates: what the one leaves behind for the other (garbage,
   * a cold cache) and what grows with time falls on both alike.
   */
  static Pairs measure(Effort effort, Action calque, Action rival) throws Exception {
    double[] seconds = warmUp(effort, calque, rival);
    int batch =
        (int) Math.max(1, Math.ceil(effort.batchMillis() / 1e3 / Math.max(seconds[0], seconds[1])));
    int pairs = effort.pairs(batch * (seconds[0] + seconds[1]));
    Pairs times = new Pairs(new double[pairs], new double[pairs]);
    for (int i = 0; i < pairs; i++) {
      if (i % 2 == 0) {
        times.calque[i] = time(calque, batch);
        times.rival[i] = time(rival, batch);
      } else {
        times.rival[i] = time(rival, batch);
        times.calque[i] = time(calque, batch);
      }
    }
    return times;
  }

  /**
   * The seconds that each side takes once it is warm. They warm up in turns too, since what the
   * compiler makes of shared code depends on who has called it.
   */
  private static double[] warmUp(Effort effort, Action calque, Action rival) throws Exception {
    long end = System.nanoTime() + 2 * effort.warmUpMillis() * 1_000_000L;
    int most = 1;
    double[] seconds = {time(calque, 1), time(rival, 1)};
    while (System.nanoTime() < end) {
      seconds[0] = time(calque, most);
      seconds[1] = time(rival, most);
      most = Math.min(most * 2, 64);
    }
    return seconds;
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
