package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import java.util.ArrayList;
import java.util.List;

/**
 * A template that was read, with the place of each hole.
 *
 * @param places as many as the template has parts
 * @param tokens of the whole snippet, comments left out
 */
record Template(SqlTemplate sql, List<Place> places, List<SqlToken> tokens) {
  Template {
    places = List.copyOf(places);
    tokens = List.copyOf(tokens);
  }

  /** A hole, and where it is. */
  record Hole<T extends Part>(T part, Place place) {}

  /** All holes of a kind, in order. */
  <T extends Part> List<Hole<T>> holes(Class<T> kind) {
    List<Hole<T>> holes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (kind.isInstance(sql.parts().get(i))) {
        holes.add(new Hole<>(kind.cast(sql.parts().get(i)), places.get(i)));
      }
    }
    return holes;
  }

  /** A condition made of nothing but holes and the operators between them. */
  static Template ofParts(List<Part> parts, List<Place> places, Place place) {
    return new Template(new SqlTemplate(parts, place), places, List.of());
  }

  /** The placeholder as it is written. */
  static String written(SideRef ref) {
    return "{" + Unit.lower(ref.side().name()) + "}.{" + ref.name() + "}";
  }
}
