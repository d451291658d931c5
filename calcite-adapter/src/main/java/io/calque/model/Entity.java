package io.calque.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A virtual table: one row for each row of its source.
 *
 * @param name unique in the model, whatever its case
 * @param description may be empty
 * @param source the table or query that gives it its rows
 * @param keys names of the features that together identify a row; all exist
 * @param features in file order; names are unique, whatever their case
 * @param metrics in file order; names are unique, whatever their case
 * @param relatedSources tables that only its own features read
 * @param aliases other names for it, unique over all entities
 * @param place where it is written
 */
public record Entity(
    String name,
    String description,
    Source source,
    List<String> keys,
    List<Feature> features,
    List<Metric> metrics,
    List<RelatedSource> relatedSources,
    List<String> aliases,
    Place place) {
  public Entity {
    keys = List.copyOf(keys);
    features = List.copyOf(features);
    metrics = List.copyOf(metrics);
    relatedSources = List.copyOf(relatedSources);
    aliases = List.copyOf(aliases);
  }

  /** The feature of that name, whatever its case; private ones too. */
  public Optional<Feature> feature(String name) {
    for (Feature feature : features) {
      if (feature.name().equalsIgnoreCase(name)) {
        return Optional.of(feature);
      }
    }
    return Optional.empty();
  }

  /** The features that queries see, in file order. */
  public List<Feature> queryableFeatures() {
    return features.stream().filter(feature -> feature.info().queryable()).toList();
  }

  /** The metric of that name, whatever its case. */
  public Optional<Metric> metric(String name) {
    return metrics.stream().filter(m -> m.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether that is its name or one of its aliases, whatever the case. */
  public boolean isCalled(String name) {
    return Stream.concat(Stream.of(this.name), aliases.stream()).anyMatch(name::equalsIgnoreCase);
  }
}
