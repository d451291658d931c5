package io.calque.model.read;

import java.util.Optional;

/** Checks the names that a model gives to things. */
final class Names {
  private Names() {}

  /**
   * The name, if it can be used; otherwise, with a problem, nothing.
   *
   * @param style the rule that asks for lower case with underscores
   */
  static Optional<Written> check(Written name, Rule style, String subject, Problems problems) {
    if (!isUsable(name, subject, problems)) {
      return Optional.empty();
    }
    String text = name.text();
    if (!Words.isInStyle(text)) {
      problems.add(
          style,
          name.place(),
          subject,
          "the name " + text + " is not in lower case with underscores",
          "call it " + suggestion(text));
    }
    return Optional.of(name);
  }

  /** Whether the name can be used, in whatever style; if not, a problem has been added. */
  static boolean isUsable(Written name, String subject, Problems problems) {
    String text = name.text();
    if (text.isEmpty()) {
      problems.add(Rule.EMPTY_VALUE, name.place(), subject, "a name is empty", "write a name");
      return false;
    }
    int odd = Shown.firstOddCharacter(text);
    if (odd >= 0) {
      problems.add(
          Rule.INVISIBLE_CHARACTERS,
          name.place(),
          subject,
          String.format(
              "the name %s has the character U+%04X at its %d. place",
              Shown.name(text), text.codePointAt(odd), odd + 1),
          "write it with letters a to z, digits and underscores; such characters come from"
              + " pasting");
      return false;
    }
    return true;
  }

  private static String suggestion(String name) {
    String parted = name.strip().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    String lower = Unit.lower(parted).replaceAll("[^a-z0-9]+", "_");
    return Character.isDigit(lower.charAt(0)) ? "n" + lower : lower;
  }
}
