package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.MetricSelect.Conjunct;
import io.calque.model.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An entity that a SELECT groups by what joins it, before it is joined: so it repeats no other
 * entity's rows. Its metrics are then aggregates over the groups' partial ones.
 *
 * @param use the mention of the entity
 * @param keys the features that the conditions of joins name; what it is grouped by
 * @param conditions the conditions of WHERE that are about this entity alone, which move with it
 * @param near which groups can meet any row; empty if all may
 */
record Fold(EntityUse use, Set<Feature> keys, List<Conjunct> conditions, Optional<NearRows> near) {
  /**
   * Rows that the query has filtered, and no others can be met.
   *
   * @param equality the equality of the join with the folded entity
   * @param joins what leads from those rows to others that are filtered
   * @param conditions the conditions of WHERE, about one entity each
   */
  record NearRows(Equality equality, List<Reached> joins, List<Conjunct> conditions) {}

  /**
   * An entity that is reached from others by equalities.
   *
   * @param equalities one or more
   */
  record Reached(EntityUse use, List<Equality> equalities) {}

  /** Whether there is nothing to group, as its keys are among what it is grouped by. */
  boolean isOfSingleRows() {
    List<String> unique =
        use.entity().keys().stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
    return !unique.isEmpty() && keyNames().containsAll(unique);
  }

  /** The same of some rows. */
  Fold near(NearRows rows) {
    return new Fold(use, keys, conditions, Optional.of(rows));
  }

  /** The names of what it is grouped by, in lower case. */
  List<String> keyNames() {
    return keys.stream().map(key -> key.name().toLowerCase(Locale.ROOT)).toList();
  }
}
