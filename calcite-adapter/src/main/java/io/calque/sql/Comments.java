package io.calque.sql;

import io.calque.error.SqlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comments of a statement. They nest here, as they do in SQL:2016; where the warehouse's do
 * not, what Calque takes for a comment would be SQL to it.
 */
final class Comments {
  private Comments() {}

  /**
   * The beginning of the first comment inside a comment.
   *
   * @param source text that has been parsed
   */
  static Optional<SqlPlace> firstNested(SqlSource source) {
    Tokens tokens = Tokens.of(source);
    int from = 0;
    for (SqlToken token : tokens.list()) {
      boolean isLast = token == tokens.get(tokens.size());
      int to = isLast ? source.text().length() : tokens.place(token).start();
      int nested = firstNested(source.text(), from, to);
      if (nested >= 0) {
        return Optional.of(new SqlPlace(source.text(), nested, nested + 2));
      }
      from = isLast ? to : tokens.place(token).end();
    }
    return Optional.empty();
  }

  /** In a stretch that holds nothing but white space and comments; -1 if there is none. */
  private static int firstNested(String text, int from, int to) {
    boolean inside = false;
    for (int i = from; i + 1 < to; i++) {
      if (text.startsWith("/*", i)) {
        if (inside) {
          return i;
        }
        inside = true;
        i++;
      } else if (inside && text.startsWith("*/", i)) {
        inside = false;
        i++;
      } else if (!inside && text.startsWith("--", i)) {
        i = endOfLine(text, i, to);
      }
    }
    return -1;
  }

  /** The comments, not nested, of a stretch that holds nothing but white space and comments. */
  static List<SqlPlace> all(String text, int from, int to) {
    List<SqlPlace> comments = new ArrayList<>();
    int at = from;
    while (at + 1 < to) {
      int end = at + 1;
      if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        end = close < 0 ? to : close + 2;
        comments.add(new SqlPlace(text, at, end));
      } else if (text.startsWith("--", at)) {
        end = endOfLine(text, at, to);
        comments.add(new SqlPlace(text, at, end));
      }
      at = end;
    }
    return comments;
  }

  private static int endOfLine(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
