package io.calque.generated;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** What an ordinary aggregate gives over some rows. */
final class Aggregation {
  private Aggregation() {}

  static Object of(Expr.Aggregate aggregate, List<? extends Scope> rows) {
    List<? extends Scope> kept =
        aggregate.filter() == null
            ? rows
            : rows.stream().filter(row -> row.isTrue(aggregate.filter())).toList();
    if (aggregate.argument() == null) {
      return (long) kept.size();
    }
    List<Object> values =
        kept.stream().map(row -> row.value(aggregate.argument())).filter(Objects::nonNull).toList();
    return over(aggregate.kind(), aggregate.distinct() ? distinct(values) : values);
  }

  private static List<Object> distinct(List<Object> values) {
    return List.copyOf(new LinkedHashSet<>(values));
  }

  /** The aggregate of values, none of which is null. */
  static Object over(Expr.Kind kind, List<Object> values) {
    if (kind == Expr.Kind.COUNT) {
      return (long) values.size();
    }
    if (values.isEmpty()) {
      return null;
    }
    return switch (kind) {
      case SUM -> sum(values);
      case AVG -> Numbers.divide(sum(values), (long) values.size());
      case MIN -> values.stream().min(Numbers::compare).get();
      case MAX -> values.stream().max(Numbers::compare).get();
      case MEDIAN, PERCENTILE -> median(values.stream().sorted(Numbers::compare).toList());
      case SPREAD ->
          Numbers.minus(
              values.stream().max(Numbers::compare).get(),
              values.stream().min(Numbers::compare).get());
      case STRING_AGG ->
          values.stream()
              .sorted(Numbers::compare)
              .map(Object::toString)
              .reduce(Aggregation::plus)
              .get();
      case COUNT -> throw new IllegalStateException();
    };
  }

  private static String plus(String left, String right) {
    return left + "+" + right;
  }

  private static Object median(List<Object> sorted) {
    Object low = sorted.get((sorted.size() - 1) / 2);
    Object high = sorted.get(sorted.size() / 2);
    return Numbers.divide(Numbers.plus(low, high), 2L);
  }

  private static Object sum(List<Object> values) {
    return values.stream().reduce(Numbers::plus).get();
  }
}
