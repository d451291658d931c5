package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements that are long in one way or another: time to compile, and how it grows. */
final class LargeStatements implements Benchmark {
  /** Ten times the size may take ten times as long, and what noise adds. */
  private static final Target LINEAR = Target.atMost(1.2);

  @FunctionalInterface
  private interface Text {
    /** A text of that size, of another shape for each number. */
    String of(int size, int number);
  }

  @Override
  public String name() {
    return "large";
  }

  @Override
  public int figures(Settings settings) {
    return 8;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    try (Connection calque = tpch.connectSemantic();
        Connection duckDb = tpch.file().connect()) {
      Queries.requireSame(
          calque,
          newShape(1_000, 7),
          duckDb,
          newShape(1_000, 7).replace("name", "c_name").replace(" id", " c_custkey"));
      inList(settings, calque, "new literals, seen shape", LargeStatements::newLiterals, figures);
      inList(settings, calque, "new shape", LargeStatements::newShape, figures);
      figures.accept(
          linear(
              "50 nested subqueries", "5", growth(settings, calque, 50, LargeStatements::nested)));
    }
    try (Connection calque =
        DriverManager.getConnection("jdbc:calque:" + GeneratedModel.of(settings, 100))) {
      figures.accept(
          linear(
              "100 joined entities", "10", growth(settings, calque, 100, LargeStatements::joined)));
    }
  }

  private static void inList(
      Settings settings, Connection calque, String how, Text text, Consumer<Figure> figures)
      throws Exception {
    Pairs times = growth(settings, calque, 10_000, text);
    figures.accept(inList("1,000", how, times.rival(), Target.NONE));
    figures.accept(inList("10,000", how, times.calque(), Target.atMost(20)));
    figures.accept(linear("an IN list of 10,000 literals, " + how, "1,000", times));
  }

  private static Figure inList(String literals, String how, double[] seconds, Target target) {
    return Figure.value(
        "compile an IN list of %s literals, %s".formatted(literals, how),
        DashboardCompile.millis(seconds),
        " ms",
        target);
  }

  private static Figure linear(String what, String less, Pairs growth) {
    double[] ratios = growth.ratios();
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] /= 10;
    }
    return new Figure(
        "compile " + what + ", each against each of " + less,
        growth.calqueTime(),
        less + ": " + growth.rivalTime(),
        Interval.ofMedian(ratios),
        "×",
        LINEAR);
  }

  /** A size against a tenth of it. */
  private static Pairs growth(Settings settings, Connection calque, int size, Text text)
      throws Exception {
    AtomicInteger number = new AtomicInteger();
    return Pairs.measure(
        settings.pace().effort,
        () -> Queries.prepare(calque, text.of(size, number.incrementAndGet())),
        () -> Queries.prepare(calque, text.of(size / 10, number.incrementAndGet())));
  }

  private static String newShape(int size, int number) {
    return literals(size, number, "c" + number);
  }

  private static String newLiterals(int size, int number) {
    return literals(size, number, "c");
  }

  private static String literals(int size, int number, String alias) {
    return IntStream.range(0, size)
        .mapToObj(i -> String.valueOf(i * 7 + number))
        .collect(
            Collectors.joining(
                ", ", "SELECT name FROM customer AS " + alias + " WHERE id IN (", ")"));
  }

  private static String nested(int depth, int number) {
    return "SELECT id, name FROM (".repeat(depth)
        + "SELECT id, name FROM customer WHERE balance > "
        + number
        + (") AS q" + number + " WHERE id > 5").repeat(depth);
  }

  private static String joined(int entities, int number) {
    return IntStream.range(0, entities)
        .mapToObj(i -> "e" + i)
        .collect(
            Collectors.joining(
                " JOIN ",
                "SELECT e0.f3 AS n" + number + ", e9.f4 FROM ",
                " WHERE e0.f5 > " + number));
  }
}
