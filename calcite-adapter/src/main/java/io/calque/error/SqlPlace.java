package io.calque.error;

/**
 * A stretch of a statement as the user typed it.
 *
 * @param sql the whole statement
 * @param start offset of the first character, from 0
 * @param end offset after the last character; {@code start <= end <= sql.length()}
 */
public record SqlPlace(String sql, int start, int end) {
  /** Characters of a line that an excerpt shows, and how many of them before the stretch. */
  private static final int WIDTH = 120;

  private static final int BEFORE = 60;

  public SqlPlace {
    if (start < 0 || end < start || end > sql.length()) {
      throw new IllegalArgumentException("no such stretch: " + start + " to " + end);
    }
  }

  /** Line of the first character, from 1. */
  public int line() {
    return (int) sql.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
  }

  /** Column of the first character, from 1, in UTF-16 units. */
  public int column() {
    return start - lineStart() + 1;
  }

  /** The text of the stretch. */
  public String text() {
    return sql.substring(start, end);
  }

  /**
   * The line with a marker under the stretch, headed by line and column. Of a long line only what
   * is near the stretch is shown.
   */
  public String excerpt() {
    return excerpt(1);
  }

  /**
   * The same for a statement of a file.
   *
   * @param firstLine the line of the file that the text begins on, from 1
   */
  public String excerpt(int firstLine) {
    int lineStart = lineStart();
    int lineEnd = sql.indexOf('\n', start);
    if (lineEnd < 0) {
      lineEnd = sql.length();
    }
    int from = start - lineStart > BEFORE ? start - BEFORE : lineStart;
    int to = Math.min(lineEnd, from + WIDTH);
    String cutBefore = from > lineStart ? "…" : "";
    String cutAfter = to < lineEnd ? "…" : "";
    String shown = sql.substring(from, to).replace('\t', ' ').stripTrailing();
    int width = Math.max(1, Math.min(end, to) - start);
    return "at line %d, column %d:\n  %s%s%s\n  %s%s"
        .formatted(
            firstLine + line() - 1,
            column(),
            cutBefore,
            shown,
            cutAfter,
            " ".repeat(cutBefore.length() + start - from),
            "^".repeat(width));
  }

  private int lineStart() {
    return sql.lastIndexOf('\n', start - 1) + 1;
  }
}
