package io.calque.model.graph;

import io.calque.model.Place;
import io.calque.model.SemanticModel;
import io.calque.model.graph.Element.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each element of a model needs. Immutable once made; made in one walk over the model.
 *
 * <p>An element needs what its definition names. A feature needs its entity, and an entity its
 * table and the features of its key; so whatever is of an entity is lost with any of these.
 */
public final class ModelGraph {
  private final Map<Element, Set<Element>> needs = new LinkedHashMap<>();
  private final Map<Element, Set<Element>> neededBy = new LinkedHashMap<>();
  private final Map<Element, Place> places = new LinkedHashMap<>();

  private ModelGraph() {}

  public static ModelGraph of(SemanticModel model) {
    ModelGraph graph = new ModelGraph();
    new GraphWalk(model, graph).walk();
    return graph;
  }

  /** Adds an element of the model. */
  void add(Element element, Place place) {
    needs.computeIfAbsent(element, k -> new LinkedHashSet<>());
    places.put(element, place);
  }

  /** Notes that one element needs another. */
  void need(Element element, Element needed) {
    needs.computeIfAbsent(element, k -> new LinkedHashSet<>()).add(needed);
    needs.computeIfAbsent(needed, k -> new LinkedHashSet<>());
    neededBy.computeIfAbsent(needed, k -> new LinkedHashSet<>()).add(element);
  }

  /** All elements, those of the warehouse too, in the model's order. */
  public Set<Element> elements() {
    return Set.copyOf(needs.keySet());
  }

  /** Where it is written; empty for what the warehouse has. */
  public Optional<Place> place(Element element) {
    return Optional.ofNullable(places.get(element));
  }

  /** What its definition names, in the order in which it does. */
  public List<Element> needs(Element element) {
    return List.copyOf(needs.getOrDefault(element, Set.of()));
  }

  /**
   * The columns that a feature's values are made of, through any depth; those that only joins
   * compare are not among them.
   */
  public Set<Element> columnsOf(String entity, String feature) {
    Set<Element> seen = new LinkedHashSet<>();
    addValues(new Element(Kind.FEATURE, entity, feature), seen);
    Set<Element> columns = new LinkedHashSet<>(seen);
    columns.removeIf(element -> element.kind() != Kind.COLUMN);
    return columns;
  }

  private void addValues(Element element, Set<Element> seen) {
    if (element.isMaterial() && element.kind() != Kind.JOIN && seen.add(element)) {
      needs(element).forEach(needed -> addValues(needed, seen));
    }
  }

  /**
   * Everything that would be lost without an element.
   *
   * @return for each lost element what it needs of those that are lost, nearest first; the element
   *     itself is not among them
   */
  public Map<Element, Element> lostWithout(Element element) {
    Map<Element, Element> lost = new LinkedHashMap<>();
    Deque<Element> open = new ArrayDeque<>(List.of(element));
    while (!open.isEmpty()) {
      Element next = open.removeFirst();
      for (Element dependent : neededBy.getOrDefault(next, Set.of())) {
        if (!dependent.equals(element) && lost.putIfAbsent(dependent, next) == null) {
          open.addLast(dependent);
        }
      }
    }
    return lost;
  }

  /** The elements called by a name as people write it, of any kind. */
  public List<Element> called(String name) {
    return needs.keySet().stream().filter(element -> element.isCalled(name)).toList();
  }
}
