package io.calque.rewrite;

import io.calque.error.CalqueException;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.Metric;
import io.calque.model.Node;
import io.calque.schema.EntityTable;
import io.calque.warehouse.Aggregates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes metric features: one pass over the related rows for all features that take the same way to
 * the same source, each aggregate filtered by its feature's filters.
 *
 * <p>What an owner without related rows gets is what the metric gives over no rows: the expression
 * around the aggregates is evaluated outside the pass, over 0 for counts and NULL for sums.
 *
 * @throws CalqueException if the source has no keys and its rows may repeat
 */
final class MetricPass {
  private final Aggregates functions;
  private final EntityTable source;
  private final EntitySql entities;
  private final RelatedRows rows;
  private final String alias;
  private final Map<String, String> aggregates = new LinkedHashMap<>();
  private final Map<Feature, String> values = new LinkedHashMap<>();

  private MetricPass(
      Near near, EntityTable source, String alias, Aggregates functions, EntitySql entities) {
    this.source = source;
    this.alias = alias;
    this.functions = functions;
    this.entities = entities;
    this.rows = new RelatedRows(near, Optional.of(source.entity()), entities);
  }

  /**
   * The joins that bring an entity the metric features that share a way.
   *
   * @param features one or more, all with the same traversal
   * @param aliases new aliases for the joins
   * @param owner the SQL of the owning entity's features
   */
  static List<FeatureJoin> write(
      List<MetricFeature> features,
      EntityTable source,
      Supplier<String> aliases,
      Function<String, String> owner,
      FilterSql filters,
      Aggregates functions,
      EntitySql entities) {
    Near near = Reach.near(features.get(0).origin());
    List<FeatureJoin> joins = new ArrayList<>();
    MetricPass shared = null;
    for (MetricFeature feature : features) {
      MetricExpression metric = expression(feature, source.entity(), functions);
      if (metric.isUnderstood()) {
        shared =
            shared == null
                ? new MetricPass(near, source, aliases.get(), functions, entities)
                : shared;
        shared.add(feature, metric, filters);
      } else {
        MetricPass own = new MetricPass(near, source, aliases.get(), functions, entities);
        joins.add(own.whole(feature, metric, filters, owner));
      }
    }
    if (shared != null) {
      joins.add(shared.join("", owner));
    }
    return joins;
  }

  private static MetricExpression expression(
      MetricFeature feature, Entity source, Aggregates functions) {
    Metric metric = source.metric(feature.metric()).orElseThrow();
    return MetricExpression.of(metric, source, functions.names()::contains);
  }

  private void add(MetricFeature feature, MetricExpression metric, FilterSql filters) {
    String condition = filters.all(feature.filters(), rows::column);
    List<String> parts = new ArrayList<>();
    for (MetricExpression.AggregateCall call : metric.aggregates()) {
      String column = column(call.sql(condition, rows::column));
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

  private String evenOverNothing(MetricExpression.AggregateCall call, String column) {
    if (functions.zeroWhenEmpty().contains(call.function())) {
      return "COALESCE(" + column + ", 0)";
    }
    if (functions.nullWhenEmpty().contains(call.function())) {
      return column;
    }
    NodeSql nothing = entities.node(new Node.EntityNode(source.entity().name()), "n");
    String sql = call.sql("", nothing::column);
    return overNothing(column, sql, nothing);
  }

  private String overNothing(String column, String sql, NodeSql nothing) {
    return "CASE WHEN %s.%s THEN %s ELSE (SELECT %s FROM %s WHERE FALSE) END"
        .formatted(alias, Names.PRESENT, column, sql, nothing.relation());
  }

  /** A metric that cannot be taken apart has a pass of its own. */
  private FeatureJoin whole(
      MetricFeature feature,
      MetricExpression metric,
      FilterSql filters,
      Function<String, String> owner) {
    String column = column(TemplateSql.formula(metric.whole(), rows::column));
    NodeSql nothing = entities.node(new Node.EntityNode(source.entity().name()), "n");
    String sql = TemplateSql.formula(metric.whole(), nothing::column);
    values.put(feature, "(" + overNothing(column, sql, nothing) + ")");
    return join(filters.all(feature.filters(), rows::column), owner);
  }

  private FeatureJoin join(String filter, Function<String, String> owner) {
    StringBuilder columns = new StringBuilder(rows.keyColumns());
    aggregates.forEach((sql, name) -> columns.append(sql).append(" AS ").append(name).append(", "));
    columns.append("TRUE AS ").append(Names.PRESENT);
    String grouping = rows.keys().isEmpty() ? "" : " GROUP BY " + String.join(", ", rows.keys());
    String sql =
        " LEFT JOIN (SELECT %s%s%s) AS %s ON %s"
            .formatted(columns, rows.from(filter), grouping, alias, rows.joinBack(alias, owner));
    return new FeatureJoin(sql, values);
  }
}
