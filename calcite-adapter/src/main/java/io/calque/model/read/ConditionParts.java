package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.Side;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import io.calque.model.read.JoinDraft.PartsConditionDraft;
import java.util.ArrayList;
import java.util.List;

/** Puts together the condition of a hop for formats that have no SQL of their own for it. */
final class ConditionParts {
  private final Place place;
  private final List<Part> parts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  /**
   * @param place where the condition is written
   */
  ConditionParts(Place place) {
    this.place = place;
  }

  /** A condition that one name on each side is equal. */
  static PartsConditionDraft equal(String source, String destination, Place place) {
    return new ConditionParts(place)
        .ref(Side.SOURCE, source)
        .text(" = ")
        .ref(Side.DESTINATION, destination)
        .done();
  }

  ConditionParts ref(Side side, String name) {
    return add(new SideRef(side, name));
  }

  ConditionParts text(String sql) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last) instanceof Text before) {
      parts.set(last, new Text(before.sql() + sql));
      return this;
    }
    return add(new Text(sql));
  }

  /** A text as SQL writes it. */
  ConditionParts literal(String text) {
    return text("'" + text.replace("'", "''") + "'");
  }

  private ConditionParts add(Part part) {
    parts.add(part);
    places.add(place);
    return this;
  }

  PartsConditionDraft done() {
    return new PartsConditionDraft(parts, places, place);
  }
}
