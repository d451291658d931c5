package io.calque.model;

/**
 * A relationship's join, walked in one direction.
 *
 * @param relationship what is walked
 * @param join which of its joins
 * @param direction which way
 */
public record Traversal(Relationship relationship, Join join, Direction direction) {
  /** The entity that the walk starts at. */
  public String from() {
    return direction == Direction.FORWARD ? relationship.left() : relationship.right();
  }

  /** The entity that the walk arrives at. */
  public String to() {
    return direction == Direction.FORWARD ? relationship.right() : relationship.left();
  }

  /** Whether, by declaration, a row reaches at most one row. */
  public boolean isToOne() {
    return join.cardinality().isToOne(direction);
  }

  /** What the join is called in this direction. */
  public String joinName() {
    return join.name(direction, relationship.isSelf());
  }
}
