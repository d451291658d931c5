package io.calque.rewrite;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the LEFT JOIN that brings an entity the values of a related source, over a to-one way.
 *
 * <p>A row that fails a filter gives NULL, and the entity keeps all its rows. Through a lookup, a
 * row of the source comes once however many bridge rows lead to it.
 */
final class ReachSql {
  private ReachSql() {}

  /**
   * The join.
   *
   * @param fields the features that it is for; all have the reach's origin and filters
   * @param source the source, if it is an entity
   * @param alias how the joined source is called
   * @param owner the SQL of the owning entity's features
   */
  static FeatureJoin join(
      Reach reach,
      List<FieldFeature> fields,
      Optional<Entity> source,
      String alias,
      Function<String, String> owner,
      FilterSql filters,
      EntitySql entities) {
    Near near = reach.near();
    return near.path().isDirect()
        ? direct(reach, fields, entities.node(near.farEnd(), alias), owner, filters)
        : lookup(reach, fields, new RelatedRows(near, source, entities), alias, owner, filters);
  }

  private static FeatureJoin direct(
      Reach reach,
      List<FieldFeature> fields,
      NodeSql far,
      Function<String, String> owner,
      FilterSql filters) {
    Near near = reach.near();
    String condition =
        TemplateSql.condition(
            near.firstHop().predicate(),
            ref ->
                ref.side() == near.nearSide() ? owner.apply(ref.name()) : far.column(ref.name()));
    Map<Feature, String> values = new LinkedHashMap<>();
    for (FieldFeature field : fields) {
      values.put(
          field, field.isExpression() ? far.expression(field.field()) : far.column(field.field()));
    }
    String filter = filters.all(reach.filters(), far::column);
    String sql =
        " LEFT JOIN %s ON %s%s"
            .formatted(far.relation(), condition, filter.isEmpty() ? "" : " AND " + filter);
    return new FeatureJoin(sql, values);
  }

  private static FeatureJoin lookup(
      Reach reach,
      List<FieldFeature> fields,
      RelatedRows rows,
      String alias,
      Function<String, String> owner,
      FilterSql filters) {
    Map<String, String> shown = new LinkedHashMap<>();
    Map<Feature, String> values = new LinkedHashMap<>();
    for (FieldFeature field : fields) {
      String value =
          field.isExpression() ? rows.expression(field.field()) : rows.column(field.field());
      values.put(field, alias + "." + shown.computeIfAbsent(value, k -> "v" + (shown.size() + 1)));
    }
    String columns =
        shown.entrySet().stream()
            .map(entry -> entry.getKey() + " AS " + entry.getValue())
            .collect(Collectors.joining(", "));
    String filter = filters.all(reach.filters(), rows::column);
    String sql =
        " LEFT JOIN (SELECT %s%s%s) AS %s ON %s"
            .formatted(
                rows.keyColumns(), columns, rows.from(filter), alias, rows.joinBack(alias, owner));
    return new FeatureJoin(sql, values);
  }
}
