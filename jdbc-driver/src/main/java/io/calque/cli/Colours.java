package io.calque.cli;

/**
 * Colours, where somebody sees them and has not asked for none.
 *
 * @param areOn whether there are any
 */
record Colours(boolean areOn) {
  private static final String RED = "\u001B[31m";
  private static final String PLAIN = "\u001B[0m";

  static Colours of(Terminal terminal) {
    return new Colours(terminal.isInteractive() && System.getenv("NO_COLOR") == null);
  }

  /** Makes what went wrong stand out, and the marker under its place. */
  String error(String message) {
    if (!areOn) {
      return message;
    }
    StringBuilder shown = new StringBuilder();
    boolean isFirst = true;
    for (String line : message.split("\n", -1)) {
      boolean isMarker = !line.isBlank() && line.strip().chars().allMatch(c -> c == '^');
      shown.append(isFirst ? "" : "\n").append(isFirst || isMarker ? RED + line + PLAIN : line);
      isFirst = false;
    }
    return shown.toString();
  }
}
