package io.calque.rewrite;

import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.bind.MetricSelect;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.PreAggregate;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.StoredTables;
import io.calque.warehouse.StoredTables.Standing;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pre-aggregated tables of a model, and which of them answer a query. A table is looked at when
 * a query first fits it; one that was found usable is trusted to stay so. Safe for all threads.
 */
final class PreAggregates {
  /** How long it is not asked again whether a table that cannot be used can be by now. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final SemanticSchema schema;
  private final WarehouseDialect dialect;
  private final TableNames tables;
  private final StoredTables stored;
  private final long pauseNanos;
  private final ConcurrentMap<PreAggregate, Standing> looked = new ConcurrentHashMap<>();
  private final ConcurrentMap<PreAggregate, PreAggregateColumns> unusable =
      new ConcurrentHashMap<>();
  private final ReentrantLock looking = new ReentrantLock();

  /** When to look again at what is unusable; guarded by looking where it is changed. */
  private volatile long nextLook;

  /**
   * @param pause how long it is not asked again whether a table can be used by now
   */
  PreAggregates(
      SemanticSchema schema,
      WarehouseDialect dialect,
      TableNames tables,
      StoredTables stored,
      Duration pause) {
    this.schema = schema;
    this.dialect = dialect;
    this.tables = tables;
    this.stored = stored;
    this.pauseNanos = pause.toNanos();
    this.nextLook = System.nanoTime() + pauseNanos;
  }

  /**
   * The tables that answer parts of a query.
   *
   * @param sources in whose place they stand
   * @param rows for EXPLAIN: what is used, and why what was declared is not
   */
  record Chosen(Map<EntityUse, PreAggregateSource> sources, List<ExplainRow> rows) {
    static final Chosen NONE = new Chosen(Map.of(), List.of());

    Optional<PreAggregateSource> of(EntityUse use) {
      return Optional.ofNullable(sources.get(use));
    }
  }

  Chosen choose(BoundQuery query) {
    Map<EntityUse, PreAggregateSource> sources = new HashMap<>();
    List<ExplainRow> rows = new ArrayList<>();
    for (MetricSelect select : query.metricSelects()) {
      for (EntityUse use : select.entities()) {
        if (!use.entity().preAggregates().isEmpty()
            && select.calls().stream().anyMatch(call -> call.use() == use)) {
          choose(query, select, use, rows).ifPresent(source -> sources.put(use, source));
        }
      }
    }
    return rows.isEmpty() ? Chosen.NONE : new Chosen(sources, rows);
  }

  private Optional<PreAggregateSource> choose(
      BoundQuery query, MetricSelect select, EntityUse use, List<ExplainRow> rows) {
    PreAggregateChoice choice = new PreAggregateChoice(query, select, use, dialect);
    Optional<String> obstacle = choice.obstacle();
    if (obstacle.isPresent()) {
      rows.add(row(use, "no table is used: " + obstacle.get()));
      return Optional.empty();
    }
    List<PreAggregate> smallestFirst =
        use.entity().preAggregates().stream()
            .sorted(Comparator.comparingInt(table -> table.grain().size()))
            .toList();
    for (PreAggregate table : smallestFirst) {
      PreAggregateChoice.Fit fit = fit(choice, table, use.entity());
      if (fit.source().isPresent()) {
        rows.add(row(use, used(fit.source().get())));
        return fit.source();
      }
      rows.add(row(use, "%s is not used: %s".formatted(table.name(), fit.why())));
    }
    return Optional.empty();
  }

  private PreAggregateChoice.Fit fit(PreAggregateChoice choice, PreAggregate table, Entity entity) {
    PreAggregateColumns columns = PreAggregateColumns.of(table, entity, dialect.aggregates());
    Optional<String> obstacle = choice.obstacle(columns);
    if (obstacle.isPresent()) {
      return PreAggregateChoice.Fit.not(obstacle.get());
    }
    Standing standing = standing(columns);
    return standing instanceof Standing.Usable usable
        ? choice.fit(new PreAggregateSource(columns, usable, Set.of(), true))
        : PreAggregateChoice.Fit.not(((Standing.Unusable) standing).why());
  }

  private static ExplainRow row(EntityUse use, String detail) {
    return new ExplainRow("aggregate", use.name(), detail);
  }

  private static String used(PreAggregateSource source) {
    PreAggregate table = source.columns().table();
    return "%s answers, from %s, which has a row for each %s; %s"
        .formatted(
            table.name(),
            table.table(),
            String.join(", ", source.columns().grain().stream().map(Feature::name).toList()),
            source.added()
                ? "the stored values of a group are put together"
                : "a group is one of its rows");
  }

  private Standing standing(PreAggregateColumns columns) {
    Standing known = looked.get(columns.table());
    return known == null ? look(columns) : known;
  }

  private Standing look(PreAggregateColumns columns) {
    PreAggregate table = columns.table();
    PreAggregateDefinition definition = definition(columns);
    Standing standing = stored.look(table.table(), definition.sql(), definition.fingerprint());
    looked.put(table, standing);
    if (standing instanceof Standing.Usable) {
      unusable.remove(table);
    } else {
      unusable.put(table, columns);
    }
    return standing;
  }

  /** Looks, once in a while, at the tables that could not be used, and says whether one can be. */
  boolean hasLearnt() {
    if (unusable.isEmpty() || System.nanoTime() - nextLook < 0 || !looking.tryLock()) {
      return false;
    }
    try {
      int before = unusable.size();
      unusable.values().forEach(this::look);
      nextLook = System.nanoTime() + pauseNanos;
      return unusable.size() < before;
    } finally {
      looking.unlock();
    }
  }

  /** The query whose rows a table should hold. */
  PreAggregateDefinition definition(Entity entity, PreAggregate table) {
    return definition(PreAggregateColumns.of(table, entity, dialect.aggregates()));
  }

  private PreAggregateDefinition definition(PreAggregateColumns columns) {
    Names names = new Names(dialect, tables, new CommonTables(Set.of()), "");
    return PreAggregateDefinition.of(columns, names, new EntitySql(schema, names, dialect));
  }
}
