package io.calque.cli;

import java.util.List;

/** Text as a terminal shows it. */
final class DisplayText {
  private static final int CONTROL_PICTURES = 0x2400;

  private DisplayText() {}

  /**
   * The lines of a text, at least one. Control characters, which could move the cursor or worse,
   * become pictures of themselves.
   */
  static List<String> lines(String text) {
    return text.isEmpty() ? List.of("") : text.lines().map(DisplayText::harmless).toList();
  }

  private static String harmless(String line) {
    if (line.chars().noneMatch(Character::isISOControl)) {
      return line;
    }
    StringBuilder shown = new StringBuilder();
    line.chars()
        .forEach(
            c -> {
              if (c < ' ') {
                shown.append((char) (CONTROL_PICTURES + c));
              } else if (Character.isISOControl(c)) {
                shown.append('\uFFFD');
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }

  /** How many cells a line takes: two for each ideograph, none for an accent of its own. */
  static int width(String line) {
    return line.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(c)
            || c >= 0x1100 && c <= 0x115F
            || c >= 0x3000 && c <= 0x30FF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xFF01 && c <= 0xFF60
            || c >= 0x1F300 && c <= 0x1FAFF;
    return wide ? 2 : 1;
  }
}
