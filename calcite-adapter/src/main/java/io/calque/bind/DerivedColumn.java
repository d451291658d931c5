package io.calque.bind;

import io.calque.model.Feature;
import java.util.Optional;

/**
 * A column of a query, a CTE or an entity, as those see it who select from it.
 *
 * @param name its name; empty for an expression without an alias, which each warehouse names in its
 *     own way
 * @param label how a result shows it
 * @param origin the feature it shows unchanged, if it does
 * @param feature the feature whose name it bears, so that references can be printed as it is; empty
 *     if the user's own text defines the name
 * @param metric the metric of each row that it shows, if it does
 */
record DerivedColumn(
    Optional<Name> name,
    String label,
    Optional<OutputColumn.Origin> origin,
    Optional<Feature> feature,
    Optional<MetricOrigin> metric) {

  /** A column that the user named. */
  static DerivedColumn named(Name name) {
    return new DerivedColumn(
        Optional.of(name), name.value(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A column that bears a name of the model. */
  static DerivedColumn named(String name) {
    return named(Name.given(name));
  }

  /** An expression that has no name. */
  static DerivedColumn nameless(String text) {
    return new DerivedColumn(
        Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same column as the metric of each row. */
  DerivedColumn withMetric(Optional<MetricOrigin> ofRow) {
    return new DerivedColumn(name, label, origin, feature, ofRow);
  }

  /** The same column as one of numbers, whatever they were. */
  DerivedColumn withoutMetric() {
    return withMetric(Optional.empty());
  }

  boolean isCalled(String other) {
    return name.isPresent() && name.get().is(other);
  }

  OutputColumn output() {
    return new OutputColumn(label, origin);
  }
}
