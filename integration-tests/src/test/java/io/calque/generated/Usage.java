package io.calque.generated;

import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.QuerySource;
import io.calque.generated.Relationship.Join;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What of its model a case uses, directly or through other definitions. */
final class Usage {
  /** A join, and the direction in which it is walked. */
  record Walked(Relationship relationship, Join join, boolean forwards) {}

  /** A metric of an entity. */
  record Measured(String entity, Entity.Metric metric) {}

  private final Model model;
  private final Set<String> seen = new HashSet<>();
  private final Set<Feature> features = new LinkedHashSet<>();
  private final Set<Measured> metrics = new LinkedHashSet<>();
  private final Set<Walked> featureJoins = new LinkedHashSet<>();
  private final Set<Walked> queryJoins = new LinkedHashSet<>();

  private boolean columnMetric;

  private Usage(Model model) {
    this.model = model;
  }

  static Usage of(Case used) {
    Usage usage = new Usage(used.model());
    usage.addQuery(used.query());
    return usage;
  }

  Set<Feature> features() {
    return features;
  }

  Set<Measured> metrics() {
    return metrics;
  }

  /** Whether a metric stands as a column of one row. */
  boolean hasMetricOfOneRow() {
    return columnMetric;
  }

  /** Those that features take. */
  Set<Walked> featureJoins() {
    return featureJoins;
  }

  /** Those in FROM. */
  Set<Walked> queryJoins() {
    return queryJoins;
  }

  /** All expressions of a query, but not those of its subqueries. */
  static Stream<Expr> expressions(Query query) {
    Stream<Expr> select = query.select().stream().map(Query.Item::expression);
    Stream<Expr> keys = query.grouping() == null ? Stream.of() : query.grouping().keys().stream();
    Stream<Expr> conditions =
        Stream.of(query.where(), query.having(), query.qualify()).filter(Objects::nonNull);
    Stream<Expr> links = query.from().stream().flatMap(Usage::conditions);
    return Stream.of(select, keys, conditions, links).flatMap(e -> e);
  }

  private static Stream<Expr> conditions(FromItem item) {
    if (item.link() instanceof Query.ManualLink manual) {
      return Stream.of(manual.condition());
    }
    return item.link() instanceof ModelLink link ? Stream.ofNullable(link.and()) : Stream.empty();
  }

  private void addQuery(Query query) {
    for (FromItem item : query.from()) {
      if (item.source() instanceof QuerySource source) {
        addQuery(source.query());
        if (source.union() != null) {
          addQuery(source.union());
        }
      }
      if (item.link() instanceof ModelLink link) {
        String near = ((Query.EntitySource) query.source(link.near())).entity();
        queryJoins.add(walk(near, item.entity().orElseThrow(), link.join()));
      }
    }
    expressions(query).flatMap(Expr::all).forEach(part -> addPart(query, part));
  }

  private void addPart(Query query, Expr part) {
    if (part instanceof Expr.Scalar scalar) {
      addQuery(scalar.query());
    }
    if (part instanceof Expr.Exists exists) {
      addQuery(exists.query());
    }
    if (part instanceof Expr.Column column && query.has(column.owner())) {
      entity(query, column.owner()).forEach(entity -> addFeature(entity, column.name()));
    }
    if (part instanceof Expr.MetricCall call) {
      entity(query, call.alias()).forEach(entity -> addMetric(entity, call.metric()));
    }
  }

  private static List<String> entity(Query query, String alias) {
    return query.measured(alias).stream().toList();
  }

  private Walked walk(String near, String far, String name) {
    Relationship relationship = model.relationship(near, far);
    Walked walked =
        new Walked(relationship, relationship.join(name), relationship.forwards(near, name));
    return walked;
  }

  private void addMetric(String entity, String name) {
    if (!seen.add("metric " + entity + "." + name)) {
      return;
    }
    Entity.Metric metric = model.entity(entity).metric(name);
    metrics.add(new Measured(entity, metric));
    metric.sql().all().forEach(part -> addOwnPart(entity, part));
  }

  private void addOwnPart(String entity, Expr part) {
    if (part instanceof Expr.Column column) {
      addFeature(entity, column.name());
    }
    if (part instanceof Expr.MetricCall call) {
      addMetric(entity, call.metric());
    }
  }

  private void addFeature(String entity, String name) {
    if (model.entity(entity).metrics().stream().anyMatch(m -> m.name().equals(name))) {
      columnMetric = true;
      addMetric(entity, name);
      return;
    }
    if (!seen.add("feature " + entity + "." + name)) {
      return;
    }
    Feature feature = model.entity(entity).feature(name);
    features.add(feature);
    if (feature instanceof Feature.Formula formula) {
      formula.sql().all().forEach(part -> addOwnPart(entity, part));
    }
    if (feature instanceof Feature.Related related) {
      addRelated(entity, related);
    }
  }

  private void addRelated(String owner, Feature.Related feature) {
    featureJoins.add(walk(owner, feature.source(), feature.join()));
    if (model.findEntity(feature.source()).isEmpty()) {
      return;
    }
    if (feature instanceof Feature.Metric metric) {
      addMetric(feature.source(), metric.metric());
    } else if (feature instanceof Feature.ToOne toOne) {
      addFeature(feature.source(), toOne.field());
    } else if (feature instanceof Feature.FirstLast firstLast) {
      addFeature(feature.source(), firstLast.field());
      addFeature(feature.source(), firstLast.sortBy());
    }
    feature.filters().stream()
        .flatMap(filter -> filter.condition().all())
        .filter(part -> part instanceof Expr.Column)
        .forEach(part -> addFeature(feature.source(), ((Expr.Column) part).name()));
  }
}
