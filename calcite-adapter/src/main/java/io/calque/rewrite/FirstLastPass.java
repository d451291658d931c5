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
 * Writes first_last features: the first in order is found in the warehouse's own way; for any other
 * the related rows are numbered in their order, and the owner is joined to the row with the number
 * it asks for. Where the way is an aggregate, features of one source may share a pass whatever
 * their order, also with metrics: see {@link SourcePass}.
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

  /** What follows ORDER BY. */
  static String orderBy(
      Order order, Optional<Entity> source, RelatedRows rows, WarehouseDialect dialect) {
    List<String> sort = new ArrayList<>();
    boolean isAscending = order.method() == Feature.Method.FIRST;
    sort.add(dialect.nullsLast(rows.column(order.sortBy()), isAscending));
    List<String> ties = source.map(Entity::keys).orElse(List.of());
    for (String tie : order.tie().map(List::of).orElse(ties)) {
      sort.add(dialect.nullsLast(rows.column(tie), true));
    }
    return String.join(", ", sort);
  }

  /** The value of the first row as an aggregate. */
  static String first(WarehouseDialect.FirstRow.Aggregate way, String value, String orderBy) {
    return way.function() + "(" + value + " ORDER BY " + orderBy + ")";
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
    String orderBy = orderBy(order, source, rows, dialect);
    WarehouseDialect.FirstRow way =
        order.offset() == 1 ? dialect.firstRow() : new WarehouseDialect.FirstRow.Numbered();
    Map<String, String> shown = new LinkedHashMap<>();
    Map<Feature, String> values = new LinkedHashMap<>();
    for (FirstLastFeature feature : features) {
      String value = rows.column(feature.field());
      String sql =
          way instanceof WarehouseDialect.FirstRow.Aggregate aggregate
              ? first(aggregate, value, orderBy)
              : value;
      values.put(feature, alias + "." + shown.computeIfAbsent(sql, k -> "v" + (shown.size() + 1)));
    }
    String columns =
        rows.keyColumns()
            + shown.entrySet().stream()
                .map(entry -> entry.getKey() + " AS " + entry.getValue())
                .collect(Collectors.joining(", "));
    String from = rows.from(filters.all(order.filters(), rows::column));
    String on = rows.joinBack(alias, owner);
    String keys = String.join(", ", rows.keys());
    String sql;
    if (way instanceof WarehouseDialect.FirstRow.Aggregate) {
      String grouping = keys.isEmpty() ? "" : " GROUP BY " + keys;
      sql = "(SELECT %s%s%s) AS %s ON %s".formatted(columns, from, grouping, alias, on);
    } else if (way instanceof WarehouseDialect.FirstRow.DistinctOn) {
      sql =
          (keys.isEmpty()
                  ? "(SELECT %2$s%3$s ORDER BY %4$s LIMIT 1) AS %5$s ON %6$s"
                  : "(SELECT DISTINCT ON (%1$s) %2$s%3$s ORDER BY %1$s, %4$s) AS %5$s ON %6$s")
              .formatted(keys, columns, from, orderBy, alias, on);
    } else {
      String partition = keys.isEmpty() ? "" : "PARTITION BY " + keys + " ";
      sql =
          "(SELECT %s, ROW_NUMBER() OVER (%sORDER BY %s) AS n%s) AS %s ON %s AND %s.n = %d"
              .formatted(columns, partition, orderBy, from, alias, on, alias, order.offset());
    }
    return new FeatureJoin(" LEFT JOIN " + sql, values);
  }
}
