package io.calque.benchmarks;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One entity by its key, with ten metric features over a table of ten million rows. */
final class PointLookup implements Benchmark {
  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    int many = settings.pace() == Pace.SMOKE ? 20_000 : 10_000_000;
    Events large = Events.of(settings, many);
    Events small = Events.of(settings, many / 10);
    List<Figure> figures = new ArrayList<>();
    try (Connection calque = large.connect();
        Connection duckDb = large.file().connect();
        Connection fewer = small.connect()) {
      Queries.requireSame(calque, Events.lookup(42), duckDb, Events.handWritten(42));
      AtomicInteger ours = new AtomicInteger();
      AtomicInteger theirs = new AtomicInteger();
      figures.add(
          Figure.ratio(
              "ten metric features of one entity, %,d related rows, literal".formatted(many),
              Pairs.measure(
                  settings.pace(),
                  () -> Queries.drain(calque, Events.lookup(ours.incrementAndGet())),
                  () -> Queries.drain(duckDb, Events.handWritten(theirs.incrementAndGet()))),
              "DuckDB",
              Target.atMost(2)));
      figures.add(
          Figure.ratio(
              "ten metric features of one entity, %,d related rows".formatted(many),
              Pairs.measure(
                  settings.pace(),
                  () -> Queries.drain(calque, Events.lookup(ours.incrementAndGet())),
                  () -> Queries.drain(fewer, Events.lookup(theirs.incrementAndGet()))),
              "%,d rows".formatted(many / 10),
              Target.atMost(2)));
    }
    return figures;
  }
}
