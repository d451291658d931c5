package io.calque.model.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The relationships of a model, by the entities that they lead from and to. */
final class Connections {
  private record Ends(EntityScope from, EntityScope to) {}

  private final List<CheckedRelationship> all = new ArrayList<>();
  private final Map<Ends, CheckedRelationship> byEnds = new HashMap<>();
  private final Map<EntityScope, List<EntityScope>> neighbours = new HashMap<>();

  /** Adds a relationship; there is none yet that leads the same way. */
  void add(CheckedRelationship relationship) {
    all.add(relationship);
    addWay(relationship, relationship.left(), relationship.right());
    if (relationship.draft().reversible()) {
      addWay(relationship, relationship.right(), relationship.left());
    }
  }

  private void addWay(CheckedRelationship relationship, EntityScope from, EntityScope to) {
    if (byEnds.putIfAbsent(new Ends(from, to), relationship) == null) {
      neighbours.computeIfAbsent(from, e -> new ArrayList<>()).add(to);
    }
  }

  /** The relationship that leads from one entity to another. */
  Optional<CheckedRelationship> between(EntityScope from, EntityScope to) {
    return Optional.ofNullable(byEnds.get(new Ends(from, to)));
  }

  /** All relationships in the order in which they were added. */
  List<CheckedRelationship> all() {
    return List.copyOf(all);
  }

  /** The entities on the shortest way from one to another, both included; empty without a way. */
  List<EntityScope> chain(EntityScope from, EntityScope to) {
    Map<EntityScope, EntityScope> cameFrom = new HashMap<>();
    Deque<EntityScope> queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty()) {
      EntityScope entity = queue.poll();
      for (EntityScope next : neighbours.getOrDefault(entity, List.of())) {
        if (next == from || cameFrom.containsKey(next)) {
          continue;
        }
        cameFrom.put(next, entity);
        if (next == to) {
          return path(from, to, cameFrom);
        }
        queue.add(next);
      }
    }
    return List.of();
  }

  private static List<EntityScope> path(
      EntityScope from, EntityScope to, Map<EntityScope, EntityScope> cameFrom) {
    List<EntityScope> path = new ArrayList<>();
    for (EntityScope entity = to; entity != from; entity = cameFrom.get(entity)) {
      path.add(entity);
    }
    path.add(from);
    Collections.reverse(path);
    return path;
  }
}
