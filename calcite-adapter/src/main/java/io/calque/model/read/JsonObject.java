package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes the values of a JSON object by key, where a key may be spelled in several ways. */
record JsonObject(Mapping map) {
  Place place() {
    return map.place();
  }

  /** The value of the first of the keys that has one. */
  Optional<Entry> entry(String... keys) {
    for (String key : keys) {
      for (Entry entry : map.entries()) {
        boolean isNull = entry.value() instanceof Scalar text && text.isNull();
        if (entry.key().equals(key) && !isNull) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  boolean has(String... keys) {
    return entry(keys).isPresent();
  }

  /** The text or number of the first of the keys that has one, without blanks around it. */
  Optional<Written> text(String... keys) {
    return entry(keys)
        .map(Entry::value)
        .filter(Scalar.class::isInstance)
        .map(value -> YamlFields.word((Scalar) value))
        .filter(word -> !word.text().isEmpty());
  }

  /** The same with its places, for SQL. */
  Optional<Snippet> snippet(String... keys) {
    return entry(keys)
        .map(Entry::value)
        .filter(Scalar.class::isInstance)
        .map(value -> ((Scalar) value).snippet());
  }

  /** The text of the first of the keys that has one; empty text otherwise. */
  String description(String... keys) {
    return text(keys).map(Written::text).orElse("");
  }

  boolean isTrue(String... keys) {
    return text(keys)
        .filter(word -> word.text().toLowerCase(Locale.ROOT).equals("true"))
        .isPresent();
  }

  Optional<JsonObject> object(String... keys) {
    return entry(keys)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(value -> new JsonObject((Mapping) value));
  }

  /** The texts of a list, or the one text that stands in its place. */
  List<Written> texts(String... keys) {
    List<Written> texts = new ArrayList<>();
    entry(keys)
        .map(Entry::value)
        .ifPresent(
            value -> {
              List<YamlValue> items =
                  value instanceof Sequence list ? list.items() : List.of(value);
              items.stream()
                  .filter(Scalar.class::isInstance)
                  .forEach(item -> texts.add(YamlFields.word((Scalar) item)));
            });
    return texts;
  }
}
