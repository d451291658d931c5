package io.calque.model.read;

import io.calque.model.JoinType;
import io.calque.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * A join as its file has it.
 *
 * @param name empty for an unnamed join
 * @param marked the default mark, if the file has one
 * @param joinType what the file says, if it does
 */
record JoinDraft(
    Optional<Written> name,
    Optional<Boolean> marked,
    String description,
    Optional<JoinType> joinType,
    Body body,
    Place place) {
  /** How the ends are connected. */
  sealed interface Body {}

  record DirectDraft(ConditionDraft condition) implements Body {}

  record LookupDraft(List<StepDraft> steps) implements Body {
    public LookupDraft {
      steps = List.copyOf(steps);
    }
  }

  /** A step of a lookup. */
  record StepDraft(Written destination, ConditionDraft condition) {}

  /** What makes two rows belong together. */
  sealed interface ConditionDraft {
    Place place();
  }

  record SqlConditionDraft(Snippet sql) implements ConditionDraft {
    @Override
    public Place place() {
      return sql.place();
    }
  }

  record FieldsConditionDraft(List<PairDraft> pairs, Place place) implements ConditionDraft {
    public FieldsConditionDraft {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * A comparison of the older notation.
   *
   * @param operator in SQL
   */
  record PairDraft(Written source, String operator, Written destination) {}
}
