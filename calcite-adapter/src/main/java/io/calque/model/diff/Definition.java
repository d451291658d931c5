package io.calque.model.diff;

import io.calque.model.Place;
import io.calque.model.graph.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model says of one of its elements.
 *
 * @param element as the newer model calls it
 * @param written as its own model calls it
 * @param place where it is written
 * @param aspects what is said, in the order in which people read it
 * @param names by which queries can ask for it, of a relationship the ways it can be walked, in
 *     lower case; empty if they cannot
 * @param parts names of what is part of it, in lower case
 */
record Definition(
    Element element,
    Element written,
    Place place,
    List<Aspect> aspects,
    Set<String> names,
    Set<String> parts) {
  /** What is said at a place, in the order in which people read it. */
  record Said(Place place, List<Aspect> aspects) {}

  Definition {
    aspects = List.copyOf(aspects);
    names = Set.copyOf(names);
    parts = Set.copyOf(parts);
  }

  Optional<Aspect> aspect(String name) {
    return aspects.stream().filter(aspect -> aspect.name().equals(name)).findFirst();
  }

  /** Equal for two that are the same but for their names and descriptions. */
  String meaning() {
    String said =
        aspects.stream()
            .filter(Aspect::isMeaning)
            .map(aspect -> aspect.name() + "\0" + aspect.key())
            .collect(Collectors.joining("\0\0"));
    String made = parts.stream().sorted().collect(Collectors.joining("\0"));
    return element.kind() + "\0\0" + said + "\0\0" + made;
  }
}
