package io.calque.model.read;

import io.calque.model.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which definition needs which other. */
final class Dependencies {
  /**
   * A definition.
   *
   * @param subject the entity or relationship that it belongs to
   * @param label as messages name it
   */
  record Definition(Unit unit, String subject, String label, Place place, Set<Unit> needs) {
    Definition {
      needs = needs.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(needs));
    }
  }

  private final Map<Unit, Definition> definitions = new LinkedHashMap<>();

  void add(Definition definition) {
    definitions.put(definition.unit(), definition);
  }

  void addAll(Dependencies others) {
    definitions.putAll(others.definitions);
  }

  List<Definition> all() {
    return List.copyOf(definitions.values());
  }

  Definition get(Unit unit) {
    return definitions.get(unit);
  }

  /** Leaves out whatever needs, however indirectly, something that was left out. */
  void leaveOutDependents(LeftOut leftOut, Problems problems) {
    Map<Unit, List<Definition>> dependents = new HashMap<>();
    Deque<Unit> causes = new ArrayDeque<>(leftOut.units());
    if (causes.isEmpty()) {
      return;
    }
    for (Definition definition : definitions.values()) {
      for (Unit need : definition.needs()) {
        dependents.computeIfAbsent(need, n -> new ArrayList<>()).add(definition);
      }
    }
    while (!causes.isEmpty()) {
      Unit cause = causes.pop();
      for (Definition dependent : dependents.getOrDefault(cause, List.of())) {
        if (leftOut.contains(dependent.unit())) {
          continue;
        }
        leftOut.add(dependent.unit());
        causes.add(dependent.unit());
        Definition needed = definitions.get(cause);
        note(
            problems,
            dependent.place(),
            dependent.subject(),
            dependent.label(),
            needed == null ? cause.label() : needed.label());
      }
    }
  }

  /** Says that something is left out only because something else is. */
  static void note(Problems problems, Place place, String subject, String label, String cause) {
    problems.add(
        Rule.LEFT_OUT,
        place,
        subject,
        label + " cannot be used, because it needs " + cause + ", which has an error",
        "repair " + cause + " first");
  }
}
