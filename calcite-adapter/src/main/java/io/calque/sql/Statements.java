package io.calque.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text of several statements at its semicolons, those in quotes and comments left alone. */
public final class Statements {
  /**
   * A statement.
   *
   * @param line where it begins in the whole text, from 1
   * @param text without the semicolon, and without blanks and comments before it
   */
  public record Statement(int line, String text) {}

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

  private static void add(String sql, int start, int end, List<Statement> into) {
    if (start >= 0) {
      int line = 1 + (int) sql.substring(0, start).chars().filter(c -> c == '\n').count();
      into.add(new Statement(line, sql.substring(start, end).stripTrailing()));
    }
  }
}
