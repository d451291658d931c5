package io.calque.rewrite;

import io.calque.bind.RowMetric;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.WarehouseDialect;
import java.util.List;
import java.util.Optional;

/**
 * Turns a metric's column in a query that does not aggregate into the metric of that one row: a
 * scalar subquery over the row's own features.
 */
final class RowMetricRule {
  private final Names names;
  private final SourceEdits edits;
  private final Aggregates functions;

  RowMetricRule(Names names, SourceEdits edits, Aggregates functions) {
    this.names = names;
    this.edits = edits;
    this.functions = functions;
  }

  void apply(List<RowMetric> metrics) {
    metrics.forEach(this::apply);
  }

  private void apply(RowMetric row) {
    MetricExpression metric =
        MetricExpression.of(row.metric(), row.use().entity(), functions.names()::contains);
    String alias = names.alias(row.use());
    String inner = names.fresh("m");
    List<String> features = metric.whole().featureRefs();
    List<WarehouseDialect.NamedValue> values =
        features.stream()
            .map(
                name ->
                    new WarehouseDialect.NamedValue(
                        alias + "." + feature(row, name), feature(row, name)))
            .toList();
    String sql =
        "(SELECT %s%s)"
            .formatted(
                TemplateSql.formula(metric.whole(), name -> inner + "." + feature(row, name)),
                names.fromOneRow(
                    values.isEmpty()
                        ? List.of(new WarehouseDialect.NamedValue("1", "one"))
                        : values,
                    inner,
                    row.use().isNullable()
                        ? Optional.of(alias + "." + Names.PRESENT)
                        : Optional.empty()));
    String label = row.label().map(name -> " AS " + names.identifier(name)).orElse("");
    edits.replace(row.place(), sql + label);
  }

  private String feature(RowMetric row, String name) {
    return names.feature(row.use().entity().feature(name).orElseThrow());
  }
}
