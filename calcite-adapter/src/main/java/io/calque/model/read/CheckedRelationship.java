package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Direction;
import io.calque.model.Join;
import io.calque.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A relationship whose ends exist.
 *
 * @param joins those that are sound by themselves; what they need may still be left out
 */
record CheckedRelationship(
    RelationshipDraft draft, EntityScope left, EntityScope right, List<Join> joins) {
  CheckedRelationship {
    joins = List.copyOf(joins);
  }

  /** What its joins are known by. */
  String owner() {
    return draft.key().text();
  }

  /** The cardinality of the default join, or where there is none, of the whole. */
  Cardinality cardinality() {
    return defaultJoin().map(Join::cardinality).orElse(draft.cardinality());
  }

  boolean isSelf() {
    return left == right;
  }

  /** The way from an entity; forward for a self-relationship. */
  Direction directionFrom(EntityScope entity) {
    return left == entity ? Direction.FORWARD : Direction.REVERSED;
  }

  /** The joins as they can be walked from an entity, in a direction that is allowed. */
  List<JoinChoice.Candidate> from(EntityScope entity) {
    List<JoinChoice.Candidate> candidates = new ArrayList<>();
    if (left == entity) {
      joins.forEach(join -> candidates.add(JoinChoice.Candidate.forward(join)));
    }
    if (right == entity && draft.reversible()) {
      joins.forEach(
          join ->
              candidates.add(
                  new JoinChoice.Candidate(
                      join.name(Direction.REVERSED, isSelf()), join, Direction.REVERSED)));
    }
    return candidates;
  }

  Optional<Join> defaultJoin() {
    return joins.stream().filter(Join::isDefault).findFirst();
  }

  /** The relationship with the joins that are left; empty if none is. */
  Optional<Relationship> finish(LeftOut leftOut) {
    List<Join> left =
        joins.stream().filter(join -> !leftOut.contains(Unit.join(owner(), join.name()))).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Relationship(
                this.left.name(),
                right.name(),
                draft.cardinality(),
                draft.reversible(),
                draft.description(),
                left,
                draft.key().place()));
  }
}
