package io.calque.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything a team wrote down.
 *
 * @param name what the project is called; the JDBC catalog
 * @param entities in the order of their files; names and aliases are unique, whatever their case
 * @param relationships in file order; at most one for each pair of entities
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
   * The ways to walk a relationship: both directions, the stored one first. Those of a
   * self-relationship have the same ends.
   */
  public static List<Way> waysOf(Relationship relationship) {
    return List.of(
        new Way(relationship, Direction.FORWARD), new Way(relationship, Direction.REVERSED));
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
