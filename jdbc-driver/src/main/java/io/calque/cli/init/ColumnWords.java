package io.calque.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a column's name says.
 *
 * @param base its words without the last one, where that says that the column identifies something
 * @param isIdentifier whether it says so: {@code customer_id}, {@code custkey}
 */
record ColumnWords(List<String> base, boolean isIdentifier) {
  private static final Set<String> SUFFIXES =
      Set.of(
          "id", "cd", "code", "no", "nr", "num", "number", "key", "fk", "pk", "sk", "uuid", "guid",
          "ref");

  /** Those that are written without an underscore, too. */
  private static final List<String> GLUED = List.of("uuid", "guid", "code", "key", "id");

  /** Shorter ones are words in which the suffix is none, such as {@code key} and {@code paid}. */
  private static final int SHORTEST_GLUED_BASE = 3;

  /** Words that end so and say something else. */
  private static final Set<String> NOT_GLUED =
      Set.of(
          "valid", "invalid", "prepaid", "unpaid", "hybrid", "liquid", "turkey", "monkey",
          "unicode");

  ColumnWords {
    base = List.copyOf(base);
  }

  /**
   * Reads a name.
   *
   * @param snake in lower case with underscores
   */
  static ColumnWords of(String snake) {
    List<String> words = Names.words(snake);
    String last = words.get(words.size() - 1);
    List<String> before = words.subList(0, words.size() - 1);
    if (SUFFIXES.contains(last)) {
      return new ColumnWords(before, true);
    }
    for (String suffix : GLUED) {
      int cut = last.length() - suffix.length();
      if (last.endsWith(suffix) && cut >= SHORTEST_GLUED_BASE && !NOT_GLUED.contains(last)) {
        List<String> base = new ArrayList<>(before);
        base.add(last.substring(0, cut));
        return new ColumnWords(base, true);
      }
    }
    return new ColumnWords(words, false);
  }

  /** Whether the base ends with those words. */
  boolean endsWith(List<String> words) {
    int from = base.size() - words.size();
    return from >= 0 && base.subList(from, base.size()).equals(words);
  }

  /** The base without its last words. */
  List<String> role(int lastWords) {
    return base.subList(0, base.size() - lastWords);
  }
}
