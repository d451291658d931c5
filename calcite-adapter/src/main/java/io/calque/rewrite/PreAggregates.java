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

/**
 * The pre-aggregated tables of a model, and which of them answer a query. A table is looked at when
 * a query first fits it; one that was found usable is trusted to stay so. Safe for all threads.
 */
final class PreAggregates {
  /** How long it is not asked again whether a table that cannot be used can be by now. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  private final SemanticSchema schema;
  private final WarehouseDialect dialect;
  private final TableNames tables;
  private final StoredTables stored;
  private final ConcurrentMap<PreAggregate, Looked> looked = new ConcurrentHashMap<>();

  private record Looked(Standing standing, long at) {
    boolean isOld() {
      return standing instanceof Standing.Unusable && System.nanoTime() - at > PAUSE_NANOS;
    }
  }

  PreAggregates(
      SemanticSchema schema, WarehouseDialect dialect, TableNames tables, StoredTables stored) {
    this.schema = schema;
    this.dialect = dialect;
    this.tables = tables;
    this.stored = stored;
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
        ? choice.fit(new PreAggregateSource(columns, usable.columns(), Set.of(), true))
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
    PreAggregate table = columns.table();
    Looked known = looked.get(table);
    if (known == null || known.isOld()) {
      PreAggregateDefinition definition = definition(columns);
      known =
          new Looked(
              stored.look(table.table(), definition.sql(), definition.fingerprint()),
              System.nanoTime());
      looked.put(table, known);
    }
    return known.standing();
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
