package io.calque.model.read;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What has been left out of the model so far, each with a problem that says why. */
final class LeftOut {
  private final Set<Unit> units = new HashSet<>();
  private final Set<String> ownersOfJoins = new HashSet<>();
  private final Optional<LeftOut> earlier;
  private boolean allRelationships;

  LeftOut() {
    this.earlier = Optional.empty();
  }

  /**
   * @param earlier what has been left out before, and stays as it is
   */
  LeftOut(LeftOut earlier) {
    this.earlier = Optional.of(earlier);
  }

  void add(Unit unit) {
    units.add(unit);
    if (unit.kind() == Unit.Kind.JOIN) {
      ownersOfJoins.add(unit.owner());
    }
  }

  /** Adds what was left out there, without what had been before. */
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
    return !units.isEmpty() && units.contains(unit)
        || allRelationships && unit.kind() == Unit.Kind.RELATIONSHIP
        || !units.isEmpty()
            && unit.kind() != Unit.Kind.ENTITY
            && units.contains(Unit.entity(unit.owner()))
        || earlier.isPresent() && earlier.get().contains(unit);
  }

  /** Whether a relationship, or related source, has lost a join, named or not. */
  boolean containsJoinOf(String owner) {
    return ownersOfJoins.contains(Unit.lower(owner))
        || earlier.isPresent() && earlier.get().containsJoinOf(owner);
  }

  /** The units, without what had been left out before. */
  Set<Unit> units() {
    return Set.copyOf(units);
  }
}
