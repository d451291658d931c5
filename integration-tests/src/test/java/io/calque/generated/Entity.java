package io.calque.generated;

import java.util.List;

/** An entity of a generated model. */
record Entity(
    String name,
    String table,
    List<String> keys,
    List<Feature> features,
    List<Metric> metrics,
    List<Relationship> relatedSources) {
  /** A metric: an aggregate expression over features of the entity. */
  record Metric(String name, Type type, Expr sql) {}

  Feature feature(String name) {
    return features.stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no feature " + this.name + "." + name));
  }

  Metric metric(String name) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no metric " + this.name + "." + name));
  }
}
