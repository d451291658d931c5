package io.calque.model;

/** The two nodes of a hop, in stored order. */
public enum Side {
  SOURCE,
  DESTINATION
}
