package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Metric;
import io.calque.model.SemanticModel;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says of the features that a query uses what they are made of, and of those what they are made of;
 * a column of the entity's own table needs no words.
 */
final class FeatureExplanation {
  private final SemanticModel model;

  FeatureExplanation(SemanticModel model) {
    this.model = model;
  }

  void explain(EntityUse use, Consumer<ExplainRow> rows) {
    use.entity().features().stream()
        .filter(use.needed()::contains)
        .forEach(feature -> explain(use.name(), use.entity(), feature, rows));
  }

  private void explain(String owner, Entity entity, Feature feature, Consumer<ExplainRow> rows) {
    String definition;
    List<Runnable> deeper = new ArrayList<>();
    if (feature instanceof FormulaFeature formula) {
      definition = "formula " + formula.sql().written();
      formula
          .sql()
          .featureRefs()
          .forEach(name -> deeper.add(() -> explain(owner, entity, feature(entity, name), rows)));
    } else if (feature instanceof MetricFeature metric) {
      Entity source = model.entity(metric.origin().entity()).orElseThrow();
      Metric aggregated = source.metric(metric.metric()).orElseThrow();
      definition =
          "metric %s of %s: %s%s"
              .formatted(
                  metric.metric(),
                  way(metric.origin()),
                  aggregated.sql().written(),
                  filters(metric.filters()));
      metricFeatures(source, aggregated)
          .forEach(
              name ->
                  deeper.add(() -> explain(source.name(), source, feature(source, name), rows)));
    } else if (feature instanceof FirstLastFeature firstLast) {
      definition =
          "%s %s by %s%s of %s%s"
              .formatted(
                  firstLast.method().name().toLowerCase(Locale.ROOT),
                  firstLast.field(),
                  firstLast.sortBy(),
                  firstLast.offset() == 1 ? "" : " at offset " + firstLast.offset(),
                  way(firstLast.origin()),
                  filters(firstLast.filters()));
      deepen(firstLast.origin(), firstLast.field(), rows, deeper);
    } else {
      FieldFeature field = (FieldFeature) feature;
      if (field.origin() instanceof FeatureOrigin.KeySource
          && !field.isExpression()
          && field.filters().isEmpty()) {
        return;
      }
      definition =
          field.origin() instanceof FeatureOrigin.KeySource
              ? "expression %s%s".formatted(field.field(), filters(field.filters()))
              : "%s of %s%s"
                  .formatted(field.field(), way(field.origin()), filters(field.filters()));
      deepen(field.origin(), field.field(), rows, deeper);
    }
    rows.accept(new ExplainRow("feature", owner + "." + feature.name(), definition));
    deeper.forEach(Runnable::run);
  }

  private void deepen(
      FeatureOrigin origin, String name, Consumer<ExplainRow> rows, List<Runnable> deeper) {
    if (origin instanceof FeatureOrigin.RelatedEntity related) {
      Entity source = model.entity(related.entity()).orElseThrow();
      deeper.add(() -> explain(source.name(), source, feature(source, name), rows));
    }
  }

  /** The features that a metric aggregates, through the metrics that it is composed of. */
  private static List<String> metricFeatures(Entity entity, Metric metric) {
    List<String> names = new ArrayList<>(metric.sql().featureRefs());
    metric
        .sql()
        .metricRefs()
        .forEach(name -> names.addAll(metricFeatures(entity, entity.metric(name).orElseThrow())));
    return names;
  }

  private static Feature feature(Entity entity, String name) {
    return entity.feature(name).orElseThrow();
  }

  /** Where values come from, and over which join. */
  private static String way(FeatureOrigin origin) {
    if (origin instanceof FeatureOrigin.RelatedTable table) {
      return "%s over the join %s".formatted(table.source().table(), table.join().name());
    }
    FeatureOrigin.RelatedEntity related = (FeatureOrigin.RelatedEntity) origin;
    return "%s over the join %s".formatted(related.entity(), related.traversal().joinName());
  }

  private static String filters(List<Filter> filters) {
    return filters.isEmpty()
        ? ""
        : ", where "
            + filters.stream().map(FeatureExplanation::filter).collect(Collectors.joining(" and "));
  }

  private static String filter(Filter filter) {
    if (filter instanceof Filter.SqlFilter sql) {
      return "(" + sql.sql().written() + ")";
    }
    Filter.FieldFilter field = (Filter.FieldFilter) filter;
    String operator = field.operator().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String values =
        field.values().stream().map(Filter.Literal::text).collect(Collectors.joining(", "));
    return "%s %s %s".formatted(field.field(), operator, values).strip();
  }
}
