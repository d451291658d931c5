package io.calque.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A connection more to a project that is in use. */
final class Connecting implements Benchmark {
  @Override
  public String name() {
    return "connect";
  }

  @Override
  public int figures(Settings settings) {
    return 1;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    TpchProject.of(settings);
    double[] seconds = Jmh.medians(settings, List.of(new Jmh("Calque.connect")))[0];
    double[] micros = Arrays.stream(seconds).map(s -> s * 1e6).toArray();
    figures.accept(
        Figure.value("connect and close, model loaded", micros, " µs", Target.atMost(100)));
  }
}
