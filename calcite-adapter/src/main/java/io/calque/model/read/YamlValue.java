package io.calque.model.read;

import io.calque.model.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of a YAML file: nothing but what was written, and where. No value is ever constructed.
 */
sealed interface YamlValue {
  Place place();

  /** What a person would call it: text, a list, a map. */
  String kind();

  /** A text, number, date or boolean: its characters as they stand in the file. */
  record Scalar(Snippet snippet, Place place) implements YamlValue {
    private static final int LONGEST_NULL = "null".length();

    String text() {
      return snippet.text();
    }

    /** Whether the file says that there is no value. */
    boolean isNull() {
      return snippet.isPlain()
          && text().length() <= LONGEST_NULL
          && switch (text().toLowerCase(Locale.ROOT)) {
            case "", "~", "null" -> true;
            default -> false;
          };
    }

    @Override
    public String kind() {
      return isNull() ? "nothing" : "text";
    }
  }

  /** Items in order. */
  record Sequence(List<YamlValue> items, Place place) implements YamlValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Entries in order; keys are unique. */
  record Mapping(List<Entry> entries, Place place) implements YamlValue {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a map";
    }

    boolean has(String key) {
      return indexOf(key) >= 0;
    }

    Optional<Entry> entry(String key) {
      int index = indexOf(key);
      return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    /** Where a key's entry is; negative if there is none. */
    int indexOf(String key) {
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).key().equals(key)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** A key and its value. */
  record Entry(String key, Place place, YamlValue value) {}
}
