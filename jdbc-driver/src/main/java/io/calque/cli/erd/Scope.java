package io.calque.cli.erd;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.model.Entity;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of a model a diagram shows.
 *
 * @param focus the entity in its middle; all entities if empty
 * @param depth how many relationships away from the focus an entity may be, from 0
 * @param features whether features and metrics are listed; keys always are
 */
public record Scope(Optional<String> focus, int depth, boolean features) {

  /**
   * The entities to be shown, in the model's order.
   *
   * @throws CalqueException if the model has no entity of the focus's name
   */
  List<Entity> entities(SemanticModel model) {
    if (focus.isEmpty()) {
      return model.entities();
    }
    Entity middle =
        model
            .entity(focus.get())
            .orElseThrow(
                () ->
                    CalqueException.of(
                        ErrorCode.UNKNOWN_ENTITY,
                        "the model has no entity called %s%s"
                            .formatted(
                                focus.get(),
                                NearestNames.hint(
                                    focus.get(),
                                    model.entities().stream().map(Entity::name).toList()))));
    Set<String> near = new HashSet<>(Set.of(key(middle.name())));
    for (int step = 0; step < depth; step++) {
      Set<String> reached = new HashSet<>();
      for (Relationship relationship : model.relationships()) {
        if (near.contains(key(relationship.left())) || near.contains(key(relationship.right()))) {
          reached.add(key(relationship.left()));
          reached.add(key(relationship.right()));
        }
      }
      near.addAll(reached);
    }
    return model.entities().stream().filter(entity -> near.contains(key(entity.name()))).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
