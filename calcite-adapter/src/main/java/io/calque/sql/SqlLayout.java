package io.calque.sql;

import io.calque.sql.SqlPieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * SQL laid out for reading: what does not fit into a line gets one for each clause, for each item
 * of a list, for each condition between AND and OR, for each branch of a CASE.
 *
 * <p>Only white space changes, between pieces of the text, never inside a literal, a quoted name or
 * a comment; so the text means what it meant, in whatever dialect.
 */
public final class SqlLayout {
  private static final int WIDTH = 100;
  private static final int INDENT = 2;
  private static final Set<String> LISTS = Set.of("SELECT", "GROUP", "ORDER", "VALUES", "WINDOW");
  private static final Set<String> OPENING = Set.of("CASE", "[", "{");
  private static final Set<String> CLOSING = Set.of("END", "]", "}");
  private static final Set<String> CONDITIONS = Set.of("WHERE", "HAVING", "QUALIFY");

  private final StringBuilder out = new StringBuilder();

  private SqlLayout() {}

  /** The text, in lines that end in {@code \n}, the last one without it. */
  public static String of(String sql) {
    SqlLayout layout = new SqlLayout();
    List<Piece> pieces = SqlPieces.of(sql);
    layout.write(pieces, 0);
    boolean endsLine = !pieces.isEmpty() && pieces.get(pieces.size() - 1).endsLine();
    return endsLine ? layout.out.toString().stripTrailing() : layout.out.toString();
  }

  /** Writes pieces from the present column on; the lines that they need begin at the indent. */
  private void write(List<Piece> pieces, int indent) {
    if (fit(pieces, 0)) {
      writeFlat(pieces);
    } else if (SqlClauses.haveClauses(pieces)) {
      boolean isFirst = true;
      for (List<Piece> clause : SqlClauses.of(pieces)) {
        if (!isFirst) {
          newLine(indent);
        }
        isFirst = false;
        writeClause(clause, indent);
      }
    } else {
      List<List<Piece>> items = split(pieces, SqlLayout::beginsItem);
      if (items.size() > 1) {
        writeLines(items, indent);
      } else {
        writeLines(split(pieces, SqlLayout::beginsCondition), indent);
      }
    }
  }

  private void writeClause(List<Piece> clause, int indent) {
    if (fit(clause, 0)) {
      writeFlat(clause);
      return;
    }
    String word = SqlClauses.word(clause, 0);
    int name = SqlClauses.nameLength(clause);
    List<Piece> rest = clause.subList(name, clause.size());
    if (word.equals("WITH")) {
      writeFlat(clause.subList(0, name));
      writeLines(split(rest, SqlLayout::beginsItem), indent);
    } else if (LISTS.contains(word)) {
      writeFlat(clause.subList(0, name));
      List<List<Piece>> items = split(rest, SqlLayout::beginsItem);
      if (items.size() > 1) {
        newLine(indent + INDENT);
      }
      writeLines(items, indent + INDENT);
    } else if (CONDITIONS.contains(word)) {
      writeFlat(clause.subList(0, name));
      writeLines(split(rest, SqlLayout::beginsCondition), indent + INDENT);
    } else {
      int on = topLevel(clause, "ON");
      writePart(clause.subList(0, on), width(clause.subList(on, clause.size())));
      writeLines(
          split(clause.subList(on, clause.size()), SqlLayout::beginsCondition), indent + INDENT);
    }
  }

  /** Where the word is found for the last time; the end if it is not there. */
  private static int topLevel(List<Piece> pieces, String word) {
    for (int i = pieces.size() - 1; i > 0; i--) {
      if (pieces.get(i).isWord(word)) {
        return i;
      }
    }
    return pieces.size();
  }

  /** Writes the first part where the text is, each other one in a line of its own. */
  private void writeLines(List<List<Piece>> parts, int indent) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        newLine(indent);
      }
      writePart(parts.get(i), 0);
    }
  }

  /**
   * Writes pieces that belong together: only parentheses and CASE in them are opened.
   *
   * @param widthBehind of what stays in the line behind them
   */
  private void writePart(List<Piece> part, int widthBehind) {
    if (fit(part, widthBehind)) {
      writeFlat(part);
      return;
    }
    for (int i = 0; i < part.size(); i++) {
      Piece piece = part.get(i);
      if (piece.isWord("CASE") && !SqlClauses.word(part, i - 1).equals(".")) {
        int end = caseEnd(part, i);
        writeCase(part.subList(i, end), behind(part, end, widthBehind));
        i = end - 1;
      } else if (piece.isGroup()) {
        writeGroup(piece, behind(part, i + 1, widthBehind));
      } else {
        put(piece);
      }
    }
  }

  /** How much follows in the line; nothing counts if there is something that can be opened. */
  private static int behind(List<Piece> part, int from, int widthBehind) {
    List<Piece> behind = part.subList(from, part.size());
    boolean isLast = behind.stream().noneMatch(piece -> piece.isGroup() || piece.isWord("CASE"));
    return isLast ? width(behind) + widthBehind : 0;
  }

  private void writeGroup(Piece group, int widthBehind) {
    if (fit(List.of(group), widthBehind) || !canBreak(group.inside())) {
      writeFlat(List.of(group));
      return;
    }
    putBlank(group);
    int indent = lineIndent();
    out.append('(');
    newLine(indent + INDENT);
    write(group.inside(), indent + INDENT);
    newLine(indent);
    out.append(')');
  }

  /** A CASE with its END. */
  private void writeCase(List<Piece> pieces, int widthBehind) {
    if (fit(pieces, widthBehind)) {
      writeFlat(pieces);
      return;
    }
    int indent = lineIndent();
    int depth = 0;
    int start = 0;
    for (int i = 1; i < pieces.size(); i++) {
      String word = SqlClauses.word(pieces, i);
      depth += word.equals("CASE") ? 1 : 0;
      boolean isBranch = word.equals("WHEN") || word.equals("ELSE");
      boolean isEnd = i == pieces.size() - 1;
      if (depth == 0 && isBranch || isEnd) {
        writeBranch(pieces.subList(start, i));
        newLine(isEnd ? indent : indent + INDENT);
        start = i;
      }
      depth -= word.equals("END") ? 1 : 0;
    }
    writePart(pieces.subList(start, pieces.size()), 0);
  }

  /** A branch of a CASE, or what stands before the first one. */
  private void writeBranch(List<Piece> branch) {
    int indent = lineIndent() + INDENT;
    boolean fits = fit(branch, 0);
    writeLines(fits ? List.of(branch) : split(branch, SqlLayout::beginsResult), indent);
  }

  /** Behind the END of the CASE that begins there; the end if it has none. */
  private static int caseEnd(List<Piece> pieces, int start) {
    int depth = 0;
    for (int i = start; i < pieces.size(); i++) {
      if (pieces.get(i).isWord("CASE")) {
        depth++;
      } else if (pieces.get(i).isWord("END") && --depth == 0) {
        return i + 1;
      }
    }
    return pieces.size();
  }

  /** Whether there is anything to gain by giving the inside of parentheses lines of its own. */
  private static boolean canBreak(List<Piece> pieces) {
    return pieces.stream().anyMatch(Piece::hasLineEnd)
        || SqlClauses.haveClauses(pieces)
        || split(pieces, SqlLayout::beginsItem).size() > 1
        || split(pieces, SqlLayout::beginsCondition).size() > 1
        || pieces.stream().anyMatch(p -> p.isWord("CASE") || p.isGroup() && canBreak(p.inside()));
  }

  /** What follows a comma; a comment behind the comma belongs to what was before it. */
  private static boolean beginsItem(List<Piece> pieces, int at) {
    boolean isBehindComment = pieces.get(at - 1).endsLine();
    return !pieces.get(at).endsLine()
        && SqlClauses.word(pieces, isBehindComment ? at - 2 : at - 1).equals(",");
  }

  private static boolean beginsResult(List<Piece> pieces, int at) {
    return pieces.get(at).isWord("THEN");
  }

  private static boolean beginsCondition(List<Piece> pieces, int at) {
    if (pieces.get(at).isWord("OR")) {
      return true;
    }
    if (!pieces.get(at).isWord("AND")) {
      return false;
    }
    for (int i = at - 1; i >= 0; i--) {
      if (pieces.get(i).isWord("AND") || pieces.get(i).isWord("OR")) {
        return true;
      }
      if (pieces.get(i).isWord("BETWEEN")) {
        return false;
      }
    }
    return true;
  }

  /** The pieces cut before each one that begins something; a CASE and brackets stay whole. */
  private static List<List<Piece>> split(
      List<Piece> pieces, BiPredicate<List<Piece>, Integer> begins) {
    List<List<Piece>> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (i > start && depth == 0 && begins.test(pieces, i)) {
        parts.add(pieces.subList(start, i));
        start = i;
      }
      depth += OPENING.contains(SqlClauses.word(pieces, i)) ? 1 : 0;
      depth -= depth > 0 && CLOSING.contains(SqlClauses.word(pieces, i)) ? 1 : 0;
    }
    parts.add(pieces.subList(start, pieces.size()));
    return parts;
  }

  private boolean fit(List<Piece> pieces, int widthBehind) {
    boolean omitsBlank = !pieces.isEmpty() && pieces.get(0).blankBefore() && isLineEmpty();
    int width = width(pieces) - (omitsBlank ? 1 : 0);
    return pieces.stream().noneMatch(Piece::hasLineEnd) && column() + width + widthBehind <= WIDTH;
  }

  private static int width(List<Piece> pieces) {
    return pieces.stream().mapToInt(Piece::width).sum();
  }

  private void writeFlat(List<Piece> pieces) {
    for (Piece piece : pieces) {
      put(piece);
      if (piece.isGroup()) {
        writeFlat(piece.inside());
        out.append(')');
      }
    }
  }

  private void put(Piece piece) {
    putBlank(piece);
    out.append(piece.text());
    if (piece.endsLine()) {
      newLine(lineIndent());
    }
  }

  private void putBlank(Piece piece) {
    if (piece.blankBefore() && !isLineEmpty()) {
      out.append(' ');
    }
  }

  /** Begins a line, unless the present one is still empty. */
  private void newLine(int indent) {
    if (isLineEmpty()) {
      out.setLength(lineStart());
    } else {
      out.append('\n');
    }
    out.append(" ".repeat(indent));
  }

  private boolean isLineEmpty() {
    return out.substring(lineStart()).isBlank();
  }

  private int lineStart() {
    return out.lastIndexOf("\n") + 1;
  }

  private int column() {
    return out.length() - lineStart();
  }

  /** By how much the present line is indented. */
  private int lineIndent() {
    int start = lineStart();
    int end = start;
    while (end < out.length() && out.charAt(end) == ' ') {
      end++;
    }
    return end - start;
  }
}
