package io.calque.rewrite;

import io.calque.bind.RowMetric;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
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
  private final WarehouseDialect dialect;

  RowMetricRule(Names names, SourceEdits edits, WarehouseDialect dialect) {
    this.names = names;
    this.edits = edits;
    this.dialect = dialect;
  }

  void apply(List<RowMetric> metrics) {
    metrics.forEach(this::apply);
  }

  private void apply(RowMetric row) {
    if (!dialect.hasOneRowSubqueries()) {
      throw CalqueException.at(
          row.place(),
          ErrorCode.NOT_SUPPORTED,
          "%s is a metric, and %s evaluates none for a single row; aggregate it, as in METRIC('%s.%s') with GROUP BY"
              .formatted(
                  row.metric().name(), dialect.name(), row.use().name(), row.metric().name()));
    }
    MetricExpression metric =
        MetricExpression.of(row.metric(), row.use().entity(), dialect.aggregates());
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
    WarehouseDialect.OneRow one =
        dialect.oneRow(
            values.isEmpty() ? List.of(new WarehouseDialect.NamedValue("1", "one")) : values,
            inner,
            row.use().isNullable()
                ? Optional.of(dialect.booleans().isTrue(alias + "." + Names.PRESENT))
                : Optional.empty());
    String sql =
        "(SELECT %s%s)"
            .formatted(
                TemplateSql.formula(
                    metric.whole(), name -> one.values().get(features.indexOf(name))),
                one.from());
    String label = row.label().map(name -> " AS " + names.identifier(name)).orElse("");
    edits.replace(row.place(), sql + label);
  }

  private String feature(RowMetric row, String name) {
    return names.feature(row.use().entity().feature(name).orElseThrow());
  }
}
