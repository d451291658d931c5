package io.calque.warehouse;

import java.time.Duration;

/**
 * How a query is to be run.
 *
 * @param timeout for execution and reading together; zero means none
 * @param answerWithin until the first rows are there, and until each next one is; zero means any
 *     time
 * @param fetchSize the user's hint, rows at a time; 0 for none
 * @param fewRows whether the query can be told to give few rows, so that it matters more how soon
 *     it starts than how fast it is read
 */
public record RunOptions(Duration timeout, Duration answerWithin, int fetchSize, boolean fewRows) {
  /** Without limits and hints. */
  public static final RunOptions NONE = new RunOptions(Duration.ZERO, Duration.ZERO, 0, false);
}
