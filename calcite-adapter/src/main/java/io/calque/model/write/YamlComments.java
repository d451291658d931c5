package io.calque.model.write;

import java.util.List;

/** Writes comments, on as many lines as they need. */
final class YamlComments {
  private static final int WIDTH = 110;

  private YamlComments() {}

  /** The texts as lines that begin with {@code #}, each text on lines of its own. */
  static String of(List<String> texts, int indent) {
    String start = " ".repeat(indent) + "#";
    StringBuilder lines = new StringBuilder();
    for (String text : texts) {
      StringBuilder line = new StringBuilder(start);
      for (String word : plain(text).strip().split(" +")) {
        if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
          lines.append(line).append('\n');
          line = new StringBuilder(start);
        }
        line.append(' ').append(word);
      }
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  /** On one line, without what does not print everywhere. */
  static String plain(String text) {
    return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ");
  }
}
