package io.calque.model.read;

import java.util.List;

/** How names are shown in messages, and what is odd about their characters. */
final class Shown {
  private Shown() {}

  /** The name, with characters that do not show, or that look like others, as codes. */
  static String name(String name) {
    if (name.isEmpty()) {
      return "\"\"";
    }
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c < 127 || Character.isLetterOrDigit(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format("<U+%04X>", c));
              }
            });
    return shown.toString();
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** The first character that is not ASCII, or does not show; -1 if there is none. */
  static int firstOddCharacter(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || name.charAt(i) > 126) {
        return i;
      }
    }
    return -1;
  }

  /** Whether it is a typographic quote, or takes no room. */
  static boolean isPasteAccident(int c) {
    return c >= '\u2018' && c <= '\u201F'
        || c >= '\u200B' && c <= '\u200F'
        || c == '\u2060'
        || c == '\uFEFF'
        || c == '\u00AD';
  }
}
