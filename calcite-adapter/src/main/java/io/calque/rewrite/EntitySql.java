package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.model.Entity;
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
   * @param restriction which of the owner's rows are wanted
   */
  List<FeatureJoin> joins(
      List<Feature> features,
      Supplier<String> aliases,
      Function<String, String> owner,
      Restriction restriction) {
    Map<Reach, List<FieldFeature>> fields = new LinkedHashMap<>();
    Map<FeatureOrigin, SourcePass.Features> passes = new LinkedHashMap<>();
    Map<FirstLastPass.Order, List<FirstLastFeature>> orders = new LinkedHashMap<>();
    for (Feature feature : features) {
      if (feature instanceof FieldFeature field) {
        Reach reach = new Reach(field.origin(), field.filters());
        fields.computeIfAbsent(reach, k -> new ArrayList<>()).add(field);
      } else if (feature instanceof MetricFeature metric) {
        pass(metric.origin(), passes).metrics().add(metric);
      } else if (feature instanceof FirstLastFeature first && isAggregate(first)) {
        pass(first.origin(), passes).firsts().add(first);
      } else if (feature instanceof FirstLastFeature other) {
        orders.computeIfAbsent(FirstLastPass.Order.of(other), k -> new ArrayList<>()).add(other);
      }
    }
    List<FeatureJoin> joins = new ArrayList<>();
    fields.forEach(
        (reach, some) ->
            joins.add(
                ReachSql.join(
                    reach, some, source(reach.origin()), aliases.get(), owner, filters, this)));
    for (SourcePass.Features pass : passes.values()) {
      List<FirstLastPass.Order> sharing =
          pass.firsts().stream().map(FirstLastPass.Order::of).distinct().toList();
      if (pass.metrics().isEmpty() && sharing.size() == 1) {
        orders.put(sharing.get(0), pass.firsts());
      } else {
        joins.addAll(
            SourcePass.write(pass, source(pass.origin()), aliases, owner, restriction, this));
      }
    }
    orders.forEach(
        (order, some) ->
            joins.add(
                FirstLastPass.write(
                    order,
                    some,
                    source(order.origin()),
                    aliases.get(),
                    owner,
                    filters,
                    dialect,
                    this)));
    return joins;
  }

  private static SourcePass.Features pass(
      FeatureOrigin origin, Map<FeatureOrigin, SourcePass.Features> passes) {
    return passes.computeIfAbsent(
        origin, k -> new SourcePass.Features(k, new ArrayList<>(), new ArrayList<>()));
  }

  /** Whether the warehouse finds the value by an aggregate, which can share a pass with others. */
  private boolean isAggregate(FirstLastFeature feature) {
    return feature.offset() == 1
        && dialect.firstRow() instanceof WarehouseDialect.FirstRow.Aggregate;
  }

  /** Whether no two rows of a node have the same values in these features or columns. */
  boolean isUnique(Node node, List<String> names) {
    return schema.isUnique(node, names);
  }

  WarehouseDialect dialect() {
    return dialect;
  }

  FilterSql filters() {
    return filters;
  }

  private Optional<Entity> source(FeatureOrigin origin) {
    return origin instanceof FeatureOrigin.RelatedEntity entity
        ? schema.entity(entity.entity()).map(EntityTable::entity)
        : Optional.empty();
  }

  /** See {@link WarehouseDialect#sameValues}. */
  String sameValues(List<String> left, List<String> right) {
    return dialect.sameValues(left, right);
  }

  /** A SELECT with a row for each row of the entity and a column for each of the features. */
  String select(EntityTable entity, Collection<Feature> features) {
    return select(entity, features, false, Restriction.NONE);
  }

  /** The same for a mention of an entity. */
  String select(EntityUse use, Collection<Feature> features) {
    return select(schema.entity(use.entity().name()).orElseThrow(), features);
  }

  /** The same with one more column, {@link Names#PRESENT}, that is true in each row. */
  String selectMarked(EntityTable entity, Collection<Feature> features) {
    return select(entity, features, true, Restriction.NONE);
  }

  /**
   * The same for rows of which the query wants some.
   *
   * @param marked whether it has that column more
   * @param restriction which rows are wanted; the SELECT has all of them
   */
  String select(
      EntityTable entity, Collection<Feature> features, boolean marked, Restriction restriction) {
    return new EntitySelect(entity, restriction, names, filters, this).write(features, marked);
  }
}
