package io.calque.rewrite;

import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Writes the LEFT JOIN that brings an entity the values of a related source.
 *
 * <p>A filter is part of the join's condition: a row that fails it gives NULL and the entity keeps
 * all its rows. Through a lookup, each value comes once however many bridge rows lead to it.
 */
final class ReachSql {
  private final Near near;
  private final String alias;
  private final FilterSql filters;
  private final BiFunction<Node, String, NodeSql> write;
  private final Map<Feature, String> values = new LinkedHashMap<>();
  private final String join;

  /**
   * @param fields the features that the join is for; all have the reach's origin and filters
   * @param alias how the joined source is called
   * @param owner the SQL of the owning entity's features
   * @param write makes the writer of a node, given the node and its alias
   */
  ReachSql(
      Reach reach,
      List<FieldFeature> fields,
      String alias,
      Function<String, String> owner,
      FilterSql filters,
      BiFunction<Node, String, NodeSql> write) {
    this.near = reach.near();
    this.alias = alias;
    this.filters = filters;
    this.write = write;
    this.join =
        near.path().isDirect() ? direct(reach, fields, owner) : lookup(reach, fields, owner);
  }

  /** The join. */
  FeatureJoin join() {
    return new FeatureJoin(join, values);
  }

  private String direct(Reach reach, List<FieldFeature> fields, Function<String, String> owner) {
    NodeSql far = write.apply(near.farEnd(), alias);
    String condition = condition(owner, far::column);
    fields.forEach(field -> values.put(field, value(far, field)));
    String filter = filters.all(reach.filters(), far::column);
    return " LEFT JOIN %s ON %s%s"
        .formatted(far.relation(), condition, filter.isEmpty() ? "" : " AND " + filter);
  }

  private String lookup(Reach reach, List<FieldFeature> fields, Function<String, String> owner) {
    ChainSql chain = new ChainSql(near.beyondNearEnd(), "b", write);
    NodeSql nearest = near.forward() ? chain.first() : chain.last();
    NodeSql farthest = near.forward() ? chain.last() : chain.first();
    Map<String, String> shown = new LinkedHashMap<>();
    String condition =
        condition(
            owner,
            name ->
                alias
                    + "."
                    + shown.computeIfAbsent(nearest.column(name), k -> "k" + (shown.size() + 1)));
    for (FieldFeature field : fields) {
      String name = shown.computeIfAbsent(value(farthest, field), k -> "k" + (shown.size() + 1));
      values.put(field, alias + "." + name);
    }
    String filter = filters.all(reach.filters(), farthest::column);
    List<String> columns = new ArrayList<>();
    shown.forEach((sql, name) -> columns.add(sql + " AS " + name));
    return " LEFT JOIN (SELECT DISTINCT %s FROM %s%s) AS %s ON %s"
        .formatted(
            String.join(", ", columns),
            chain.from(),
            filter.isEmpty() ? "" : " WHERE " + filter,
            alias,
            condition);
  }

  /** The condition at the near end. */
  private String condition(Function<String, String> owner, Function<String, String> beyond) {
    return TemplateSql.condition(
        near.firstHop().predicate(),
        ref -> (ref.side() == near.nearSide() ? owner : beyond).apply(ref.name()));
  }

  private static String value(NodeSql source, FieldFeature field) {
    return field.isExpression() ? source.expression(field.field()) : source.column(field.field());
  }
}
