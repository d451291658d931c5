package io.calque.rewrite;

import io.calque.model.Feature;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a query's WHERE picks a few rows of an entity. It only says which form of a join is cheap:
 * rows are left out by WHERE itself.
 *
 * @param fixed names of features, in lower case, that have to equal a given value
 * @param listed the same for one of several given values
 */
record Restriction(Set<String> fixed, Set<String> listed) {
  /** All rows may be wanted. */
  static final Restriction NONE = new Restriction(Set.of(), Set.of());

  Restriction {
    fixed = Set.copyOf(fixed);
    listed = Set.copyOf(listed);
  }

  Restriction withFixed(Feature feature) {
    return new Restriction(with(fixed, feature), listed);
  }

  Restriction withListed(Feature feature) {
    return new Restriction(fixed, with(listed, feature));
  }

  private static Set<String> with(Set<String> names, Feature feature) {
    Set<String> more = new HashSet<>(names);
    more.add(lower(feature.name()));
    return more;
  }

  /**
   * Whether few rows are wanted, and it is not by the very values that a join goes by: those reach
   * the other side of the join through its equality.
   *
   * @param joinedBy the names of the features that the join goes by
   */
  boolean leavesFewOtherThanBy(Collection<String> joinedBy) {
    return !(fixed.isEmpty() && listed.isEmpty())
        && joinedBy.stream().map(Restriction::lower).noneMatch(fixed::contains);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
