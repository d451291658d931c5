package io.calque.model;

/**
 * The join type that a model declares for a join. It says how the model itself joins; in a query
 * the user's own keyword decides.
 */
public enum JoinType {
  INNER,
  LEFT,
  RIGHT,
  FULL
}
