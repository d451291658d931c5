package io.calque.model.read;

import io.calque.model.Cardinality;
import java.util.List;

/**
 * A relationship as its file has it.
 *
 * @param key the two names with a hyphen between them
 * @param reversible whether it can be walked from right to left
 */
record RelationshipDraft(
    Written key,
    Cardinality cardinality,
    boolean reversible,
    String description,
    List<JoinDraft> joins) {
  RelationshipDraft {
    joins = List.copyOf(joins);
  }
}
