package io.calque.rewrite;

import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.WarehouseDialect;
import java.util.List;
import java.util.function.Function;

/**
 * Writes aggregates over rows that joins repeat, so that each row counts once although none is
 * marked: an aggregate that repetition does not change as it is, a count of rows as one of distinct
 * keys. That takes a third to half of the time that marking does, which sorts all joined rows.
 */
final class DistinctRows {
  private static final String COUNT = "count";

  private final WarehouseDialect dialect;

  DistinctRows(WarehouseDialect dialect) {
    this.dialect = dialect;
  }

  /** Whether all aggregates of a metric can be written so. */
  static boolean suffice(MetricExpression metric, WarehouseDialect dialect) {
    return metric.isUnderstood()
        && metric.aggregates().stream()
            .allMatch(call -> isBlind(call, dialect) || isCount(call, dialect));
  }

  /** Whether some aggregate of a metric that can be written so counts distinct keys. */
  static boolean haveKeys(MetricExpression metric) {
    return metric.aggregates().stream()
        .anyMatch(call -> call.function().equals(COUNT) && PartialAggregate.isOfOneValue(call));
  }

  private static boolean isBlind(AggregateCall call, WarehouseDialect dialect) {
    return PartialAggregate.isBlindToRepetition(call, dialect.aggregates());
  }

  private static boolean isCount(AggregateCall call, WarehouseDialect dialect) {
    return dialect.countsDistinctRows()
        && call.function().equals(COUNT)
        && PartialAggregate.isOfOneValue(call);
  }

  /**
   * An aggregate.
   *
   * @param condition which rows count; may be empty
   * @param features the SQL of a feature
   * @param keys the SQL of what tells the rows apart, NULL being one more value
   */
  Rendered sql(
      AggregateCall call,
      Rendered condition,
      Function<String, String> features,
      List<String> keys) {
    if (isBlind(call, dialect)) {
      return call.sql(condition, features, dialect.aggregates());
    }
    SqlWriter counts = new SqlWriter().add(condition);
    call.filter().ifPresent(own -> and(counts).add("(" + TemplateSql.formula(own, features) + ")"));
    String value = TemplateSql.formula(call.argument().orElseThrow().value(), features);
    if (!value.equals("*")) {
      and(counts).add("(" + value + ") IS NOT NULL");
    }
    String distinct = "COUNT(DISTINCT ROW(" + String.join(", ", keys) + "))";
    return counts.isEmpty()
        ? Rendered.of(distinct)
        : new SqlWriter().add(distinct + " FILTER (WHERE ").add(counts.done()).add(")").done();
  }

  private static SqlWriter and(SqlWriter conditions) {
    return conditions.add(conditions.isEmpty() ? "" : " AND ");
  }
}
