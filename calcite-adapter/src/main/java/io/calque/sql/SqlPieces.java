package io.calque.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL of any dialect cut into pieces: words, literals, quoted names, comments, signs, and
 * parentheses with the pieces between them. Nothing is lost but white space.
 */
final class SqlPieces {
  /**
   * A piece.
   *
   * @param blankBefore whether white space stood before it and is wanted: not before a comma, nor
   *     after an opening parenthesis
   * @param text as it stands; that of parentheses is {@code (}
   * @param inside what is between the parentheses; null for all other pieces
   */
  record Piece(boolean blankBefore, String text, List<Piece> inside) {
    boolean isGroup() {
      return inside != null;
    }

    boolean isWord(String word) {
      return text.equalsIgnoreCase(word);
    }

    /** Whether it is a comment that ends with its line. */
    boolean endsLine() {
      return text.startsWith("--");
    }

    /** Whether such a comment is in it. */
    boolean hasLineEnd() {
      return endsLine() || isGroup() && inside.stream().anyMatch(Piece::hasLineEnd);
    }

    /** How many characters it takes in one line, with the blank before it. */
    int width() {
      int width = (blankBefore ? 1 : 0) + text.length();
      return isGroup() ? width + 1 + inside.stream().mapToInt(Piece::width).sum() : width;
    }
  }

  private final String sql;
  private int at;

  private SqlPieces(String sql) {
    this.sql = sql;
  }

  static List<Piece> of(String sql) {
    SqlPieces pieces = new SqlPieces(sql.strip());
    List<Piece> all = pieces.untilClosed();
    while (pieces.at < pieces.sql.length()) {
      all.add(new Piece(false, ")", null));
      pieces.at++;
      all.addAll(pieces.untilClosed());
    }
    return all;
  }

  /** The pieces up to a closing parenthesis that was not opened here, or to the end. */
  private List<Piece> untilClosed() {
    List<Piece> pieces = new ArrayList<>();
    while (true) {
      int from = at;
      skipBlanks();
      boolean blankBefore = at > from && !pieces.isEmpty() && !sql.startsWith(",", at);
      if (at == sql.length() || sql.charAt(at) == ')') {
        return pieces;
      }
      if (sql.charAt(at) == '(') {
        at++;
        List<Piece> inside = untilClosed();
        boolean isClosed = at < sql.length();
        at = Math.min(at + 1, sql.length());
        if (isClosed) {
          pieces.add(new Piece(blankBefore, "(", inside));
        } else {
          pieces.add(new Piece(blankBefore, "(", null));
          pieces.addAll(inside);
        }
      } else {
        int start = at;
        at = end(start);
        pieces.add(new Piece(blankBefore, sql.substring(start, at), null));
      }
    }
  }

  private void skipBlanks() {
    while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
      at++;
    }
  }

  /** The end of the piece, which is no parentheses, that starts there. */
  static int pieceEnd(String sql, int start) {
    return new SqlPieces(sql).end(start);
  }

  /** The end of the piece that starts there. */
  private int end(int start) {
    char c = sql.charAt(start);
    if (c == '\'' || c == '"' || c == '`') {
      return quotedEnd(start, c, false);
    }
    if (sql.startsWith("--", start)) {
      return found(sql.indexOf('\n', start), 0);
    }
    if (sql.startsWith("/*", start)) {
      return found(sql.indexOf("*/", start + 2), 2);
    }
    if (c == '$') {
      int tagEnd = sql.indexOf('$', start + 1);
      String tag = tagEnd < 0 ? "" : sql.substring(start, tagEnd + 1);
      boolean isTag = !tag.isEmpty() && isWord(tag.substring(1, tag.length() - 1));
      return isTag ? found(sql.indexOf(tag, tagEnd + 1), tag.length()) : start + 1;
    }
    if (!isWordPart(c)) {
      return start + 1;
    }
    int end = start;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    boolean escapes = end - start == 1 && (c == 'E' || c == 'e');
    return escapes && end < sql.length() && sql.charAt(end) == '\''
        ? quotedEnd(end, '\'', true)
        : end;
  }

  private int quotedEnd(int start, char quote, boolean backslashEscapes) {
    int end = start + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (backslashEscapes && c == '\\') {
        end += 2;
      } else if (c != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        return end + 1;
      }
    }
    return sql.length();
  }

  private int found(int index, int length) {
    return index < 0 ? sql.length() : index + length;
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> isWordPart((char) c));
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
