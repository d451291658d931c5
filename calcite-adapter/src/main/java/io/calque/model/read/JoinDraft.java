package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.JoinType;
import io.calque.model.Place;
import io.calque.model.SourceQuery;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A join as its file has it.
 *
 * @param name empty for an unnamed join
 * @param reverseName what it is called from right to left, if that has a name of its own
 * @param marked the default mark, if the file has one
 * @param joinType what the file says, if it does
 * @param cardinality the join's own, if it has another than its relationship
 */
record JoinDraft(
    Optional<Written> name,
    Optional<Written> reverseName,
    Optional<Boolean> marked,
    String description,
    Optional<JoinType> joinType,
    Optional<Cardinality> cardinality,
    Body body,
    Place place) {
  /** This one with or without the default mark. */
  JoinDraft marked(boolean isDefault) {
    return new JoinDraft(
        name, reverseName, Optional.of(isDefault), description, joinType, cardinality, body, place);
  }

  /** How the ends are connected. */
  sealed interface Body {}

  record DirectDraft(ConditionDraft condition) implements Body {}

  record LookupDraft(List<StepDraft> steps) implements Body {
    public LookupDraft {
      steps = List.copyOf(steps);
    }
  }

  /** A step of a lookup. */
  record StepDraft(StopDraft stop, ConditionDraft condition) {}

  /** Where a step arrives. */
  sealed interface StopDraft {}

  /** An entity or a table. */
  record NamedStopDraft(Written name) implements StopDraft {}

  /** A table, even if an entity is called alike. */
  record TableStopDraft(TableName table) implements StopDraft {}

  /** A query in place of a table. */
  record QueryStopDraft(SourceQuery query) implements StopDraft {}

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
   * A condition that a reader has put together itself.
   *
   * @param places as many as parts
   */
  record PartsConditionDraft(List<Part> parts, List<Place> places, Place place)
      implements ConditionDraft {
    public PartsConditionDraft {
      parts = List.copyOf(parts);
      places = List.copyOf(places);
    }
  }

  /**
   * A comparison of the older notation.
   *
   * @param operator in SQL
   */
  record PairDraft(Written source, String operator, Written destination) {}
}
