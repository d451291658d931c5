package io.calque.sql;

import io.calque.sql.SqlPieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the clauses of a query begin, by their words alone; what is in parentheses is apart. */
final class SqlClauses {
  /** Words that begin a clause, unless they follow something that says otherwise. */
  private static final Set<String> SINGLE =
      Set.of("SELECT", "FROM", "WHERE", "HAVING", "QUALIFY", "WINDOW", "LIMIT", "OFFSET", "VALUES");

  private static final Set<String> BEFORE_BY = Set.of("GROUP", "ORDER");
  private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT", "MINUS");
  private static final Set<String> JOIN_WORDS =
      Set.of(
          "NATURAL",
          "ASOF",
          "LEFT",
          "RIGHT",
          "FULL",
          "INNER",
          "CROSS",
          "OUTER",
          "SEMI",
          "ANTI",
          "POSITIONAL",
          "JOIN");

  /** Words that a query, or the right side of a set operation, begins with. */
  private static final Set<String> BEGINNINGS = Set.of("SELECT", "WITH", "FROM", "VALUES", "TABLE");

  private SqlClauses() {}

  /** Whether pieces are a query, or tables that are joined, so that they have clauses. */
  static boolean haveClauses(List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return false;
    }
    if (BEGINNINGS.contains(word(pieces, 0))) {
      return true;
    }
    for (int i = 1; i < pieces.size(); i++) {
      if (isJoin(pieces, i) || isSetOperation(pieces, i)) {
        return true;
      }
    }
    return false;
  }

  /** The pieces cut before each clause. */
  static List<List<Piece>> of(List<Piece> pieces) {
    List<List<Piece>> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < pieces.size(); i++) {
      if (begins(pieces, i)) {
        clauses.add(pieces.subList(start, i));
        start = i;
      }
    }
    clauses.add(pieces.subList(start, pieces.size()));
    return clauses;
  }

  /** How many pieces of a clause are its name: {@code SELECT DISTINCT}, {@code GROUP BY}. */
  static int nameLength(List<Piece> clause) {
    int length = BEFORE_BY.contains(word(clause, 0)) ? 2 : 1;
    while (length < clause.size()
        && (Set.of("DISTINCT", "ALL", "RECURSIVE").contains(word(clause, length))
            || clause.get(length).text().startsWith("/*"))) {
      length++;
    }
    return Math.min(length, clause.size());
  }

  private static boolean begins(List<Piece> pieces, int at) {
    String word = word(pieces, at);
    String before = word(pieces, at - 1);
    if (before.equals(".") || before.equals("AS")) {
      return false;
    }
    if (BEFORE_BY.contains(word)) {
      return word(pieces, at + 1).equals("BY");
    }
    if (word.equals("FETCH")) {
      return Set.of("FIRST", "NEXT").contains(word(pieces, at + 1));
    }
    if (word.equals("FROM")) {
      return !before.equals("DISTINCT");
    }
    if (word.equals("OFFSET") || word.equals("VALUES")) {
      return at + 1 < pieces.size();
    }
    return SINGLE.contains(word) || isJoin(pieces, at) || isSetOperation(pieces, at);
  }

  private static boolean isSetOperation(List<Piece> pieces, int at) {
    return SET_OPERATIONS.contains(word(pieces, at))
        && (at + 1 < pieces.size() && pieces.get(at + 1).isGroup()
            ? !word(pieces, at - 1).endsWith("*")
            : Set.of("ALL", "DISTINCT", "BY", "SELECT", "WITH", "FROM", "VALUES", "TABLE")
                .contains(word(pieces, at + 1)));
  }

  /** Whether the words that lead to JOIN begin there. */
  private static boolean isJoin(List<Piece> pieces, int at) {
    if (!JOIN_WORDS.contains(word(pieces, at)) || JOIN_WORDS.contains(word(pieces, at - 1))) {
      return false;
    }
    int i = at;
    while (JOIN_WORDS.contains(word(pieces, i)) && !word(pieces, i).equals("JOIN")) {
      i++;
    }
    return word(pieces, i).equals("JOIN");
  }

  /** A piece in upper case; empty beyond either end, and for parentheses. */
  static String word(List<Piece> pieces, int at) {
    return at < 0 || at >= pieces.size() || pieces.get(at).isGroup()
        ? ""
        : pieces.get(at).text().toUpperCase(Locale.ROOT);
  }
}
