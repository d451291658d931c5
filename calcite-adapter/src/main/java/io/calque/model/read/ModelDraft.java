package io.calque.model.read;

import java.util.List;

/**
 * What a reader found in a model's files: complete as to form, with places, and nothing looked up
 * yet. A name in it may mean nothing, and SQL in it may be broken. {@link ModelValidator} makes a
 * semantic model of it.
 *
 * @param entities in the order of their files
 * @param relationships in file order
 */
record ModelDraft(List<EntityDraft> entities, List<RelationshipDraft> relationships) {
  ModelDraft {
    entities = List.copyOf(entities);
    relationships = List.copyOf(relationships);
  }
}
