package io.calque.model;

/**
 * How many rows on either side of a relationship belong together: a claim of the model's author.
 */
public enum Cardinality {
  ONE_TO_ONE(true, true),
  ONE_TO_MANY(true, false),
  MANY_TO_ONE(false, true),
  MANY_TO_MANY(false, false);

  private final boolean oneOnTheLeft;
  private final boolean oneOnTheRight;

  Cardinality(boolean oneOnTheLeft, boolean oneOnTheRight) {
    this.oneOnTheLeft = oneOnTheLeft;
    this.oneOnTheRight = oneOnTheRight;
  }

  /** Whether a row reaches at most one row when the relationship is walked in this direction. */
  public boolean isToOne(Direction direction) {
    return direction == Direction.FORWARD ? oneOnTheRight : oneOnTheLeft;
  }

  /** The same claim, read from the other side. */
  public Cardinality reversed() {
    return switch (this) {
      case ONE_TO_MANY -> MANY_TO_ONE;
      case MANY_TO_ONE -> ONE_TO_MANY;
      case ONE_TO_ONE, MANY_TO_MANY -> this;
    };
  }
}
