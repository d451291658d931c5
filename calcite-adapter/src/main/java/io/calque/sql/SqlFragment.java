package io.calque.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of SQL of any dialect, finished or still being typed: a word, a quoted name, a string,
 * a comment, or one sign. White space lies between them.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset after its last
 * @param isClosed whether it ends there, whatever follows; a string, quoted name or comment that
 *     reaches the end of the text may not
 */
public record SqlFragment(Kind kind, int start, int end, boolean isClosed) {
  /** What a fragment is. */
  public enum Kind {
    /** A keyword, an unquoted name or the digits of a number. */
    WORD,
    QUOTED_NAME,
    STRING,
    COMMENT,
    /** One character of anything else. */
    SIGN
  }

  /** The fragments in order. */
  public static List<SqlFragment> of(String sql) {
    List<SqlFragment> fragments = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else {
        int end = SqlPieces.pieceEnd(sql, at);
        fragments.add(new SqlFragment(kind(sql, at, end), at, end, isClosed(sql, at, end)));
        at = end;
      }
    }
    return fragments;
  }

  private static Kind kind(String sql, int start, int end) {
    return switch (sql.charAt(start)) {
      case '\'' -> Kind.STRING;
      case '"', '`' -> Kind.QUOTED_NAME;
      case '$' -> end - start > 1 ? Kind.STRING : Kind.SIGN;
      default -> {
        if (end - start > 1 && (sql.startsWith("--", start) || sql.startsWith("/*", start))) {
          yield Kind.COMMENT;
        }
        if (!SqlPieces.isWordPart(sql.charAt(start))) {
          yield Kind.SIGN;
        }
        yield sql.substring(start, end).indexOf('\'') < 0 ? Kind.WORD : Kind.STRING;
      }
    };
  }

  /** One that is not closed would go on over a blank. */
  private static boolean isClosed(String sql, int start, int end) {
    return end < sql.length()
        || SqlPieces.pieceEnd(sql.substring(start) + " ", 0) == sql.length() - start;
  }

  /** Its characters in the text that it is of. */
  public String in(String sql) {
    return sql.substring(start, end);
  }

  /** Whether it is that sign. */
  public boolean isSign(String sql, char sign) {
    return kind == Kind.SIGN && sql.charAt(start) == sign;
  }

  /** Whether it is that word, whatever its case. */
  public boolean isWord(String sql, String word) {
    return kind == Kind.WORD && in(sql).equalsIgnoreCase(word);
  }
}
