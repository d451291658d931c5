package io.calque.model.diff;

import io.calque.model.graph.Element;
import io.calque.model.graph.Element.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds elements that are only called otherwise: the older model has it and the newer has not, the
 * newer has just one that means the same and the older had not, and the other way round.
 */
final class RenameSearch {
  private RenameSearch() {}

  /** The new names of renamed elements, by what the older model calls them. */
  static Map<Element, String> find(
      Map<Element, Definition> before, Map<Element, Definition> after) {
    Map<String, List<Definition>> gone = only(before, after);
    Map<String, List<Definition>> come = only(after, before);
    Map<Element, String> found = new HashMap<>();
    gone.forEach(
        (meaning, old) -> {
          List<Definition> now = come.getOrDefault(meaning, List.of());
          if (old.size() == 1 && now.size() == 1) {
            found.put(old.get(0).written(), now.get(0).element().part());
          }
        });
    return found;
  }

  /** What only the first has, by owner and meaning. A relationship is called as its ends are. */
  private static Map<String, List<Definition>> only(
      Map<Element, Definition> first, Map<Element, Definition> second) {
    return first.values().stream()
        .filter(each -> !second.containsKey(each.element()))
        .filter(each -> each.element().kind() != Kind.RELATIONSHIP)
        .collect(
            Collectors.groupingBy(
                each -> TemplateKey.lower(each.element().owner()) + "\0\0" + each.meaning()));
  }
}
