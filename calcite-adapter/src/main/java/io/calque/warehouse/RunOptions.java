package io.calque.warehouse;

import java.time.Duration;

/**
 * How a query is to be run.
 *
 * @param timeout for execution and reading together; zero means none
 * @param answerWithin until the first rows are there, and until each next one is; zero means any
 *     time
 * @param fetchSize the user's hint, rows at a time; 0 for none
 */
public record RunOptions(Duration timeout, Duration answerWithin, int fetchSize) {
  /** Without limits and hints. */
  public static final RunOptions NONE = new RunOptions(Duration.ZERO, Duration.ZERO, 0);
}
