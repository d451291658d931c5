package io.calque.benchmarks;

import java.util.List;

/** A connection more to a project that is in use. */
final class Connecting implements Benchmark {
  @Override
  public String name() {
    return "connect";
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    TpchProject.of(settings);
    double[] micros = DashboardCompile.millis(Jmh.medians(settings, "connect"));
    for (int i = 0; i < micros.length; i++) {
      micros[i] *= 1e3;
    }
    return List.of(
        Figure.value("connect and close, model loaded", micros, " µs", Target.atMost(100)));
  }
}
