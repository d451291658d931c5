package io.calque.model.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The relationships of a model, by pair of entities. */
final class Connections {
  /** Two entities, in either order. */
  private record Pair(EntityScope one, EntityScope other) {
    static Pair of(EntityScope a, EntityScope b) {
      return a.name().compareTo(b.name()) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private final Map<Pair, CheckedRelationship> byPair = new LinkedHashMap<>();
  private final Map<EntityScope, List<EntityScope>> neighbours = new HashMap<>();

  /** Adds a relationship, unless there is one for the pair; gives that one then. */
  Optional<CheckedRelationship> add(CheckedRelationship relationship) {
    EntityScope left = relationship.left();
    EntityScope right = relationship.right();
    CheckedRelationship earlier = byPair.putIfAbsent(Pair.of(left, right), relationship);
    if (earlier == null) {
      neighbours.computeIfAbsent(left, e -> new ArrayList<>()).add(right);
      neighbours.computeIfAbsent(right, e -> new ArrayList<>()).add(left);
    }
    return Optional.ofNullable(earlier);
  }

  Optional<CheckedRelationship> between(EntityScope a, EntityScope b) {
    return Optional.ofNullable(byPair.get(Pair.of(a, b)));
  }

  /** All relationships in the order in which they were added. */
  List<CheckedRelationship> all() {
    return List.copyOf(byPair.values());
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
