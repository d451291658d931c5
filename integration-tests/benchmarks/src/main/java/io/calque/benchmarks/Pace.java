package io.calque.benchmarks;

/**
 * How much time is spent.
 *
 * <p>{@code SMOKE} shows that everything runs, and its times mean nothing; {@code QUICK} takes some
 * eight minutes, {@code FULL} some thirty.
 */
enum Pace {
  SMOKE(new Effort(0, 0, 0, 1, 1), new Effort(0, 0, 0, 1, 1), 20_000, 0, 0, 100),
  QUICK(
      new Effort(700, 40, 1_500, 6, 15), new Effort(300, 20, 500, 1, 7), 1_000_000, 3, 400, 5_000),
  FULL(
      new Effort(1_500, 100, 5_000, 6, 31),
      new Effort(500, 50, 1_000, 1, 7),
      10_000_000,
      6,
      500,
      60_000);

  /** For what has a target. */
  final Effort effort;

  /** For what is only told. */
  final Effort brief;

  /** Rows of what is big. */
  final int rows;

  /** How many virtual machines are started for each side; 0 for none but this one. */
  final int machines;

  /** How long one of JMH's iterations lasts. */
  final int iterationMillis;

  /** How long each side of a pair of loads lasts. */
  final int loadMillis;

  Pace(Effort effort, Effort brief, int rows, int machines, int iterationMillis, int loadMillis) {
    this.effort = effort;
    this.brief = brief;
    this.rows = rows;
    this.machines = machines;
    this.iterationMillis = iterationMillis;
    this.loadMillis = loadMillis;
  }
}
