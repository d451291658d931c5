package io.calque.model.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects what a definition says; what it leaves unsaid is left out. */
final class Aspects {
  private final List<Aspect> all = new ArrayList<>();

  /** Text of which only the white space does not count. */
  Aspects text(String name, String text) {
    String shown = text.strip().replaceAll("\\s+", " ");
    return add(name, shown, shown);
  }

  Aspects text(String name, Optional<?> value) {
    return text(name, value.map(Aspects::word).orElse(""));
  }

  /** A constant of an enum, or a yes or no, in a word. */
  Aspects word(String name, Object value) {
    return text(name, word(value));
  }

  /** What is usual goes without saying. */
  Aspects unless(Object usual, String name, Object value) {
    return value.equals(usual) ? this : word(name, value);
  }

  private static String word(Object value) {
    if (value instanceof Boolean is) {
      return is ? "yes" : "no";
    }
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  /** Names whose order and case do not count. */
  Aspects names(String name, Collection<String> shown, Collection<String> keys) {
    List<String> sorted = keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).sorted().toList();
    return add(name, String.join(", ", shown), String.join("\0", sorted));
  }

  Aspects add(String name, String shown, String key) {
    if (!shown.isEmpty()) {
      all.add(new Aspect(name, shown, key));
    }
    return this;
  }

  List<Aspect> all() {
    return List.copyOf(all);
  }
}
