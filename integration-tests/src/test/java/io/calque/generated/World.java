package io.calque.generated;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model means: the value of each feature of each row, and of each metric over rows. Written
 * from the definitions (spec.md; model-formats.md 0.3 to 0.9, A.4 to A.6), row by row.
 */
final class World {
  private final Model model;
  private final Map<Row, Map<String, Object>> features = new IdentityHashMap<>();

  World(Model model) {
    this.model = model;
  }

  Model model() {
    return model;
  }

  /** The rows of an entity or table. */
  List<Row> rows(String node) {
    return model.table(model.findEntity(node).map(Entity::table).orElse(node)).rows();
  }

  /** A feature of an entity's row or a column of a table's; NULL where there is no row. */
  Object value(String node, Row row, String name) {
    if (row == null) {
      return null;
    }
    return model
        .findEntity(node)
        .map(entity -> new Object[] {feature(entity, row, name)})
        .orElseGet(() -> new Object[] {row.get(name)})[0];
  }

  private Object feature(Entity entity, Row row, String name) {
    Map<String, Object> known = features.computeIfAbsent(row, r -> new HashMap<>());
    if (!known.containsKey(name)) {
      boolean isMetric = entity.features().stream().noneMatch(f -> f.name().equals(name));
      known.put(
          name,
          isMetric
              ? metric(entity, name, List.of(row))
              : compute(entity, row, entity.feature(name)));
    }
    return known.get(name);
  }

  private Object compute(Entity entity, Row row, Feature feature) {
    if (feature instanceof Feature.Own own) {
      return row.get(own.column());
    }
    if (feature instanceof Feature.Formula formula) {
      Scope scope = column -> feature(entity, row, column.name());
      return scope.value(formula.sql());
    }
    Feature.Related related = (Feature.Related) feature;
    List<Row> rows = relatedRows(entity, row, related);
    if (related instanceof Feature.Metric metric) {
      return metric(model.entity(metric.source()), metric.metric(), rows);
    }
    if (related instanceof Feature.FirstLast firstLast) {
      return firstLast(firstLast, rows);
    }
    Feature.ToOne toOne = (Feature.ToOne) feature;
    if (rows.size() > 1) {
      throw new IllegalStateException("not to-one: " + toOne);
    }
    return rows.isEmpty() ? null : value(toOne.source(), rows.get(0), toOne.field());
  }

  /** The source's rows that belong to an owner, each once, and pass the filters. */
  private List<Row> relatedRows(Entity owner, Row row, Feature.Related feature) {
    String source = feature.source();
    return walk(owner.name(), source, feature.join()).related(row).stream()
        .filter(
            candidate -> {
              Scope scope = column -> value(source, candidate, column.name());
              return feature.filters().stream().allMatch(f -> scope.isTrue(f.condition()));
            })
        .toList();
  }

  /** NULL sort values come last, ties go by the key, in a table without keys by the value. */
  private Object firstLast(Feature.FirstLast feature, List<Row> rows) {
    String source = feature.source();
    Comparator<Object> order = (left, right) -> Numbers.compare(left, right);
    Comparator<Row> sort =
        Comparator.comparing(
            row -> value(source, row, feature.sortBy()),
            Comparator.nullsLast(feature.last() ? order.reversed() : order));
    List<String> ties = model.findEntity(source).map(Entity::keys).orElse(List.of(feature.field()));
    for (String tie : ties) {
      sort = sort.thenComparing(row -> key(source, row, tie), Numbers::compareNullsLast);
    }
    return rows.stream()
        .sorted(sort)
        .skip(feature.offset() - 1)
        .map(row -> new Object[] {value(source, row, feature.field())})
        .findFirst()
        .orElse(new Object[1])[0];
  }

  /** Keys are features or else columns. */
  private Object key(String source, Row row, String name) {
    boolean isColumn = row.values().containsKey(name);
    return isColumn ? row.get(name) : value(source, row, name);
  }

  /** A metric over rows of its entity, which the caller keeps distinct. */
  Object metric(Entity entity, String name, List<Row> rows) {
    List<Scope> scopes =
        rows.stream().map(row -> (Scope) column -> feature(entity, row, column.name())).toList();
    Scope group =
        new Scope() {
          @Override
          public Object column(Expr.Column column) {
            throw new IllegalStateException("outside of an aggregate: " + column);
          }

          @Override
          public Object aggregate(Expr.Aggregate aggregate) {
            return Aggregation.of(aggregate, scopes);
          }

          @Override
          public Object metric(Expr.MetricCall call) {
            return World.this.metric(entity, call.metric(), rows);
          }
        };
    return group.value(entity.metric(name).sql());
  }

  /** The named join, or for null the default one, from one entity to another or to a table. */
  Walk walk(String near, String far, String join) {
    Relationship relationship = model.relationship(near, far);
    return new Walk(this, relationship, relationship.join(join), relationship.forwards(near, join));
  }
}
