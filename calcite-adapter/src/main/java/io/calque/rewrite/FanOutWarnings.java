package io.calque.rewrite;

import io.calque.bind.MetricSelect;
import io.calque.bind.PlainAggregate;
import io.calque.model.Metric;
import io.calque.model.SqlTemplate;
import io.calque.warehouse.Aggregates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of aggregates of the user's own over rows that joins may repeat. They keep the meaning that
 * SQL gives them; the warning names the metric that counts each row once, where there is one.
 */
final class FanOutWarnings {
  /** The aggregates whose result depends on how often a row occurs. */
  private static final Set<String> SENSITIVE = Set.of("sum", "avg", "count");

  private FanOutWarnings() {}

  static List<String> of(List<MetricSelect> selects, Aggregates functions) {
    List<String> warnings = new ArrayList<>();
    for (MetricSelect select : selects) {
      FanOut fanOut = new FanOut(select, Map.of());
      for (PlainAggregate plain : select.plainAggregates()) {
        boolean isOwn = select.entities().contains(plain.use());
        if (isOwn && SENSITIVE.contains(plain.function()) && fanOut.mayRepeat(plain.use())) {
          warnings.add(warning(plain, instead(plain, functions)));
        }
      }
    }
    return List.copyOf(warnings);
  }

  private static String warning(PlainAggregate plain, Optional<Metric> metric) {
    return "%s counts a row of %s as often as the joins repeat it%s"
        .formatted(
            plain.place().text(),
            plain.use().entity().name(),
            metric
                .map(
                    m -> "; METRIC('%s.%s') counts it once".formatted(plain.use().name(), m.name()))
                .orElse(""));
  }

  /** The metric that is this very aggregate. */
  private static Optional<Metric> instead(PlainAggregate plain, Aggregates functions) {
    return plain.use().entity().metrics().stream()
        .filter(metric -> isSame(plain, metric, functions))
        .findFirst();
  }

  private static boolean isSame(PlainAggregate plain, Metric metric, Aggregates functions) {
    MetricExpression expression = MetricExpression.of(metric, plain.use().entity(), functions);
    List<SqlTemplate.Part> parts = expression.whole().parts();
    return plain.feature().isPresent()
        && expression.isBare()
        && expression.aggregates().get(0).function().equals(plain.function())
        && !expression.aggregates().get(0).isDistinct()
        && parts.stream()
            .filter(SqlTemplate.FeatureRef.class::isInstance)
            .map(part -> ((SqlTemplate.FeatureRef) part).name().toLowerCase(Locale.ROOT))
            .toList()
            .equals(List.of(plain.feature().get().name().toLowerCase(Locale.ROOT)))
        && parts.size() == 3;
  }
}
