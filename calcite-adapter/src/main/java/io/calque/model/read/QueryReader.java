package io.calque.model.read;

import io.calque.model.SourceQuery;
import io.calque.model.read.SqlToken.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Reads queries that stand where a table could: a model is trusted, so only their form is checked.
 */
final class QueryReader {
  private final String subject;
  private final Problems problems;

  QueryReader(String subject, Problems problems) {
    this.subject = subject;
    this.problems = problems;
  }

  /** The query without its closing semicolon; if empty, a problem has been added. */
  Optional<SourceQuery> read(Snippet snippet, String what) {
    List<SqlToken> all = SqlLexer.tokens(snippet.text());
    List<SqlToken> code = all.stream().filter(token -> !token.isComment()).toList();
    int end = code.size();
    while (end > 0 && code.get(end - 1).isSymbol(";")) {
      end--;
    }
    if (end == 0) {
      problems.add(
          Rule.EMPTY_VALUE, snippet.place(), subject, what + " is empty", "write a SELECT");
      return Optional.empty();
    }
    SqlToken last = code.get(end - 1);
    List<SqlToken> tokens =
        all.stream()
            .filter(token -> token.end() <= last.end() || token.isComment())
            .filter(token -> !isHarmless(token, last.end()))
            .toList();
    boolean sound = new SqlForm(subject, problems).check(tokens, snippet, what);
    sound &= isQuery(code.get(0), snippet, what);
    for (SqlToken token : code.subList(0, end)) {
      sound &= hasMeaning(token, snippet, what);
    }
    return sound
        ? Optional.of(new SourceQuery(snippet.text().substring(all.get(0).start(), last.end())))
        : Optional.empty();
  }

  /** A comment that ends before the query does swallows nothing. */
  private static boolean isHarmless(SqlToken token, int end) {
    return token.is(Kind.LINE_COMMENT) && token.end() < end;
  }

  private boolean isQuery(SqlToken first, Snippet snippet, String what) {
    boolean query =
        first.isSymbol("(")
            || first.is(Kind.WORD)
                && switch (Unit.lower(first.text())) {
                  case "select", "with", "from", "values", "table" -> true;
                  default -> false;
                };
    if (!query) {
      problems.add(
          Rule.NOT_A_QUERY,
          snippet.placeAt(first.start()),
          subject,
          what + " begins with " + Shown.name(first.text()) + ", which begins no query",
          "write one SELECT; for a table, write its name as key_source or destination");
    }
    return query;
  }

  private boolean hasMeaning(SqlToken token, Snippet snippet, String what) {
    if (token.is(Kind.PLACEHOLDER)) {
      problems.add(
          Rule.MISPLACED_PLACEHOLDER,
          snippet.placeAt(token.start()),
          subject,
          "{" + token.text() + "} has no meaning in " + what,
          "write the warehouse's own columns there, without braces");
      return false;
    }
    if (token.isSymbol("?")) {
      problems.add(
          Rule.MISPLACED_PLACEHOLDER,
          snippet.placeAt(token.start()),
          subject,
          what + " has a parameter, which nobody can fill in",
          "write the value itself");
      return false;
    }
    return true;
  }
}
