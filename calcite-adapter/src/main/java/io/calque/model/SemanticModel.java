package io.calque.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything a team wrote down.
 *
 * @param name what the project is called; the JDBC catalog
 * @param entities in the order of their files; names and aliases are unique, whatever their case
 * @param relationships in file order; at most one way from each entity to each other
 */
public record SemanticModel(String name, List<Entity> entities, List<Relationship> relationships) {
  public SemanticModel {
    entities = List.copyOf(entities);
    relationships = List.copyOf(relationships);
  }

  /** The entity of that name or alias, whatever the case. */
  public Optional<Entity> entity(String name) {
    return entities.stream().filter(entity -> entity.isCalled(name)).findFirst();
  }

  /**
   * The ways to walk a relationship: the stored direction first, then the other unless it is
   * one-way. Those of a self-relationship have the same ends.
   */
  public static List<Way> waysOf(Relationship relationship) {
    Way forward = new Way(relationship, Direction.FORWARD);
    return relationship.isReversible()
        ? List.of(forward, new Way(relationship, Direction.REVERSED))
        : List.of(forward);
  }

  /** A relationship with a direction. */
  public record Way(Relationship relationship, Direction direction) {
    /** The entity that the way starts at. */
    public String from() {
      return direction == Direction.FORWARD ? relationship.left() : relationship.right();
    }

    /** The entity that the way leads to. */
    public String to() {
      return direction == Direction.FORWARD ? relationship.right() : relationship.left();
    }

    /** The way with one of the relationship's joins. */
    public Traversal along(Join join) {
      return new Traversal(relationship, join, direction);
    }
  }
}
