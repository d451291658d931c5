package io.calque.cli;

import io.calque.cli.SqlPieces.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SQL laid out for reading: parentheses that do not fit into their line are opened, and get a line
 * for each clause.
 *
 * <p>Only blanks are added, where blanks were or beside a parenthesis, never inside a literal, a
 * quoted name or a comment; so the text means what it meant. The lines that it has stay lines.
 */
final class SqlLayout {
  private static final int WIDTH = 100;
  private static final int INDENT = 2;

  private static final Set<String> CLAUSES =
      Set.of(
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "QUALIFY",
          "ORDER",
          "LIMIT",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "LEFT",
          "RIGHT",
          "FULL",
          "INNER",
          "CROSS",
          "JOIN");

  /** Words after which JOIN begins no clause of its own. */
  private static final Set<String> JOIN_WORDS =
      Set.of("LEFT", "RIGHT", "FULL", "INNER", "CROSS", "OUTER");

  private final StringBuilder out = new StringBuilder();

  private SqlLayout() {}

  /** The text, in lines that end in {@code \n}, the last one without it. */
  static String of(String sql) {
    List<Piece> pieces = SqlPieces.of(sql);
    boolean isOneLongLine =
        pieces.stream().noneMatch(Piece::hasLines)
            && pieces.stream().mapToInt(Piece::width).sum() > WIDTH;
    SqlLayout layout = new SqlLayout();
    layout.write(pieces, isOneLongLine);
    return layout.out.toString();
  }

  private void write(List<Piece> pieces, boolean inClauses) {
    int indent = indent();
    String before = "";
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (inClauses && !before.isEmpty() && isClause(piece, before)) {
        newLine(indent);
      } else if (before.equals(",") && column() + piece.width() > WIDTH) {
        newLine(indent + 2 * INDENT);
      } else if (piece.blankBefore()) {
        out.append(' ');
      }
      if (piece.isGroup()) {
        writeGroup(piece, widthToClause(pieces.subList(i + 1, pieces.size())));
      } else {
        out.append(piece.text());
      }
      before = piece.text();
    }
  }

  /** How much stands in the line after a piece, if it is broken at every clause. */
  private static int widthToClause(List<Piece> following) {
    int width = 0;
    String before = "";
    for (Piece piece : following) {
      if (piece.isLineEnd() || isClause(piece, before)) {
        return width;
      }
      width += piece.width();
      before = piece.text();
    }
    return width;
  }

  private void writeGroup(Piece group, int widthBehind) {
    boolean isLong = !group.hasLines() && column() + group.width() + widthBehind > WIDTH;
    if (isLong && group.inside().stream().anyMatch(piece -> isClause(piece, ""))) {
      int indent = indent();
      out.append('(');
      newLine(indent + INDENT);
      write(group.inside(), true);
      newLine(indent);
    } else {
      out.append('(');
      write(group.inside(), false);
    }
    out.append(')');
  }

  private static boolean isClause(Piece piece, String before) {
    return CLAUSES.contains(piece.text().toUpperCase(Locale.ROOT))
        && !JOIN_WORDS.contains(before.toUpperCase(Locale.ROOT));
  }

  private void newLine(int indent) {
    out.append('\n').append(" ".repeat(indent));
  }

  private int column() {
    return out.length() - (out.lastIndexOf("\n") + 1);
  }

  /** By how much the present line is indented. */
  private int indent() {
    int start = out.lastIndexOf("\n") + 1;
    int end = start;
    while (end < out.length() && out.charAt(end) == ' ') {
      end++;
    }
    return end - start;
  }
}
