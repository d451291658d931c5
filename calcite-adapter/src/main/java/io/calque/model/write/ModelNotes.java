package io.calque.model.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is to stand as comments beside the parts of a model. A part is called as a person writes it:
 * {@code customer}, {@code customer.name}, {@code customer-order}, {@code customer-order.placing};
 * case does not count.
 *
 * @param origin where the model comes from, as it follows the name of what a file is about
 * @param parts by part, a comment or several
 * @param ofRelationships what concerns all of them
 */
public record ModelNotes(
    String origin, Map<String, List<String>> parts, List<String> ofRelationships) {
  public ModelNotes {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    parts.forEach((part, notes) -> lower.put(part.toLowerCase(Locale.ROOT), List.copyOf(notes)));
    parts = lower;
    ofRelationships = List.copyOf(ofRelationships);
  }

  /** No notes but where the model comes from. */
  static ModelNotes onlyOrigin(String origin) {
    return new ModelNotes(origin, Map.of(), List.of());
  }

  List<String> of(String part) {
    return parts.getOrDefault(part.toLowerCase(Locale.ROOT), List.of());
  }

  List<String> of(String owner, String part) {
    return of(owner + "." + part);
  }
}
