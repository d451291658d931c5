package io.calque.benchmarks;

/**
 * A query over a model, and the best that a good analyst writes for it.
 *
 * @param name what it is about
 * @param sql over the model
 * @param handWritten the same over the tables
 */
record Question(String name, String sql, String handWritten) {}
