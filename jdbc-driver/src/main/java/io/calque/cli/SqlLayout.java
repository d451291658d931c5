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
    layout.write(pieces, isOneLongLine, true);
    return layout.out.toString();
  }

  private void write(List<Piece> pieces, boolean inClauses, boolean mayBreakLists) {
    int indent = indent();
    String before = "";
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (inClauses && !before.isEmpty() && isClause(piece, before)) {
        newLine(indent);
      } else if (mayBreakLists && before.equals(",") && column() + width(pieces, i, true) > WIDTH) {
        newLine(indent + 2 * INDENT);
      } else if (piece.blankBefore()) {
        out.append(' ');
      }
      if (piece.isGroup()) {
        writeGroup(piece, width(pieces, i + 1, false));
      } else {
        out.append(piece.text());
      }
      before = piece.text();
    }
  }

  private static boolean isQueryOrJoin(Piece group) {
    return group.inside().stream().anyMatch(piece -> piece.isWord("FROM") || piece.isWord("JOIN"));
  }

  /** How much stands from a piece to the next clause or line end, or, if wanted, to the comma. */
  private static int width(List<Piece> pieces, int first, boolean toComma) {
    int width = 0;
    for (int i = first; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String before = i == first ? "" : pieces.get(i - 1).text();
      if (piece.isLineEnd() || isClause(piece, before) || toComma && before.equals(",")) {
        return width;
      }
      width += piece.width();
    }
    return width;
  }

  private void writeGroup(Piece group, int widthBehind) {
    boolean isLong = !group.hasLines() && column() + group.width() + widthBehind > WIDTH;
    if (isLong && isQueryOrJoin(group)) {
      int indent = indent();
      out.append('(');
      newLine(indent + INDENT);
      write(group.inside(), true, true);
      newLine(indent);
    } else {
      out.append('(');
      write(group.inside(), false, group.width() > WIDTH - indent());
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
