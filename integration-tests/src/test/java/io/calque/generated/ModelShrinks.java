package io.calque.generated;

import io.calque.generated.Relationship.Hop;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is a little smaller than a model; not all of it makes sense. */
final class ModelShrinks {
  private final Model model;
  private final List<Model> smaller = new ArrayList<>();

  private ModelShrinks(Model model) {
    this.model = model;
  }

  /** With fewer definitions, or simpler ones. */
  static List<Model> ofDefinitions(Model model) {
    ModelShrinks shrinks = new ModelShrinks(model);
    Lists.withoutOne(model.entities()).forEach(shrinks::addEntities);
    Lists.withoutOne(model.relationships()).forEach(shrinks::addRelationships);
    Lists.withOneChanged(model.relationships(), ModelShrinks::relationships)
        .forEach(shrinks::addRelationships);
    Lists.withOneChanged(model.entities(), ModelShrinks::entities).forEach(shrinks::addEntities);
    Lists.withoutOne(model.tables()).forEach(shrinks::addTables);
    return shrinks.smaller;
  }

  /** With fewer rows, or fewer columns. */
  static List<Model> ofData(Model model) {
    ModelShrinks shrinks = new ModelShrinks(model);
    Lists.withOneChanged(model.tables(), ModelShrinks::halves).forEach(shrinks::addTables);
    Lists.withOneChanged(model.tables(), ModelShrinks::withoutRow).forEach(shrinks::addTables);
    Lists.withOneChanged(model.tables(), ModelShrinks::withoutColumn).forEach(shrinks::addTables);
    return shrinks.smaller;
  }

  private void addEntities(List<Entity> entities) {
    smaller.add(new Model(model.tables(), entities, model.relationships()));
  }

  private void addRelationships(List<Relationship> relationships) {
    smaller.add(new Model(model.tables(), model.entities(), relationships));
  }

  private void addTables(List<Table> tables) {
    smaller.add(new Model(tables, model.entities(), model.relationships()));
  }

  private static List<Relationship> relationships(Relationship relationship) {
    List<List<Join>> changes = new ArrayList<>();
    if (relationship.joins().size() > 1) {
      changes.addAll(Lists.withoutOne(relationship.joins()));
    }
    changes.addAll(Lists.withOneChanged(relationship.joins(), ModelShrinks::joins));
    return changes.stream()
        .map(
            joins ->
                new Relationship(
                    relationship.left(), relationship.right(), relationship.cardinality(), joins))
        .toList();
  }

  private static List<Join> joins(Join join) {
    return Lists.withOneChanged(
            join.hops(),
            hop ->
                ExprShrinks.of(hop.condition()).stream()
                    .map(condition -> new Hop(hop.destination(), condition))
                    .toList())
        .stream()
        .map(hops -> new Join(join.name(), join.isDefault(), join.joinType(), join.lookup(), hops))
        .toList();
  }

  private static List<Entity> entities(Entity entity) {
    List<Entity> smaller = new ArrayList<>();
    Lists.withoutOne(entity.metrics())
        .forEach(metrics -> smaller.add(changed(entity, entity.features(), metrics)));
    Lists.withoutOne(entity.features())
        .forEach(features -> smaller.add(changed(entity, features, entity.metrics())));
    Lists.withoutOne(entity.relatedSources())
        .forEach(
            related ->
                smaller.add(
                    new Entity(
                        entity.name(),
                        entity.table(),
                        entity.keys(),
                        entity.features(),
                        entity.metrics(),
                        related)));
    Lists.withOneChanged(entity.metrics(), ModelShrinks::metrics)
        .forEach(metrics -> smaller.add(changed(entity, entity.features(), metrics)));
    Lists.withOneChanged(entity.features(), ModelShrinks::features)
        .forEach(features -> smaller.add(changed(entity, features, entity.metrics())));
    return smaller;
  }

  private static Entity changed(
      Entity entity, List<Feature> features, List<Entity.Metric> metrics) {
    return new Entity(
        entity.name(), entity.table(), entity.keys(), features, metrics, entity.relatedSources());
  }

  private static List<Entity.Metric> metrics(Entity.Metric metric) {
    return ExprShrinks.of(metric.sql()).stream()
        .map(sql -> new Entity.Metric(metric.name(), metric.type(), sql))
        .toList();
  }

  private static List<Feature> features(Feature feature) {
    if (feature instanceof Feature.Formula formula) {
      return ExprShrinks.of(formula.sql()).stream()
          .map(sql -> (Feature) new Feature.Formula(formula.name(), formula.type(), sql))
          .toList();
    }
    if (!(feature instanceof Feature.Related related)) {
      return List.of();
    }
    List<List<Filter>> filters = new ArrayList<>(Lists.withoutOne(related.filters()));
    filters.addAll(Lists.withOneChanged(related.filters(), ModelShrinks::filters));
    return filters.stream().map(fewer -> filtered(related, fewer)).toList();
  }

  private static List<Filter> filters(Filter filter) {
    return filter instanceof Filter.Sql sql
        ? ExprShrinks.of(sql.condition()).stream().map(c -> (Filter) new Filter.Sql(c)).toList()
        : List.of();
  }

  private static Feature filtered(Feature.Related f, List<Filter> filters) {
    if (f instanceof Feature.ToOne t) {
      return new Feature.ToOne(t.name(), t.type(), t.source(), t.join(), t.field(), filters);
    }
    if (f instanceof Feature.Metric m) {
      return new Feature.Metric(m.name(), m.type(), m.source(), m.join(), m.metric(), filters);
    }
    Feature.FirstLast l = (Feature.FirstLast) f;
    return new Feature.FirstLast(
        l.name(),
        l.type(),
        l.source(),
        l.join(),
        l.last(),
        l.sortBy(),
        l.field(),
        l.offset(),
        filters);
  }

  private static List<Table> halves(Table table) {
    int half = table.rows().size() / 2;
    return half < 2
        ? List.of()
        : List.of(
            rows(table, table.rows().subList(0, half)),
            rows(table, table.rows().subList(half, table.rows().size())));
  }

  private static List<Table> withoutRow(Table table) {
    return Lists.withoutOne(table.rows()).stream().map(rows -> rows(table, rows)).toList();
  }

  private static Table rows(Table table, List<Row> rows) {
    return new Table(table.name(), table.columns(), List.copyOf(rows));
  }

  private static List<Table> withoutColumn(Table table) {
    List<Table> narrower = new ArrayList<>();
    for (List<Table.Column> columns : Lists.withoutOne(table.columns())) {
      List<Row> rows = new ArrayList<>();
      for (Row row : table.rows()) {
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), row.get(column.name())));
        rows.add(new Row(values));
      }
      narrower.add(new Table(table.name(), columns, rows));
    }
    return narrower;
  }
}
