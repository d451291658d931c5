package io.calque.cli;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Metric;
import io.calque.model.SemanticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question that two models can both answer.
 *
 * @param about what it asks for, such as {@code metric customer.orders}
 */
record Probe(String about, String sql) {
  /** Each entity's rows with the features that both models have, and each metric of both. */
  static List<Probe> of(SemanticModel older, SemanticModel newer) {
    List<Probe> probes = new ArrayList<>();
    for (Entity now : newer.entities()) {
      older
          .entity(now.name())
          .filter(old -> old.name().equalsIgnoreCase(now.name()))
          .ifPresent(old -> add(old, now, probes));
    }
    return probes;
  }

  private static void add(Entity old, Entity now, List<Probe> probes) {
    String from = " FROM entities." + quoted(now.name());
    String features =
        now.queryableFeatures().stream()
            .map(Feature::name)
            .filter(name -> old.feature(name).filter(f -> f.info().queryable()).isPresent())
            .map(Probe::quoted)
            .collect(Collectors.joining(", "));
    if (!features.isEmpty()) {
      probes.add(new Probe("entity " + now.name(), "SELECT " + features + from));
    }
    for (Metric metric : now.metrics()) {
      if (old.metric(metric.name()).isPresent()) {
        probes.add(
            new Probe(
                "metric " + now.name() + "." + metric.name(),
                "SELECT METRIC('%s') AS %s%s"
                    .formatted(metric.name().replace("'", "''"), quoted(metric.name()), from)));
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
