package io.calque.generated;

import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.QuerySource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a query is one that SQL accepts; a shrunk one may not be. */
final class QueryCheck {
  private final Query query;
  private final List<Expr> keys;

  private QueryCheck(Query query) {
    this.query = query;
    this.keys = query.grouping() == null ? List.of() : query.groupKeys();
  }

  static boolean isValid(Query query) {
    return new QueryCheck(query).isValid();
  }

  private boolean isValid() {
    if (!query.from().stream().allMatch(QueryCheck::isValid)) {
      return false;
    }
    if (query.grouping() == null) {
      return starsAreWhole();
    }
    return starsAreWhole()
        && keysAreGrouped(query.grouping())
        && selected().allMatch(this::isGrouped);
  }

  private static boolean isValid(FromItem item) {
    if (!(item.source() instanceof QuerySource source)) {
      return true;
    }
    // A query that is shrunk must still go with the one below it.
    boolean alike =
        source.union() == null
            || source.query().select().stream()
                .map(Query.Item::type)
                .toList()
                .equals(source.union().select().stream().map(Query.Item::type).toList());
    return alike && isValid(source.query());
  }

  /** A star stands for all columns; one less, and it is no star. */
  private boolean starsAreWhole() {
    return query.select().stream()
        .map(Query.Item::star)
        .filter(Objects::nonNull)
        .allMatch(
            star ->
                query.select().stream().filter(i -> star.equals(i.star())).count() == star.size());
  }

  /** DuckDB takes keys that are written in different ways for different keys; metrics do not. */
  private boolean asksForMetrics() {
    return selected().flatMap(Expr::all).anyMatch(part -> part instanceof Expr.MetricCall);
  }

  private Stream<Expr> selected() {
    Stream<Expr> items = query.select().stream().map(Query.Item::expression);
    Stream<Expr> conditions = Stream.of(query.having(), query.qualify()).filter(Objects::nonNull);
    return Stream.concat(items, conditions);
  }

  private boolean keysAreGrouped(Grouping grouping) {
    List<Expr> selected = query.select().stream().map(Query.Item::expression).toList();
    return switch (grouping.kind()) {
      case ORDINAL, LABEL, ALL -> selected.containsAll(grouping.keys());
      case SETS, MIXED_SETS ->
          (grouping.kind() == Grouping.Kind.SETS || asksForMetrics())
              && QueryText.indices(keys).stream()
                  .allMatch(key -> grouping.sets().stream().anyMatch(set -> set.contains(key)));
      default -> true;
    };
  }

  /** Made of grouping keys, aggregates and constants. */
  private boolean isGrouped(Expr expression) {
    if (keys.contains(expression)
        || expression instanceof Expr.Aggregate
        || expression instanceof Expr.MetricCall) {
      return true;
    }
    if (expression instanceof Expr.Grouped grouped) {
      return keys.contains(grouped.key());
    }
    if (expression instanceof Expr.Labelled labelled) {
      return query.select().stream()
          .anyMatch(
              item ->
                  item.label().equals(labelled.label())
                      && item.expression().equals(labelled.expression()));
    }
    if (expression instanceof Expr.Column column) {
      return !query.has(column.owner());
    }
    return expression.children().stream().allMatch(this::isGrouped);
  }
}
