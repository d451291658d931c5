package io.calque.model.diff;

import java.util.ArrayList;
import java.util.List;

/** SQL without its layout: what is left if blanks and comments do not count. */
final class PlainSql {
  private PlainSql() {}

  /** The pieces of a text of any dialect: words, numbers, quoted things, signs. */
  static List<String> pieces(String sql) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      int end = end(sql, at);
      boolean isBlank = Character.isWhitespace(sql.charAt(at));
      if (!isBlank && !sql.startsWith("--", at) && !sql.startsWith("/*", at)) {
        pieces.add(sql.substring(at, end));
      }
      at = end;
    }
    return pieces;
  }

  private static int end(String sql, int start) {
    char c = sql.charAt(start);
    if (sql.startsWith("--", start)) {
      return found(sql.indexOf('\n', start), 1, sql);
    }
    if (sql.startsWith("/*", start)) {
      return found(sql.indexOf("*/", start + 2), 2, sql);
    }
    if (c == '\'' || c == '"' || c == '`') {
      return found(sql.indexOf(c, start + 1), 1, sql);
    }
    int end = start + 1;
    while (isWord(c) && end < sql.length() && isWord(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int found(int index, int length, String sql) {
    return index < 0 ? sql.length() : index + length;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
