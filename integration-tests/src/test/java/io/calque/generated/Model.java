package io.calque.generated;

import java.util.List;
import java.util.Optional;

/** A generated model and the tables under it. */
record Model(List<Table> tables, List<Entity> entities, List<Relationship> relationships) {
  /** Where tables live; the part of their names in front of the dot. */
  static final String SCHEMA = "main.";

  Table table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no table " + name));
  }

  Optional<Entity> findEntity(String name) {
    return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
  }

  Entity entity(String name) {
    return findEntity(name).orElseThrow(() -> new IllegalStateException("no entity " + name));
  }

  /** The one relationship of two entities, or of an entity and a table related to it. */
  Relationship relationship(String entity, String other) {
    return entity(entity).relatedSources().stream()
        .filter(related -> related.right().equals(other))
        .findFirst()
        .or(() -> relationships.stream().filter(r -> r.connects(entity, other)).findFirst())
        .orElseThrow(
            () -> new IllegalStateException("no relationship of " + entity + " and " + other));
  }
}
