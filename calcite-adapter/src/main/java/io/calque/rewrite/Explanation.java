package io.calque.rewrite;

import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.bind.MetricSelect;
import io.calque.model.Feature;
import io.calque.model.SemanticModel;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import io.calque.sql.SqlLayout;
import io.calque.warehouse.WarehouseDialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a query became, and why: the answer to EXPLAIN. */
final class Explanation {
  private final SemanticModel model;
  private final WarehouseDialect dialect;

  Explanation(SemanticModel model, WarehouseDialect dialect) {
    this.model = model;
    this.dialect = dialect;
  }

  List<ExplainRow> of(BoundQuery query, PreAggregates.Chosen chosen, String sql) {
    Set<ExplainRow> rows = new LinkedHashSet<>();
    rows.add(new ExplainRow("warehouse sql", "", SqlLayout.of(sql)));
    query.entities().forEach(use -> rows.add(entity(use, chosen)));
    rows.addAll(chosen.rows());
    JoinExplanation joins = new JoinExplanation(model);
    query.joins().forEach(join -> joins.explain(join, rows::add));
    query.metricSelects().stream()
        .flatMap(select -> select.joins().stream())
        .forEach(join -> joins.explain(join, rows::add));
    FeatureExplanation features = new FeatureExplanation(model);
    query.entities().stream()
        .filter(use -> chosen.of(use).isEmpty())
        .forEach(use -> features.explain(use, rows::add));
    for (MetricSelect select : query.metricSelects()) {
      MetricPlan plan = MetricPlan.of(select, query.names(), chosen, dialect);
      MetricExplanation metrics = new MetricExplanation(plan);
      plan.calls().forEach(call -> rows.add(metrics.row(call, chosen.of(call.call().use()))));
    }
    query.rowMetrics().forEach(metric -> rows.add(MetricExplanation.row(metric)));
    return List.copyOf(rows);
  }

  private static ExplainRow entity(EntityUse use, PreAggregates.Chosen chosen) {
    Optional<PreAggregateColumns> stored = chosen.of(use).map(PreAggregateSource::columns);
    String features =
        stored.map(PreAggregateColumns::grain).orElse(use.entity().features()).stream()
            .filter(use.needed()::contains)
            .map(Feature::name)
            .collect(Collectors.joining(", "));
    return new ExplainRow(
        "entity",
        use.name(),
        "%s, from %s; features used: %s"
            .formatted(
                use.entity().name(),
                stored.isPresent() ? stored.get().table().table() : use.entity().source(),
                features.isEmpty() ? "none" : features));
  }
}
