package io.calque.model.write;

import java.util.List;

/** Writes texts as YAML, in the simplest form that reads as they are. */
final class YamlText {
  private static final List<String> NOT_PLAIN = List.of("null", "true", "false", "yes", "no");

  private YamlText() {}

  /** The text on one line. */
  static String of(String text) {
    boolean plain =
        text.matches("[A-Za-z_][A-Za-z0-9_.]*") && !NOT_PLAIN.contains(text.toLowerCase());
    return plain ? text : quoted(text);
  }

  /** The text on one line, in quotes. */
  static String quoted(String text) {
    return text.codePoints().allMatch(YamlText::isPrintable)
        ? "'" + text.replace("'", "''") + "'"
        : escaped(text);
  }

  /**
   * The text as the value of a key: on the same line, or if it has several lines, below it.
   *
   * @param indent of the key, in blanks
   */
  static String value(String text, int indent) {
    boolean block =
        text.contains("\n")
            && !Character.isWhitespace(text.charAt(0))
            && !Character.isWhitespace(text.charAt(text.length() - 1))
            && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
    if (!block) {
      return of(text);
    }
    StringBuilder lines = new StringBuilder("|-");
    for (String line : text.split("\n", -1)) {
      lines.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent + 2) + line);
    }
    return lines.toString();
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c < 127
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                default -> {
                  if (isPrintable(c)) {
                    escaped.appendCodePoint(c);
                  } else {
                    escaped.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
                  }
                }
              }
            });
    return escaped.append('"').toString();
  }
}
