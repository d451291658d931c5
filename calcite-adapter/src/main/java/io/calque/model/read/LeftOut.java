package io.calque.model.read;

import java.util.HashSet;
import java.util.Set;

/** What has been left out of the model so far, each with a problem that says why. */
final class LeftOut {
  private final Set<Unit> units = new HashSet<>();
  private final Set<String> ownersOfJoins = new HashSet<>();
  private boolean allRelationships;

  void add(Unit unit) {
    units.add(unit);
    if (unit.kind() == Unit.Kind.JOIN) {
      ownersOfJoins.add(unit.owner());
    }
  }

  void addAll(LeftOut other) {
    units.addAll(other.units);
    ownersOfJoins.addAll(other.ownersOfJoins);
    allRelationships |= other.allRelationships;
  }

  /** No relationship could be read, so that none can be said to be missing. */
  void addAllRelationships() {
    allRelationships = true;
  }

  boolean contains(Unit unit) {
    return units.contains(unit)
        || allRelationships && unit.kind() == Unit.Kind.RELATIONSHIP
        || unit.kind() != Unit.Kind.ENTITY && units.contains(Unit.entity(unit.owner()));
  }

  /** Whether a relationship, or related source, has lost a join, named or not. */
  boolean containsJoinOf(String owner) {
    return ownersOfJoins.contains(Unit.lower(owner));
  }

  Set<Unit> units() {
    return Set.copyOf(units);
  }
}
