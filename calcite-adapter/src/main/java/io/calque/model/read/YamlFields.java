package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the values of one YAML map by key: today's name first, then the older names. What is never
 * asked for is unknown.
 */
final class YamlFields {
  private final Mapping map;
  private final String what;
  private final String subject;
  private final Problems problems;

  /** Which of the map's entries were asked for. */
  private final boolean[] asked;

  /** The keys that were asked for, by today's names. */
  private final List<String> today = new ArrayList<>();

  /**
   * @param what what the map describes, such as {@code a join}, for messages
   * @param subject the entity or relationship that it belongs to
   */
  YamlFields(Mapping map, String what, String subject, Problems problems) {
    this.map = map;
    this.what = what;
    this.subject = subject;
    this.problems = problems;
    this.asked = new boolean[map.entries().size()];
  }

  Place place() {
    return map.place();
  }

  boolean has(String key) {
    return map.has(key);
  }

  /** The entry of a key or, with a note, of one of its older names; empty if it is null. */
  Optional<Entry> entry(String key, String... older) {
    today.add(key);
    Optional<Entry> found = ask(key);
    for (String old : older) {
      Optional<Entry> legacy = ask(old);
      if (legacy.isEmpty()) {
        continue;
      }
      if (found.isEmpty()) {
        found = legacy;
        problems.add(
            Rule.LEGACY,
            legacy.get().place(),
            subject,
            old + " is an older name of " + key,
            "write " + key + ":");
      } else if (sameText(found.get().value(), legacy.get().value())) {
        problems.add(
            Rule.LEGACY,
            legacy.get().place(),
            subject,
            old + " repeats what " + found.get().key() + " says",
            "remove " + old);
      } else {
        problems.add(
            Rule.CONFLICTING_KEYS,
            legacy.get().place(),
            subject,
            old
                + " is an older name of "
                + key
                + ", and "
                + found.get().key()
                + " says something else at "
                + found.get().place(),
            "keep " + key + " and remove " + old);
      }
    }
    return found.filter(entry -> !(entry.value() instanceof Scalar text && text.isNull()));
  }

  /** The text of a key; a problem is added if it is a list or a map. */
  Optional<Scalar> text(String key, String... older) {
    Optional<Entry> entry = entry(key, older);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().value() instanceof Scalar text) {
      return Optional.of(text);
    }
    wrongKind(entry.get(), "text");
    return Optional.empty();
  }

  /** As {@link #text}, as a word without blanks around it. */
  Optional<Written> word(String key, String... older) {
    return text(key, older).map(YamlFields::word);
  }

  /** A truth value; a problem is added if it is anything else. */
  Optional<Boolean> flag(String key) {
    Optional<Scalar> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    switch (Unit.lower(text.get().text().strip())) {
      case "true", "yes", "on" -> {
        return Optional.of(true);
      }
      case "false", "no", "off" -> {
        return Optional.of(false);
      }
      default -> {
        problems.add(
            Rule.WRONG_KIND,
            text.get().place(),
            subject,
            key + " is " + Shown.name(text.get().text()) + " and should be true or false",
            "write " + key + ": true or " + key + ": false");
        return Optional.empty();
      }
    }
  }

  static Written word(Scalar text) {
    return new Written(text.text().strip(), text.place());
  }

  /** The description; its absence is noted. */
  String description(Written name) {
    boolean present = map.has("description");
    Optional<Scalar> text = text("description");
    if (!present) {
      problems.add(
          Rule.NO_DESCRIPTION,
          name.place(),
          subject,
          name + " has no description",
          "add description: to say what it means; tools show it");
    }
    return text.map(scalar -> scalar.text().strip()).orElse("");
  }

  /** The items of a key; none if the key is missing. A single value counts as a list of one. */
  List<YamlValue> items(String key, String... older) {
    Optional<Entry> entry = entry(key, older);
    if (entry.isEmpty()) {
      return List.of();
    }
    if (entry.get().value() instanceof Sequence list) {
      return list.items();
    }
    wrongKind(entry.get(), "a list");
    return List.of();
  }

  /** The map of a key; empty if the key is missing or, with a problem, if it is no map. */
  Optional<Mapping> mapping(String key, String... older) {
    Optional<Entry> entry = entry(key, older);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().value() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    wrongKind(entry.get(), "a map");
    return Optional.empty();
  }

  /** SQL: as {@link #text}, and a map is recognised as a text that was not quoted. */
  Optional<Snippet> sql(String key) {
    Optional<Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().value() instanceof Scalar text) {
      return Optional.of(text.snippet());
    }
    if (entry.get().value() instanceof Mapping) {
      problems.add(
          Rule.WRONG_KIND,
          entry.get().value().place(),
          subject,
          "the SQL of "
              + what
              + " begins with a brace and is not quoted, so YAML takes it for a map",
          "quote it, such as " + key + ": '{source}.{id} = {destination}.{customer_id}'");
    } else {
      wrongKind(entry.get(), "text");
    }
    return Optional.empty();
  }

  /** Whether a key has a value, but of a kind that gave a problem. */
  boolean isUnreadable(String key) {
    return find(key).filter(entry -> !(entry.value() instanceof Scalar)).isPresent();
  }

  /** Whether a key is missing, null, or a list without items. */
  boolean isEmptyList(String key) {
    Optional<YamlValue> value = find(key).map(Entry::value);
    return value.isEmpty()
        || value.get() instanceof Scalar scalar && scalar.isNull()
        || value.get() instanceof Sequence list && list.items().isEmpty();
  }

  /** Keys that are understood and of no use here. */
  void ignore(String... keys) {
    for (String key : keys) {
      ask(key);
    }
  }

  /** Adds a problem for each key that nobody asked for. */
  void reportUnknown() {
    for (int i = 0; i < asked.length; i++) {
      if (!asked[i]) {
        reportUnknown(map.entries().get(i));
      }
    }
  }

  private void reportUnknown(Entry entry) {
    Set<String> keys = new LinkedHashSet<>(today);
    List<String> near = NearestNames.of(entry.key(), keys);
    problems.add(
        Rule.UNKNOWN_KEY,
        entry.place(),
        subject,
        what + " has no key " + Shown.name(entry.key()),
        near.isEmpty()
            ? "remove it; the keys are " + String.join(", ", keys)
            : "did you mean " + String.join(" or ", near) + "?");
  }

  private void wrongKind(Entry entry, String wanted) {
    problems.add(
        Rule.WRONG_KIND,
        entry.value().place(),
        subject,
        entry.key() + " of " + what + " is " + entry.value().kind() + " and should be " + wanted,
        example(entry.key(), wanted));
  }

  private static String example(String key, String wanted) {
    return switch (wanted) {
      case "a list" -> "write each item on a line of its own:\n" + key + ":\n  - …";
      case "a map" -> "write names and values:\n" + key + ":\n  name: …";
      default -> "write one text: " + key + ": …";
    };
  }

  private Optional<Entry> find(String key) {
    return map.entry(key);
  }

  private Optional<Entry> ask(String key) {
    int index = map.indexOf(key);
    if (index < 0) {
      return Optional.empty();
    }
    asked[index] = true;
    return Optional.of(map.entries().get(index));
  }

  private static boolean sameText(YamlValue one, YamlValue other) {
    return texts(one).equals(texts(other));
  }

  private static List<String> texts(YamlValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Scalar scalar) {
      texts.add(scalar.text());
    } else if (value instanceof Sequence sequence) {
      texts.add("[");
      sequence.items().forEach(item -> texts.addAll(texts(item)));
    } else if (value instanceof Mapping mapping) {
      texts.add("{");
      for (Entry entry : mapping.entries()) {
        texts.add(entry.key());
        texts.addAll(texts(entry.value()));
      }
    }
    return texts;
  }
}
