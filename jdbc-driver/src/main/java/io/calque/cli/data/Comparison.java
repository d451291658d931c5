package io.calque.cli.data;

import io.calque.model.Hop;
import io.calque.model.Side;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code {source}.{a} = {destination}.{b}}, as the conditions of joins are made of.
 *
 * @param source a name on the side of the source
 * @param destination a name on the other side
 */
record Comparison(String source, String destination) {
  /** The comparisons in a hop's condition, in order. */
  static List<Comparison> in(Hop hop) {
    List<Comparison> found = new ArrayList<>();
    List<Part> parts = hop.predicate().parts();
    for (int i = 0; i + 2 < parts.size(); i++) {
      if (parts.get(i) instanceof SideRef one
          && parts.get(i + 1) instanceof Text text
          && text.sql().strip().equals("=")
          && parts.get(i + 2) instanceof SideRef other
          && one.side() != other.side()) {
        found.add(
            one.side() == Side.SOURCE
                ? new Comparison(one.name(), other.name())
                : new Comparison(other.name(), one.name()));
      }
    }
    return found;
  }

  String on(Side side) {
    return side == Side.SOURCE ? source : destination;
  }
}
