package io.calque.model;

import java.util.ArrayList;
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
   * The ways to walk from one entity to the other, without regard to joins: none, one, or for a
   * self-relationship both directions, the stored one first.
   *
   * @param from an entity's name
   * @param to an entity's name
   */
  public List<Way> ways(String from, String to) {
    List<Way> ways = new ArrayList<>();
    for (Relationship relationship : relationships) {
      if (relationship.left().equalsIgnoreCase(from) && relationship.right().equalsIgnoreCase(to)) {
        ways.add(new Way(relationship, Direction.FORWARD));
      }
      if (relationship.right().equalsIgnoreCase(from) && relationship.left().equalsIgnoreCase(to)) {
        ways.add(new Way(relationship, Direction.REVERSED));
      }
    }
    return List.copyOf(ways);
  }

  /** A relationship with a direction. */
  public record Way(Relationship relationship, Direction direction) {}
}
