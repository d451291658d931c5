package io.calque.rewrite;

import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Node;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes entities as queries on the warehouse that show the features asked for and no others. */
final class EntitySql {
  private final SemanticSchema schema;
  private final Names names;
  private final WarehouseDialect dialect;
  private final FilterSql filters;

  EntitySql(SemanticSchema schema, Names names, WarehouseDialect dialect) {
    this.schema = schema;
    this.names = names;
    this.dialect = dialect;
    this.filters = new FilterSql(dialect);
  }

  /** The writer of a node of a path. */
  NodeSql node(Node node, String alias) {
    return new NodeSql(node, alias, schema, names, this);
  }

  /**
   * The joins that bring an entity the values of features from related sources, as few as serve
   * all.
   *
   * @param features none of them is a formula or a column of the entity's own table
   * @param aliases new aliases for the joins
   * @param owner the SQL of the owning entity's features
   */
  List<FeatureJoin> joins(
      List<Feature> features, Supplier<String> aliases, Function<String, String> owner) {
    Map<Reach, List<FieldFeature>> fields = new LinkedHashMap<>();
    Map<FeatureOrigin, List<MetricFeature>> metrics = new LinkedHashMap<>();
    Map<FirstLastPass.Order, List<FirstLastFeature>> orders = new LinkedHashMap<>();
    for (Feature feature : features) {
      if (feature instanceof FieldFeature field) {
        Reach reach = new Reach(field.origin(), field.filters());
        fields.computeIfAbsent(reach, k -> new ArrayList<>()).add(field);
      } else if (feature instanceof MetricFeature metric) {
        metrics.computeIfAbsent(metric.origin(), k -> new ArrayList<>()).add(metric);
      } else if (feature instanceof FirstLastFeature firstLast) {
        orders
            .computeIfAbsent(FirstLastPass.Order.of(firstLast), k -> new ArrayList<>())
            .add(firstLast);
      }
    }
    List<FeatureJoin> joins = new ArrayList<>();
    fields.forEach(
        (reach, some) ->
            joins.add(
                ReachSql.join(
                    reach,
                    some,
                    source(reach.origin()).map(EntityTable::entity),
                    aliases.get(),
                    owner,
                    filters,
                    this)));
    metrics.forEach(
        (origin, some) ->
            joins.addAll(
                MetricPass.write(
                    some,
                    source(origin).orElseThrow(),
                    aliases,
                    owner,
                    filters,
                    dialect.aggregates(),
                    this)));
    orders.forEach(
        (order, some) ->
            joins.add(
                FirstLastPass.write(
                    order,
                    some,
                    source(order.origin()).map(EntityTable::entity),
                    aliases.get(),
                    owner,
                    filters,
                    dialect,
                    this)));
    return joins;
  }

  private Optional<EntityTable> source(FeatureOrigin origin) {
    return origin instanceof FeatureOrigin.RelatedEntity entity
        ? schema.entity(entity.entity())
        : Optional.empty();
  }

  /** See {@link WarehouseDialect#sameValues}. */
  String sameValues(List<String> left, List<String> right) {
    return dialect.sameValues(left, right);
  }

  /** A SELECT with a row for each row of the entity and a column for each of the features. */
  String select(EntityTable entity, Collection<Feature> features) {
    return new EntitySelect(entity, names, filters, this).write(features, false);
  }

  /** The same with one more column, {@link Names#PRESENT}, that is true in each row. */
  String selectMarked(EntityTable entity, Collection<Feature> features) {
    return new EntitySelect(entity, names, filters, this).write(features, true);
  }
}
