package io.calque.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays one line of SQL out for reading: a line for each clause and join, and subqueries indented
 * where they would make a line too long. Only blanks outside of quotes change.
 */
final class SqlLayout {
  private static final int WIDTH = 100;
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?:(?<!DISTINCT )FROM|WHERE|GROUP BY|HAVING|QUALIFY|ORDER BY|LIMIT|UNION|EXCEPT|INTERSECT"
              + "|(?:LEFT |RIGHT |FULL |CROSS |INNER )?JOIN|SELECT)\\b");
  private static final Pattern QUERY = Pattern.compile("\\((?=\\(*SELECT\\b)");

  private SqlLayout() {}

  static List<String> lines(String sql) {
    List<String> lines = new ArrayList<>();
    layOut(sql.replaceAll("\\s+", " ").strip(), "", lines);
    return lines;
  }

  private static void layOut(String sql, String indent, List<String> lines) {
    for (String clause : clauses(sql)) {
      Matcher query = QUERY.matcher(clause);
      if (indent.length() + clause.length() <= WIDTH || !query.find()) {
        lines.add(indent + clause);
        continue;
      }
      int end = closing(clause, query.end());
      lines.add(indent + clause.substring(0, query.end()));
      layOut(clause.substring(query.end(), end), indent + "  ", lines);
      int last = lines.size();
      layOut(clause.substring(Math.min(end + 1, clause.length())).strip(), indent, lines);
      String closing = indent + ")";
      if (lines.get(last).isBlank()) {
        lines.set(last, closing);
      } else {
        lines.set(last, closing + " " + lines.get(last).strip());
      }
    }
  }

  /** The text cut before each clause that stands outside of parentheses and quotes. */
  private static List<String> clauses(String sql) {
    List<String> clauses = new ArrayList<>();
    Matcher clause = CLAUSE.matcher(sql).useTransparentBounds(true);
    int depth = 0;
    int start = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"') {
        i = sql.indexOf(c, i + 1);
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth == 0
          && i > start
          && sql.charAt(i - 1) == ' '
          && clause.region(i, sql.length()).lookingAt()) {
        clauses.add(sql.substring(start, i).strip());
        start = i;
        i = clause.end() - 1;
      }
    }
    clauses.add(sql.substring(start).strip());
    return clauses;
  }

  /** Where the parenthesis that is open at an offset closes. */
  private static int closing(String sql, int from) {
    int depth = 1;
    for (int i = from; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"') {
        i = sql.indexOf(c, i + 1);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return sql.length();
  }
}
