package io.calque.model.diff;

import io.calque.model.graph.Element;
import io.calque.model.graph.Element.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * What elements of the older model are called in the newer one.
 *
 * @param names by element, as the older model calls it
 */
record Renames(Map<Element, String> names) {
  static final Renames NONE = new Renames(Map.of());

  Renames {
    names = Map.copyOf(names);
  }

  Renames plus(Map<Element, String> more) {
    Map<Element, String> all = new HashMap<>(names);
    all.putAll(more);
    return new Renames(all);
  }

  String entity(String name) {
    return part(new Element(Kind.ENTITY, "", name));
  }

  String feature(String entity, String name) {
    return part(new Element(Kind.FEATURE, entity, name));
  }

  String metric(String entity, String name) {
    return part(new Element(Kind.METRIC, entity, name));
  }

  /** The new name of an element's own part; its present one if it has no other. */
  String part(Element element) {
    return names.getOrDefault(element, element.part());
  }
}
