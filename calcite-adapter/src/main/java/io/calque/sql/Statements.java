package io.calque.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text of several statements at its semicolons, those in quotes and comments left alone. */
public final class Statements {
  /**
   * A statement.
   *
   * @param start offset of its first character in the whole text
   * @param line where it begins in the whole text, from 1
   * @param text without the semicolon, and without blanks and comments before it
   */
  public record Statement(int start, int line, String text) {}

  private Statements() {}

  /** The statements in order; empty ones are left out. */
  public static List<Statement> of(String sql) {
    List<Statement> statements = new ArrayList<>();
    int start = -1;
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      boolean isComment = sql.startsWith("--", at) || sql.startsWith("/*", at);
      if (c == ';') {
        add(sql, start, at, statements);
        start = -1;
      } else if (start < 0 && !isComment && !Character.isWhitespace(c)) {
        start = at;
      }
      at = Character.isWhitespace(c) ? at + 1 : SqlPieces.pieceEnd(sql, at);
    }
    add(sql, start, sql.length(), statements);
    return statements;
  }

  /**
   * What is left after the last semicolon; empty if that is nothing but white space and whole
   * comments.
   */
  public static String unfinished(String sql) {
    int from = 0;
    boolean isEmpty = true;
    for (SqlFragment fragment : SqlFragment.of(sql)) {
      if (fragment.isSign(sql, ';')) {
        from = fragment.end();
        isEmpty = true;
      } else if (fragment.kind() != SqlFragment.Kind.COMMENT
          || !fragment.isClosed() && sql.startsWith("/*", fragment.start())) {
        isEmpty = false;
      }
    }
    return isEmpty ? "" : sql.substring(from);
  }

  private static void add(String sql, int start, int end, List<Statement> into) {
    if (start >= 0) {
      int line = 1 + (int) sql.substring(0, start).chars().filter(c -> c == '\n').count();
      into.add(new Statement(start, line, sql.substring(start, end).stripTrailing()));
    }
  }
}
