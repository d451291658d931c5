package io.calque.cli.shell;

import io.calque.cli.shell.Suggestion.Group;
import java.util.List;
import java.util.stream.Stream;

/** The words of SQL that are offered, by where they may stand. */
final class Keywords {
  private static final Suggestion METRIC =
      Suggestion.open("METRIC('", Group.KEYWORDS, "a metric of the model");

  /** What a statement begins with. */
  static final List<Suggestion> START = words("SELECT", "WITH", "EXPLAIN", "EXPLAIN ANALYZE");

  private static final List<Suggestion> CLAUSES =
      words(
          "WHERE",
          "GROUP BY",
          "HAVING",
          "QUALIFY",
          "WINDOW",
          "ORDER BY",
          "LIMIT",
          "OFFSET",
          "UNION",
          "UNION ALL",
          "EXCEPT",
          "INTERSECT",
          "JOIN",
          "LEFT JOIN",
          "RIGHT JOIN",
          "FULL JOIN",
          "CROSS JOIN",
          "AS");

  /** What may follow a table. */
  static final List<Suggestion> AFTER_TABLE =
      Stream.of(
              CLAUSES,
              words("ON"),
              List.of(Suggestion.open("USING ('", Group.KEYWORDS, "a join of the model")))
          .flatMap(List::stream)
          .toList();

  /** What may stand in and after an expression. */
  static final List<Suggestion> EXPRESSION =
      Stream.of(
              CLAUSES,
              List.of(METRIC),
              words(
                  "FROM",
                  "DISTINCT",
                  "AND",
                  "OR",
                  "NOT",
                  "IN",
                  "IS NULL",
                  "IS NOT NULL",
                  "BETWEEN",
                  "LIKE",
                  "EXISTS",
                  "CASE",
                  "WHEN",
                  "THEN",
                  "ELSE",
                  "END",
                  "ASC",
                  "DESC",
                  "NULLS FIRST",
                  "NULLS LAST",
                  "OVER",
                  "PARTITION BY",
                  "FILTER",
                  "INTERVAL",
                  "TRUE",
                  "FALSE",
                  "NULL",
                  "CURRENT_DATE",
                  "CURRENT_TIMESTAMP",
                  "SELECT"),
              functions("COUNT", "SUM", "AVG", "MIN", "MAX", "CAST", "COALESCE", "EXTRACT"))
          .flatMap(List::stream)
          .toList();

  private Keywords() {}

  private static List<Suggestion> words(String... words) {
    return Stream.of(words).map(word -> Suggestion.word(word, Group.KEYWORDS)).toList();
  }

  private static List<Suggestion> functions(String... names) {
    return Stream.of(names)
        .map(name -> new Suggestion(name + "(", name, Group.KEYWORDS, "", false))
        .toList();
  }
}
