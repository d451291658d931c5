package io.calque.model.read;

import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.FilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.FieldFilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.SqlFilterDraft;
import io.calque.model.read.FeatureDraft.FirstLastDraft;
import io.calque.model.read.FeatureDraft.FormulaDraft;
import io.calque.model.read.FeatureDraft.MetricFeatureDraft;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds definitions that say the same under two names, and names that stand for two things. */
final class Duplicates {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Duplicates() {}

  static void report(EntityScope entity, Problems problems) {
    Map<String, String> features = new HashMap<>();
    for (FeatureDraft feature : entity.features()) {
      String earlier = features.putIfAbsent(definition(feature), feature.name());
      if (earlier != null) {
        problems.add(
            Rule.SAME_FEATURE_TWICE,
            feature.place(),
            entity.name(),
            feature.name() + " is defined just as " + earlier,
            "keep one, or write the other as a formula: {" + earlier + "}");
      }
    }
    Map<String, String> metrics = new HashMap<>();
    for (MetricDraft metric : entity.metrics()) {
      if (entity.feature(metric.name().text()).isPresent()) {
        problems.add(
            Rule.FEATURE_AND_METRIC,
            metric.name().place(),
            entity.name(),
            metric.name() + " is a feature and a metric of " + entity.name(),
            "rename one of the two; as a column the name means the feature, and the metric is"
                + " METRIC('"
                + metric.name()
                + "')");
      }
    }
    for (MetricDraft metric : entity.metrics()) {
      String earlier = metrics.putIfAbsent(plain(metric.sql()), metric.name().text());
      if (earlier != null) {
        problems.add(
            Rule.SAME_METRIC_TWICE,
            metric.place(),
            entity.name(),
            "metric " + metric.name() + " is defined just as " + earlier,
            "keep one of the two");
      }
    }
  }

  private static String definition(FeatureDraft feature) {
    if (feature instanceof FieldDraft field) {
      return "field " + origin(field.origin()) + plain(field.field());
    }
    if (feature instanceof MetricFeatureDraft metric) {
      return "metric " + origin(metric.origin()) + metric.metric();
    }
    if (feature instanceof FirstLastDraft pick) {
      return "pick "
          + origin(pick.origin())
          + String.join(
              "\0",
              pick.method().name(),
              plain(pick.sortBy()),
              plain(pick.field()),
              String.valueOf(pick.offset()));
    }
    return "formula " + plain(((FormulaDraft) feature).sql());
  }

  private static String origin(Origin origin) {
    return Unit.lower(origin.source().text())
        + "\0"
        + origin.joinName().map(Written::text).map(Unit::lower).orElse("")
        + "\0"
        + origin.filters().stream().map(Duplicates::filter).collect(Collectors.joining("\0"))
        + "\0";
  }

  private static String filter(FilterDraft filter) {
    if (filter instanceof SqlFilterDraft sql) {
      return plain(sql.sql());
    }
    FieldFilterDraft field = (FieldFilterDraft) filter;
    return field.field()
        + " "
        + field.operator()
        + field.values().stream().map(Snippet::text).toList();
  }

  private static String plain(Snippet sql) {
    String text = sql.text().strip();
    return hasSingleSpaces(text) ? text : SPACE.matcher(text).replaceAll(" ");
  }

  private static boolean hasSingleSpaces(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && text.charAt(i + 1) == ' ') {
        return false;
      }
    }
    return true;
  }
}
