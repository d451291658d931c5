package io.calque.model;

import java.util.List;
import java.util.Optional;

/**
 * A table that only the features of one entity can read.
 *
 * @param table the table; in its joins {@code {source}} is the entity, {@code {destination}} of the
 *     last hop is this table
 * @param cardinality from the entity to the table; trusted
 * @param description may be empty
 * @param joins one or more; at most one is the default
 * @param place where it is written
 */
public record RelatedSource(
    TableName table, Cardinality cardinality, String description, List<Join> joins, Place place) {
  public RelatedSource {
    joins = List.copyOf(joins);
  }

  /** That of its place: the joins are many, and queries ask often. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }

  /** The join meant when nobody names one; empty if several exist and none is marked. */
  public Optional<Join> defaultJoin() {
    return joins.stream().filter(Join::isDefault).findFirst();
  }

  /** The join of that name, whatever its case. */
  public Optional<Join> join(String name) {
    return joins.stream().filter(join -> join.name().equalsIgnoreCase(name)).findFirst();
  }
}
