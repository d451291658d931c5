package io.calque.benchmarks;

/**
 * How hard times of a pair of actions are looked for.
 *
 * @param warmUpMillis how long each side runs before anything counts
 * @param batchMillis how long a side of a pair runs at least; short actions are repeated
 * @param millis how long all pairs take, if that is enough for the least number of them
 * @param leastPairs how many pairs there are at least
 * @param mostPairs how many pairs there are at most
 */
record Effort(int warmUpMillis, int batchMillis, int millis, int leastPairs, int mostPairs) {
  /** Fewer do not have a median with a 95% interval. */
  static final int PAIRS_FOR_INTERVAL = 6;

  /** How many pairs of that many seconds are measured. */
  int pairs(double seconds) {
    int affordable = (int) Math.min(mostPairs, millis / 1e3 / seconds);
    return Math.max(leastPairs, affordable);
  }
}
