package io.calque.cli;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.model.graph.Element;
import io.calque.model.graph.ModelGraph;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the element of a model that a person names. */
final class ElementOption {
  private ElementOption() {}

  /**
   * The element called so, where need be with its kind before it: {@code metric:customer.orders}.
   *
   * @throws CalqueException if there is none, or more than one; then it lists them, ready to paste
   */
  static Element named(String text, ModelGraph graph) {
    int colon = text.indexOf(':');
    String name = text.substring(colon + 1);
    List<Element> found =
        graph.called(name).stream()
            .filter(
                element ->
                    colon < 0
                        || element.kind().toString().equalsIgnoreCase(text.substring(0, colon)))
            .toList();
    if (found.isEmpty()) {
      throw CalqueException.of(
          ErrorCode.UNKNOWN_FEATURE,
          "the model has nothing called %s%s"
              .formatted(
                  text,
                  NearestNames.hint(name, graph.elements().stream().map(Element::name).toList())));
    }
    if (found.size() > 1) {
      throw CalqueException.of(
          ErrorCode.AMBIGUOUS_NAME,
          "%s may be %s"
              .formatted(
                  text,
                  found.stream()
                      .map(element -> element.kind() + ":" + element.name())
                      .sorted()
                      .collect(Collectors.joining(" or "))));
    }
    return found.get(0);
  }
}
