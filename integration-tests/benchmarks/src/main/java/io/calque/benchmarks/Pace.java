package io.calque.benchmarks;

/**
 * How much time is spent.
 *
 * <p>{@code SMOKE} shows that everything runs, and its times mean nothing; {@code QUICK} takes some
 * five minutes, {@code FULL} some thirty.
 */
enum Pace {
  SMOKE(1, 0, 0, 20_000, 0, 100),
  QUICK(9, 700, 40, 1_000_000, 3, 3_000),
  FULL(31, 3_000, 100, 10_000_000, 9, 30_000);

  /** How many pairs are measured. */
  final int pairs;

  /** How long each side runs before anything counts. */
  final int warmUpMillis;

  /** How long a side of a pair runs at least; short actions are repeated. */
  final int batchMillis;

  /** Rows of what is big. */
  final int rows;

  /** How many virtual machines are started for each side; 0 for none but this one. */
  final int machines;

  /** How long each side of a pair of loads lasts. */
  final int loadMillis;

  Pace(int pairs, int warmUpMillis, int batchMillis, int rows, int machines, int loadMillis) {
    this.pairs = pairs;
    this.warmUpMillis = warmUpMillis;
    this.batchMillis = batchMillis;
    this.rows = rows;
    this.machines = machines;
    this.loadMillis = loadMillis;
  }

  /** For what takes seconds each time. */
  int fewPairs() {
    return (pairs + 2) / 3;
  }
}
