package io.calque.cli.init;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names in lower case with underscores, and in the singular. */
final class Names {
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "þ", "th");

  /** Plurals that follow no rule, or would follow a wrong one. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("feet", "foot"),
          Map.entry("mice", "mouse"),
          Map.entry("indices", "index"),
          Map.entry("matrices", "matrix"),
          Map.entry("vertices", "vertex"),
          Map.entry("statuses", "status"),
          Map.entry("aliases", "alias"),
          Map.entry("buses", "bus"),
          Map.entry("bonuses", "bonus"),
          Map.entry("campuses", "campus"),
          Map.entry("viruses", "virus"),
          Map.entry("gases", "gas"),
          Map.entry("lenses", "lens"),
          Map.entry("analyses", "analysis"),
          Map.entry("diagnoses", "diagnosis"),
          Map.entry("criteria", "criterion"),
          Map.entry("quizzes", "quiz"),
          Map.entry("shelves", "shelf"),
          Map.entry("leaves", "leaf"),
          Map.entry("halves", "half"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"),
          Map.entry("calories", "calorie"),
          Map.entry("caches", "cache"),
          Map.entry("shoes", "shoe"),
          Map.entry("axes", "axis"));

  /** Words that end as plurals do and are none, or are both. */
  private static final Set<String> UNCHANGED =
      Set.of(
          "series", "species", "news", "means", "lens", "gas", "atlas", "alias", "canvas", "bias");

  private Names() {}

  /**
   * In lower case with underscores, in letters that need no quotes; empty if nothing is left of it.
   */
  static String snake(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    plain =
        plain
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
            .toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    plain = plain.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return !plain.isEmpty() && Character.isDigit(plain.charAt(0)) ? "n" + plain : plain;
  }

  /** The words of a name in that form. */
  static List<String> words(String snake) {
    return List.of(snake.split("_"));
  }

  /** The name with its last word in the singular, where that is safe. */
  static String singular(String snake) {
    int last = snake.lastIndexOf('_') + 1;
    return snake.substring(0, last) + singularWord(snake.substring(last));
  }

  private static String singularWord(String word) {
    if (IRREGULAR.containsKey(word)) {
      return IRREGULAR.get(word);
    }
    boolean isNoPlural =
        word.length() < 4
            || !word.endsWith("s")
            || word.matches(".*(ss|us|is|ics)")
            || UNCHANGED.contains(word);
    if (isNoPlural) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.matches(".*(ss|sh|ch|x|z|o)es")
        ? word.substring(0, word.length() - 2)
        : word.substring(0, word.length() - 1);
  }
}
