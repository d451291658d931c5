package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.bind.Exposure;
import io.calque.error.SqlPlace;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes subqueries show, besides what the user selects, what a metric outside aggregates: the
 * features, the keys that tell the entity's rows apart, and their mark.
 */
final class ExposureRule {
  private final Names names;
  private final SourceEdits edits;

  ExposureRule(Names names, SourceEdits edits) {
    this.names = names;
    this.edits = edits;
  }

  void apply(List<Exposure> exposures) {
    Map<Integer, Map<String, String>> shownAt = new HashMap<>();
    for (Exposure exposure : exposures) {
      Map<String, String> shown =
          shownAt.computeIfAbsent(exposure.list().end(), k -> new LinkedHashMap<>());
      columns(exposure)
          .forEach(
              (name, sql) -> {
                if (shown.putIfAbsent(name, sql) == null) {
                  show(exposure.list(), ", " + sql + " AS " + name);
                }
              });
    }
  }

  private void show(SqlPlace list, String column) {
    if (list.start() == list.end()) {
      edits.insertBefore(list.start(), column + " ");
    } else {
      edits.insertAfter(list.end(), column);
    }
  }

  /** The SQL of each column to be shown, by its name. */
  private Map<String, String> columns(Exposure exposure) {
    EntityUse use = exposure.use();
    List<String> wanted = new ArrayList<>(use.entity().keys());
    addFeatures(exposure.metric(), use.entity(), wanted);
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : wanted) {
      Feature feature = use.entity().feature(name).orElseThrow();
      columns.put(
          names.exposedName(exposure.prefix(), feature),
          exposure
              .source()
              .map(source -> names.exposed(source, feature))
              .orElseGet(() -> names.alias(use) + "." + names.feature(feature)));
    }
    columns.put(
        names.exposedMarkName(exposure.prefix()),
        exposure
            .source()
            .map(names::exposedMark)
            .orElseGet(() -> names.alias(use) + "." + Names.PRESENT));
    return columns;
  }

  private static void addFeatures(Metric metric, Entity entity, List<String> into) {
    into.addAll(metric.sql().featureRefs());
    metric
        .sql()
        .metricRefs()
        .forEach(name -> addFeatures(entity.metric(name).orElseThrow(), entity, into));
  }
}
