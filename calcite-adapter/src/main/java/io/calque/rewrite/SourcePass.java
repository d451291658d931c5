package io.calque.rewrite;

import io.calque.error.CalqueException;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Metric;
import io.calque.model.Node;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.Booleans;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes features that aggregate related rows: one pass for all that take the same way to the same
 * source, each aggregate filtered by its feature's filters. Where the warehouse finds the first row
 * by an aggregate, first_last features are among them.
 *
 * <p>What an owner without related rows gets is what the metric gives over no rows: the expression
 * around the aggregates is evaluated outside the pass, over 0 for counts and NULL for sums.
 *
 * <p>Where the query wants few owners and the warehouse makes a join of it, the pass aggregates the
 * rows of one owner, {@code LATERAL}, and so never those of owners that nobody asked for. An owner
 * without related rows then has aggregates over no rows, which is what it gets otherwise, too.
 *
 * @throws CalqueException if the source has no keys and its rows may repeat
 */
final class SourcePass {
  private final Aggregates functions;
  private final Optional<Entity> source;
  private final EntitySql entities;
  private final RelatedRows rows;
  private final String alias;
  private final Map<String, String> aggregates = new LinkedHashMap<>();
  private final Map<Feature, String> values = new LinkedHashMap<>();

  private SourcePass(Features features, Optional<Entity> source, String alias, EntitySql entities) {
    this.source = source;
    this.alias = alias;
    this.functions = entities.dialect().aggregates();
    this.entities = entities;
    this.rows = new RelatedRows(Reach.near(features.origin()), source, entities);
  }

  /**
   * Features that take the same way to the same source.
   *
   * @param firsts those that are the first row's value, if that is an aggregate
   */
  record Features(
      FeatureOrigin origin, List<MetricFeature> metrics, List<FirstLastFeature> firsts) {}

  /**
   * The joins that bring an entity the values of features.
   *
   * @param features one or more
   * @param source the source, if it is an entity
   * @param aliases new aliases for the joins
   * @param owner the SQL of the owning entity's features
   * @param restriction which of the owner's rows are wanted
   */
  static List<FeatureJoin> write(
      Features features,
      Optional<Entity> source,
      Supplier<String> aliases,
      Function<String, String> owner,
      Restriction restriction,
      EntitySql entities) {
    List<FeatureJoin> joins = new ArrayList<>();
    Map<MetricFeature, MetricExpression> understood = new LinkedHashMap<>();
    for (MetricFeature feature : features.metrics()) {
      MetricExpression metric = expression(feature, source.orElseThrow(), entities);
      if (metric.isUnderstood()) {
        understood.put(feature, metric);
      } else {
        SourcePass own = new SourcePass(features, source, aliases.get(), entities);
        joins.add(own.whole(feature, metric, owner, restriction));
      }
    }
    if (!understood.isEmpty() || !features.firsts().isEmpty()) {
      SourcePass shared = new SourcePass(features, source, aliases.get(), entities);
      understood.forEach(shared::add);
      features.firsts().forEach(shared::add);
      joins.add(shared.join("", owner, restriction));
    }
    return joins;
  }

  private static MetricExpression expression(
      MetricFeature feature, Entity source, EntitySql entities) {
    Metric metric = source.metric(feature.metric()).orElseThrow();
    return MetricExpression.of(metric, source, entities.dialect().aggregates());
  }

  private void add(FirstLastFeature feature) {
    WarehouseDialect.FirstRow.Aggregate way =
        (WarehouseDialect.FirstRow.Aggregate) entities.dialect().firstRow();
    String orderBy =
        FirstLastPass.orderBy(FirstLastPass.Order.of(feature), source, rows, entities.dialect());
    String first = FirstLastPass.first(way, rows.column(feature.field()), orderBy);
    String condition = entities.filters().all(feature.filters(), rows::column);
    values.put(
        feature, column(condition.isEmpty() ? first : first + " FILTER (WHERE " + condition + ")"));
  }

  private void add(MetricFeature feature, MetricExpression metric) {
    String condition = entities.filters().all(feature.filters(), rows::column);
    List<String> parts = new ArrayList<>();
    for (AggregateCall call : metric.aggregates()) {
      String column = column(call.sql(Rendered.of(condition), rows::column, functions).sql());
      parts.add(evenOverNothing(call, column));
    }
    String value = metric.around(parts, this::noFeatureHere);
    values.put(
        feature, parts.size() == 1 && value.equals(parts.get(0)) ? value : "(" + value + ")");
  }

  private String noFeatureHere(String name) {
    throw new IllegalStateException("{" + name + "} stands outside the aggregates");
  }

  private String column(String aggregate) {
    return alias + "." + aggregates.computeIfAbsent(aggregate, k -> "v" + (aggregates.size() + 1));
  }

  private String evenOverNothing(AggregateCall call, String column) {
    if (functions.zeroWhenEmpty().contains(call.function())) {
      return "COALESCE(" + column + ", 0)";
    }
    if (functions.nullWhenEmpty().contains(call.function())) {
      return column;
    }
    NodeSql nothing = entities.node(new Node.EntityNode(source.orElseThrow().name()), "n");
    String sql = call.sql(Rendered.of(""), nothing::column, functions).sql();
    return overNothing(column, sql, nothing);
  }

  private String overNothing(String column, String sql, NodeSql nothing) {
    Booleans booleans = entities.dialect().booleans();
    return "CASE WHEN %s THEN %s ELSE (SELECT %s FROM %s WHERE %s) END"
        .formatted(
            booleans.isTrue(alias + "." + Names.PRESENT),
            column,
            sql,
            nothing.relation(),
            booleans.never());
  }

  /** A metric that cannot be taken apart has a pass of its own. */
  private FeatureJoin whole(
      MetricFeature feature,
      MetricExpression metric,
      Function<String, String> owner,
      Restriction restriction) {
    String column = column(TemplateSql.formula(metric.whole(), rows::column));
    NodeSql nothing = entities.node(new Node.EntityNode(source.orElseThrow().name()), "n");
    String sql = TemplateSql.formula(metric.whole(), nothing::column);
    values.put(feature, "(" + overNothing(column, sql, nothing) + ")");
    return join(entities.filters().all(feature.filters(), rows::column), owner, restriction);
  }

  private FeatureJoin join(String filter, Function<String, String> owner, Restriction restriction) {
    StringBuilder columns = new StringBuilder();
    aggregates.forEach((sql, name) -> columns.append(sql).append(" AS ").append(name).append(", "));
    columns.append(entities.dialect().booleans().trueValue()).append(" AS ").append(Names.PRESENT);
    if (entities.dialect().unnestsLateral() && rows.canBeFewFor(restriction)) {
      String sql =
          " LEFT JOIN LATERAL (SELECT %s%s) AS %s ON TRUE"
              .formatted(columns, rows.from(filter, rows.ofOwner(owner)), alias);
      return new FeatureJoin(sql, values);
    }
    columns.insert(0, rows.keyColumns());
    String grouping = rows.keys().isEmpty() ? "" : " GROUP BY " + String.join(", ", rows.keys());
    String sql =
        " LEFT JOIN (SELECT %s%s%s) AS %s ON %s"
            .formatted(columns, rows.from(filter), grouping, alias, rows.joinBack(alias, owner));
    return new FeatureJoin(sql, values);
  }
}
