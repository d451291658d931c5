package io.calque.generated;

import java.util.List;

/**
 * A relationship of two entities, or of an entity and a table that only it uses.
 *
 * @param left the entity that is the source of its joins
 * @param right an entity, or the table of a related source
 */
record Relationship(String left, String right, Cardinality cardinality, List<Join> joins) {
  /** What is declared, from left to right. */
  enum Cardinality {
    ONE_TO_ONE,
    ONE_TO_MANY,
    MANY_TO_ONE,
    MANY_TO_MANY;

    /** Whether each row on the left (or on the right) has at most one partner. */
    boolean isToOne(boolean fromLeft) {
      return this == ONE_TO_ONE || this == (fromLeft ? MANY_TO_ONE : ONE_TO_MANY);
    }
  }

  /**
   * A join of a relationship.
   *
   * @param joinType what is declared, of which nothing may depend: features keep all rows of their
   *     entity, and queries write their own keyword
   * @param lookup whether it is written as a lookup, which one of a single hop may be too
   */
  record Join(String name, boolean isDefault, String joinType, boolean lookup, List<Hop> hops) {}

  /**
   * A step of a join.
   *
   * @param destination a table or an entity
   * @param condition over {@code source}, which the step before reached, and {@code destination}
   */
  record Hop(String destination, Expr condition) {}

  boolean isSelf() {
    return left.equals(right);
  }

  boolean connects(String one, String other) {
    return left.equals(one) && right.equals(other) || left.equals(other) && right.equals(one);
  }

  /** The join of a name, or the default one for null. */
  Join join(String name) {
    return joins.stream()
        .filter(join -> name == null ? join.isDefault() || joins.size() == 1 : is(join, name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no join " + name + " in " + this));
  }

  private static boolean is(Join join, String name) {
    return join.name().equals(name) || (join.name() + "__reversed").equals(name);
  }

  /** Whether the join is walked from left to right. */
  boolean forwards(String near, String name) {
    return isSelf() ? name == null || !name.endsWith("__reversed") : left.equals(near);
  }
}
