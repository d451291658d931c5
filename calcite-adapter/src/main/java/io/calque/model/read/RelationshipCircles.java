package io.calque.model.read;

import io.calque.model.Join;
import io.calque.model.Node;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds relationships that lead from one entity back to itself by way of others: A to B to C to A.
 *
 * <p>Such a model is sound, and a query that could go either way is refused with both to choose
 * from; so this is told to those who look at a model, and not on each connection. A lookup whose
 * steps follow other relationships closes no circle: it says which way it goes. Nor does a
 * relationship of an entity with itself.
 *
 * <p>There may be exponentially many circles. Told is one for each relationship that closes any,
 * the shortest, among those before it in the file; without these relationships there is none.
 */
public final class RelationshipCircles {
  /** Relationships that are named one by one; nobody reads more. */
  private static final int MOST = 20;

  private final SemanticModel model;
  private final Map<String, Map<String, Relationship>> links = new HashMap<>();

  private RelationshipCircles(SemanticModel model) {
    this.model = model;
  }

  /** A warning for each relationship that closes a circle, in file order. */
  public static List<Problem> in(SemanticModel model) {
    return new RelationshipCircles(model).find();
  }

  private List<Problem> find() {
    Set<Set<String>> related = new HashSet<>();
    for (Relationship relationship : model.relationships()) {
      related.add(ends(lower(relationship.left()), lower(relationship.right())));
    }
    List<Problem> found = new ArrayList<>();
    for (Relationship relationship : model.relationships()) {
      String left = lower(relationship.left());
      String right = lower(relationship.right());
      boolean leadsOn = relationship.joins().stream().anyMatch(join -> !isShortcut(join, related));
      if (relationship.isSelf() || !leadsOn || linksOf(left).containsKey(right)) {
        continue;
      }
      List<String> way = way(right, left);
      if (!way.isEmpty()) {
        found.add(problem(relationship, way));
      }
      linksOf(left).put(right, relationship);
      linksOf(right).put(left, relationship);
    }
    return found.size() <= MOST ? found : shortened(found);
  }

  private static Set<String> ends(String one, String other) {
    return new HashSet<>(List.of(one, other));
  }

  private Map<String, Relationship> linksOf(String entity) {
    return links.computeIfAbsent(entity, key -> new LinkedHashMap<>());
  }

  /** Whether a lookup stops at nothing but entities, each related to the one before. */
  private boolean isShortcut(Join join, Set<Set<String>> related) {
    List<Optional<String>> stops = join.path().nodes().stream().map(this::entity).toList();
    if (join.path().isDirect() || stops.stream().anyMatch(Optional::isEmpty)) {
      return false;
    }
    for (int i = 1; i < stops.size(); i++) {
      if (!related.contains(ends(stops.get(i - 1).get(), stops.get(i).get()))) {
        return false;
      }
    }
    return true;
  }

  /** The entity that a stop is, or whose table it is. */
  private Optional<String> entity(Node node) {
    if (node instanceof Node.EntityNode entity) {
      return Optional.of(lower(entity.entity()));
    }
    return model.entities().stream()
        .filter(
            entity ->
                entity.source() instanceof TableName own
                    && ((Node.TableNode) node).source() instanceof TableName table
                    && own.matches(table))
        .map(entity -> lower(entity.name()))
        .findFirst();
  }

  /** The shortest way from one entity to another, both included; empty if there is none. */
  private List<String> way(String from, String to) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty() && !cameFrom.containsKey(to)) {
      String entity = queue.poll();
      for (String next : linksOf(entity).keySet()) {
        if (!next.equals(from) && cameFrom.putIfAbsent(next, entity) == null) {
          queue.add(next);
        }
      }
    }
    List<String> way = new ArrayList<>();
    for (String entity = to; entity != null && cameFrom.containsKey(to); ) {
      way.add(entity);
      entity = entity.equals(from) ? null : cameFrom.get(entity);
    }
    Collections.reverse(way);
    return way;
  }

  /**
   * The problem of a relationship that closes a circle.
   *
   * @param way from its right end back to its left one
   */
  private Problem problem(Relationship closing, List<String> way) {
    List<String> names = way.stream().map(this::shown).toList();
    List<String> others = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      others.add(linksOf(way.get(i - 1)).get(way.get(i)).name());
    }
    Collections.reverse(others);
    return new Problem(
        Rule.CIRCLE.severity(),
        Rule.CIRCLE,
        closing.place(),
        closing.name(),
        "relationships go round in a circle: %s -> %s"
            .formatted(closing.left(), String.join(" -> ", names)),
        ("%s leads from %s to %s, and so do %s, perhaps to other rows: a query over all of them is"
                + " refused until it names a join for each; if %s only shortens the others, make"
                + " it a lookup over %s, else consider which way is needed")
            .formatted(
                closing.name(),
                closing.left(),
                closing.right(),
                Shown.list(others),
                closing.name(),
                Shown.list(between(names))));
  }

  /** The entities between the ends, from the left end to the right one. */
  private static List<String> between(List<String> way) {
    List<String> between = new ArrayList<>(way.subList(1, way.size() - 1));
    Collections.reverse(between);
    return between;
  }

  private static List<Problem> shortened(List<Problem> found) {
    List<Problem> shown = new ArrayList<>(found.subList(0, MOST));
    List<Problem> rest = found.subList(MOST, found.size());
    Problem first = rest.get(0);
    shown.add(
        new Problem(
            first.severity(),
            first.rule(),
            first.place(),
            first.subject(),
            rest.size() + " more relationships close circles",
            rest.stream().map(Problem::subject).collect(Collectors.joining(", "))));
    return shown;
  }

  private String shown(String entity) {
    return model.entity(entity).orElseThrow().name();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
