package io.calque.benchmarks;

import java.util.List;

/** Measures one thing. Before a time is taken, both sides have given the same rows. */
interface Benchmark {
  /** What it is called on the command line. */
  String name();

  List<Figure> run(Settings settings) throws Exception;
}
