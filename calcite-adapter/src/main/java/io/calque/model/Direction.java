package io.calque.model;

/** Which way a relationship is walked. */
public enum Direction {
  /** As it is stored, from the left entity to the right one. */
  FORWARD,
  /** From the right entity to the left one. */
  REVERSED;

  public Direction opposite() {
    return this == FORWARD ? REVERSED : FORWARD;
  }
}
