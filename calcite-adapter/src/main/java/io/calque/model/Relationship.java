package io.calque.model;

import java.util.List;
import java.util.Optional;

/**
 * How two entities relate: declared once, and usable both ways unless it is one-way.
 *
 * @param left the entity that {@code {source}} of the first hop means
 * @param right the entity that {@code {destination}} of the last hop means
 * @param cardinality from left to right; a join may have another
 * @param isReversible whether it can be walked from right to left
 * @param description may be empty
 * @param joins one or more, in file order; at most one is the default
 * @param place where it is written
 */
public record Relationship(
    String left,
    String right,
    Cardinality cardinality,
    boolean isReversible,
    String description,
    List<Join> joins,
    Place place) {
  public Relationship {
    joins = List.copyOf(joins);
  }

  /** That of its place: the joins are many, and queries ask often. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }

  /** The key in the file, such as {@code customer-order}. */
  public String name() {
    return left + "-" + right;
  }

  /** Whether both ends are the same entity. */
  public boolean isSelf() {
    return left.equalsIgnoreCase(right);
  }

  /** The join meant when nobody names one; empty if several exist and none is marked. */
  public Optional<Join> defaultJoin() {
    return joins.stream().filter(Join::isDefault).findFirst();
  }

  /** The join of that name, whatever its case. */
  public Optional<Join> join(String name) {
    return joins.stream().filter(join -> join.name().equalsIgnoreCase(name)).findFirst();
  }
}
