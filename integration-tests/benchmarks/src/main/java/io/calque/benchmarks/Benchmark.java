package io.calque.benchmarks;

import java.util.function.Consumer;

/** Measures one thing. Before a time is taken, both sides have given the same rows. */
interface Benchmark {
  /** What it is called on the command line. */
  String name();

  /** How many figures it gives. */
  int figures(Settings settings);

  /** Gives each figure as soon as it is known. */
  void run(Settings settings, Consumer<Figure> figures) throws Exception;
}
