package io.calque.model.read;

import io.calque.model.Direction;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import java.util.Optional;

/** Where a feature's values come from, looked up. */
sealed interface CheckedOrigin {
  /** The key_source. */
  record OwnTable() implements CheckedOrigin {}

  /** A related source, through one of its joins. */
  record OtherTable(RelatedSourceDraft source, String join) implements CheckedOrigin {}

  /** A related entity, through one of the relationship's joins. */
  record OtherEntity(
      CheckedRelationship relationship, String join, Direction direction, EntityScope entity)
      implements CheckedOrigin {}

  /** The entity, if it is one. */
  default Optional<EntityScope> sourceEntity() {
    return this instanceof OtherEntity other ? Optional.of(other.entity()) : Optional.empty();
  }
}
