package io.calque.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each benchmark runs, and both sides of it give the same rows. Times do not matter here. */
class SmokeTest {
  @TempDir static Path data;

  static Stream<String> names() {
    return Benchmarks.ALL.stream().map(Benchmark::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void runs(String name) throws Exception {
    Settings settings =
        new Settings(
            Pace.SMOKE, 0.01, data, Optional.empty(), Path.of("../trino/target/server.classpath"));
    Benchmark benchmark =
        Benchmarks.ALL.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    List<Figure> figures = new ArrayList<>();
    benchmark.run(settings, figures::add);
    long measured = figures.stream().filter(figure -> figure.measured().isPresent()).count();
    assertEquals(benchmark.figures(settings), measured);
  }
}
