package io.calque.benchmarks;

/** Something whose time is taken. */
@FunctionalInterface
interface Action {
  void run() throws Exception;
}
