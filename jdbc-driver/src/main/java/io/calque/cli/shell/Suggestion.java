package io.calque.cli.shell;

/**
 * What could stand at the cursor.
 *
 * @param text what is put in place of the word that was begun
 * @param shown how a list shows it
 * @param group what it is, as a heading
 * @param description may be empty
 * @param isWhole whether the next thing is another word
 */
public record Suggestion(
    String text, String shown, Group group, String description, boolean isWhole) {
  /** Headings of lists. */
  public enum Group {
    ENTITIES,
    SCHEMAS,
    TABLES,
    ALIASES,
    FEATURES,
    METRICS,
    JOINS,
    KEYWORDS,
    COMMANDS,
    ARGUMENTS
  }

  /** One that says all about itself. */
  static Suggestion word(String text, Group group) {
    return new Suggestion(text, text, group, "", true);
  }

  static Suggestion of(String text, Group group, String description) {
    return new Suggestion(text, text, group, description, true);
  }

  /** One after which the word goes on at once. */
  static Suggestion open(String text, Group group, String description) {
    return new Suggestion(text, text, group, description, false);
  }
}
