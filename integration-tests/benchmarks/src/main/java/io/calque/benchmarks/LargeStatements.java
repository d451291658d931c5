package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
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
  public List<Figure> run(Settings settings) throws Exception {
    TpchProject tpch = TpchProject.of(settings);
    List<Figure> figures = new ArrayList<>();
    try (Connection calque = tpch.connectSemantic();
        Connection duckDb = tpch.file().connect()) {
      Queries.requireSame(
          calque,
          literals(1_000, 7),
          duckDb,
          literals(1_000, 7).replace("name", "c_name").replace(" id", " c_custkey"));
      Pairs literals = growth(settings, calque, 10_000, LargeStatements::literals);
      figures.add(inList("new shape", literals));
      figures.add(
          inList(
              "new literals",
              growth(
                  settings,
                  calque,
                  10_000,
                  (size, n) -> literals(size, n).replace("AS c" + n, "AS c"))));
      figures.add(linear("IN list of 10,000 literals", "1,000", literals));
      figures.add(
          linear(
              "50 nested subqueries",
              "5",
              growth(settings, calque, 50, (size, n) -> nested(size, n))));
    }
    try (Connection calque =
        DriverManager.getConnection("jdbc:calque:" + GeneratedModel.of(settings, 100))) {
      figures.add(
          linear(
              "100 joined entities", "10", growth(settings, calque, 100, LargeStatements::joined)));
    }
    return figures;
  }

  private static Figure inList(String text, Pairs times) {
    return Figure.value(
        "compile an IN list of 10,000 literals, " + text,
        DashboardCompile.millis(times.calque()),
        " ms",
        Target.atMost(20));
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
        settings.pace(),
        () -> Queries.prepare(calque, text.of(size, number.incrementAndGet())),
        () -> Queries.prepare(calque, text.of(size / 10, number.incrementAndGet())));
  }

  private static String literals(int size, int number) {
    IntUnaryOperator literal = i -> i * 7 + number;
    return IntStream.range(0, size)
        .map(literal)
        .mapToObj(String::valueOf)
        .collect(
            Collectors.joining(
                ", ", "SELECT name FROM customer AS c" + number + " WHERE id IN (", ")"));
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
