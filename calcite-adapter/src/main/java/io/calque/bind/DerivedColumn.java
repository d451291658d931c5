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
 */
record DerivedColumn(
    Optional<String> name,
    String label,
    Optional<OutputColumn.Origin> origin,
    Optional<Feature> feature) {

  /** A column that the user named. */
  static DerivedColumn named(String name) {
    return new DerivedColumn(Optional.of(name), name, Optional.empty(), Optional.empty());
  }

  boolean isCalled(String other) {
    return name.isPresent() && name.get().equalsIgnoreCase(other);
  }

  OutputColumn output() {
    return new OutputColumn(label, origin);
  }
}
