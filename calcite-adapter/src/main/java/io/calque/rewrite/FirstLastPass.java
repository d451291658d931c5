package io.calque.rewrite;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes first_last features: the first value in order is an aggregate where the warehouse has one
 * (on DuckDB it takes little more than half the time); otherwise the related rows are numbered in
 * their order, and the owner is joined to the row with the number it asks for.
 *
 * <p>Rows whose sort value is NULL come last, for the last row too. Ties go by the source's keys,
 * in a table by the returned value, ascending, NULL last; so each run gives the same.
 */
final class FirstLastPass {
  private FirstLastPass() {}

  /**
   * What features must have in common to share a numbering.
   *
   * @param tie what decides between equal sort values, if the source has no keys
   */
  record Order(
      FeatureOrigin origin,
      List<Filter> filters,
      Feature.Method method,
      String sortBy,
      int offset,
      Optional<String> tie) {
    static Order of(FirstLastFeature feature) {
      boolean hasKeys = feature.origin() instanceof FeatureOrigin.RelatedEntity;
      return new Order(
          feature.origin(),
          feature.filters(),
          feature.method(),
          feature.sortBy(),
          feature.offset(),
          hasKeys ? Optional.empty() : Optional.of(feature.field()));
    }
  }

  /**
   * The join for features that share an order.
   *
   * @param source the source, if it is an entity
   * @param owner the SQL of the owning entity's features
   */
  static FeatureJoin write(
      Order order,
      List<FirstLastFeature> features,
      Optional<Entity> source,
      String alias,
      Function<String, String> owner,
      FilterSql filters,
      WarehouseDialect dialect,
      EntitySql entities) {
    RelatedRows rows = new RelatedRows(Reach.near(order.origin()), source, entities);
    List<String> sort = new ArrayList<>();
    String direction = order.method() == Feature.Method.FIRST ? " ASC" : " DESC";
    sort.add(rows.column(order.sortBy()) + direction + " NULLS LAST");
    List<String> ties = source.map(Entity::keys).orElse(List.of());
    for (String tie : order.tie().map(List::of).orElse(ties)) {
      sort.add(rows.column(tie) + " ASC NULLS LAST");
    }
    String orderBy = String.join(", ", sort);
    boolean aggregates = order.offset() == 1 && dialect.firstInOrder("", "").isPresent();
    Map<String, String> shown = new LinkedHashMap<>();
    Map<Feature, String> values = new LinkedHashMap<>();
    for (FirstLastFeature feature : features) {
      String value = rows.column(feature.field());
      String sql = aggregates ? dialect.firstInOrder(value, orderBy).orElseThrow() : value;
      values.put(feature, alias + "." + shown.computeIfAbsent(sql, k -> "v" + (shown.size() + 1)));
    }
    String columns =
        shown.entrySet().stream()
            .map(entry -> entry.getKey() + " AS " + entry.getValue())
            .collect(Collectors.joining(", "));
    String filter = filters.all(order.filters(), rows::column);
    String keys = String.join(", ", rows.keys());
    String from = rows.from(filter);
    String sql;
    if (aggregates) {
      sql =
          " LEFT JOIN (SELECT %s%s%s%s) AS %s ON %s"
              .formatted(
                  rows.keyColumns(),
                  columns,
                  from,
                  keys.isEmpty() ? "" : " GROUP BY " + keys,
                  alias,
                  rows.joinBack(alias, owner));
    } else {
      sql =
          " LEFT JOIN (SELECT %s%s, ROW_NUMBER() OVER (%sORDER BY %s) AS n%s) AS %s ON %s AND %s.n = %d"
              .formatted(
                  rows.keyColumns(),
                  columns,
                  keys.isEmpty() ? "" : "PARTITION BY " + keys + " ",
                  orderBy,
                  from,
                  alias,
                  rows.joinBack(alias, owner),
                  alias,
                  order.offset());
    }
    return new FeatureJoin(sql, values);
  }
}
