package io.calque.benchmarks;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** A few entities, with ten metric features over a table of ten million rows. */
final class PointLookup implements Benchmark {
  private static final Target TARGET = Target.atMost(2);

  /**
   * A way to pick accounts.
   *
   * @param condition for each number
   * @param ofEvents the same for events, by hand
   */
  private record Way(String name, IntFunction<String> condition, IntFunction<String> ofEvents) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("WHERE id = ?", n -> "id = " + n, n -> "account_id = " + n),
          new Way(
              "WHERE id IN (…)",
              n -> "id IN (%d, %d, %d)".formatted(n, n + 1, n + 2),
              n -> "account_id IN (%d, %d, %d)".formatted(n, n + 1, n + 2)),
          new Way(
              "WHERE name = ?",
              n -> "name = 'account " + n + "'",
              n -> "account_id IN (SELECT id FROM account WHERE name = 'account " + n + "')"));

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public int figures(Settings settings) {
    return WAYS.size() + 1;
  }

  @Override
  public void run(Settings settings, Consumer<Figure> figures) throws Exception {
    int many = settings.pace() == Pace.SMOKE ? 20_000 : 10_000_000;
    Events large = Events.of(settings, many);
    Events small = Events.of(settings, many / 10);
    String what = "ten metric features, %,d related rows".formatted(many);
    AtomicInteger ours = new AtomicInteger();
    AtomicInteger theirs = new AtomicInteger();
    try (Connection calque = large.connect();
        Connection duckDb = large.file().connect();
        Connection fewer = small.connect()) {
      for (Way way : WAYS) {
        Queries.requireSame(calque, calque(way, 42), duckDb, byHand(way, 42));
        Pairs pairs =
            Pairs.measure(
                settings.pace().effort,
                () -> Queries.drain(calque, calque(way, ours.incrementAndGet())),
                () -> Queries.drain(duckDb, byHand(way, theirs.incrementAndGet())));
        figures.accept(Figure.ratio(what + ": " + way.name, pairs, "DuckDB", TARGET));
      }
      Way byKey = WAYS.get(0);
      Pairs sizes =
          Pairs.measure(
              settings.pace().effort,
              () -> Queries.drain(calque, calque(byKey, ours.incrementAndGet())),
              () -> Queries.drain(fewer, calque(byKey, theirs.incrementAndGet())));
      figures.accept(
          Figure.ratio(what + ": " + byKey.name, sizes, "%,d rows".formatted(many / 10), TARGET));
    }
  }

  private static String calque(Way way, int number) {
    return Events.lookup(way.condition.apply(number));
  }

  private static String byHand(Way way, int number) {
    return Events.handWritten(way.condition.apply(number), way.ofEvents.apply(number));
  }
}
