package io.calque.cli;

import io.calque.error.SqlPlace;
import io.calque.jdbc.CalqueSqlException;
import io.calque.sql.NamedParameters;
import io.calque.sql.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement where a person wrote it: perhaps one of several in a file, and with parameters by
 * name. Errors show the place there.
 */
final class WrittenSql {
  private final String text;
  private final int firstLine;
  private final int start;
  private final NamedParameters statement;
  private final String command;

  private WrittenSql(
      String text, int firstLine, int start, NamedParameters statement, String command) {
    this.text = text;
    this.firstLine = firstLine;
    this.start = start;
    this.statement = statement;
    this.command = command;
  }

  /** The statements of a text; one alone keeps the comments around it. */
  static List<WrittenSql> of(String text) {
    return of(text, 1);
  }

  /**
   * The same for a part of a file.
   *
   * @param firstLine the line that it begins on, from 1
   */
  static List<WrittenSql> of(String text, int firstLine) {
    List<Statements.Statement> statements = Statements.of(text);
    if (statements.size() <= 1) {
      return statements.stream()
          .map(one -> new WrittenSql(text, firstLine, 0, NamedParameters.of(text), ""))
          .toList();
    }
    return statements.stream()
        .map(
            one -> new WrittenSql(text, firstLine, one.start(), NamedParameters.of(one.text()), ""))
        .toList();
  }

  /** The same with something before it, such as {@code EXPLAIN}. */
  WrittenSql after(String words) {
    return new WrittenSql(text, firstLine, start, statement, words + " ");
  }

  /** For JDBC, with question marks. */
  String sql() {
    return command + statement.sql();
  }

  NamedParameters named() {
    return statement;
  }

  Set<String> parameterNames() {
    return statement.occurrences().stream()
        .map(NamedParameters.Occurrence::name)
        .collect(Collectors.toSet());
  }

  /** The error with its place in what the person wrote. */
  SQLException placed(SQLException e) {
    if (!(e instanceof CalqueSqlException refused) || refused.place().isEmpty()) {
      return e;
    }
    SqlPlace sent = refused.place().get();
    if (!sent.sql().equals(sql())) {
      return e;
    }
    int from = Math.max(0, sent.start() - command.length());
    int to = Math.max(from, sent.end() - command.length());
    SqlPlace inStatement = statement.written(new SqlPlace(statement.sql(), from, to));
    SqlPlace written = new SqlPlace(text, start + inStatement.start(), start + inStatement.end());
    String message = e.getMessage().replace(sent.excerpt(), written.excerpt(firstLine));
    return new SQLException(message, e.getSQLState(), e.getErrorCode(), e);
  }
}
