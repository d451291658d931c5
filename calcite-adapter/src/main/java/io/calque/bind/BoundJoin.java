package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Traversal;

/**
 * A join between two entities that the model defines and the query asks for.
 *
 * @param from the entity on the left
 * @param to the entity on the right
 * @param traversal the relationship's join, walked from left to right
 * @param keyword what the SQL says
 * @param left the whole left operand in the text
 * @param right the whole right operand in the text
 * @param request how the query asks for it
 */
public record BoundJoin(
    EntityUse from,
    EntityUse to,
    Traversal traversal,
    Keyword keyword,
    SqlPlace left,
    SqlPlace right,
    Request request) {

  /** Which rows of either side stay, as the SQL says. */
  public enum Keyword {
    INNER,
    LEFT,
    RIGHT,
    FULL
  }

  /** How a query asks for a join of the model. */
  public sealed interface Request {
    /** Neither ON nor USING: the default join. */
    record Default() implements Request {}

    /**
     * {@code USING ('name')}.
     *
     * @param clause the whole clause
     */
    record Using(SqlPlace clause) implements Request {}

    /**
     * The join's name as a condition in ON.
     *
     * @param name where the name stands
     * @param condition the whole condition after ON
     */
    record On(SqlPlace name, SqlPlace condition) implements Request {}
  }
}
