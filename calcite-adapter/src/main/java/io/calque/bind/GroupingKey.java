package io.calque.bind;

import io.calque.error.SqlPlace;

/** An expression that a SELECT groups by. Those that mean the same are equal within one SELECT. */
public sealed interface GroupingKey {
  /**
   * An expression of GROUP BY, or the item of the select list that it refers to.
   *
   * @param place where it stands, without parentheses around it
   */
  record Expression(SqlPlace place) implements GroupingKey {}

  /**
   * A column that a star of the select list shows.
   *
   * @param index of the star's items
   */
  record StarColumn(BoundStar star, int index) implements GroupingKey {}
}
