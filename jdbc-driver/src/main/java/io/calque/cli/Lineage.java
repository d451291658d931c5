package io.calque.cli;

import io.calque.model.graph.Element;
import io.calque.model.graph.Element.Kind;
import io.calque.model.graph.ModelGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an element of a model is made of, down to the warehouse's columns.
 *
 * @param needs what its definition names: other features, metrics, joins, columns
 */
record Lineage(Element element, List<Lineage> needs) {

  static Lineage of(Element element, ModelGraph graph) {
    return of(element, graph, Set.of());
  }

  /** A self-relationship leads back to its entity's own features; there it ends. */
  private static Lineage of(Element element, ModelGraph graph, Set<Element> above) {
    Set<Element> path = new HashSet<>(above);
    path.add(element);
    List<Lineage> needs = new ArrayList<>();
    for (Element needed : graph.needs(element)) {
      if (needed.isMaterial() && !path.contains(needed)) {
        needs.add(of(needed, graph, path));
      }
    }
    return new Lineage(element, needs);
  }

  /** The lines of the tree as people read it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(element.name()));
    addNeeds("", lines);
    return lines;
  }

  private void addNeeds(String margin, List<String> lines) {
    for (int i = 0; i < needs.size(); i++) {
      boolean isLast = i == needs.size() - 1;
      Lineage need = needs.get(i);
      lines.add(margin + (isLast ? "└─ " : "├─ ") + need.shown());
      need.addNeeds(margin + (isLast ? "   " : "│  "), lines);
    }
  }

  private String shown() {
    boolean isPlain = element.kind() == Kind.FEATURE || element.kind() == Kind.COLUMN;
    return isPlain ? element.name() : element.kind() + " " + element.name();
  }

  /** The tree as nested objects. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", element.kind().toString());
    document.put("name", element.name());
    document.put("needs", needs.stream().map(Lineage::document).toList());
    return document;
  }
}
