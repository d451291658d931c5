package io.calque.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Runs statements on a connection; one at a time, and any thread may cancel it. */
final class StatementRunner {
  /** What becomes of a result. */
  @FunctionalInterface
  interface RowConsumer {
    void accept(ResultSet rows) throws SQLException;
  }

  private final Connection connection;
  private final Parameters parameters;
  private final Terminal terminal;
  private volatile Statement running;

  StatementRunner(Connection connection, Parameters parameters, Terminal terminal) {
    this.connection = connection;
    this.parameters = parameters;
    this.terminal = terminal;
  }

  /**
   * Runs a statement; its warnings go to standard error.
   *
   * @param rows is not called for a statement that has no result
   * @throws SQLException with the place of an error in what was written
   */
  void run(WrittenSql sql, RowConsumer rows) throws SQLException {
    Progress progress = Progress.of(terminal, "running");
    try (Statement statement = statement(sql)) {
      running = statement;
      Optional<ResultSet> result = execute(statement, sql);
      Warnings.print(statement.getWarnings(), terminal.err());
      if (result.isPresent()) {
        progress.stop();
        rows.accept(result.get());
      }
    } catch (SQLException e) {
      throw sql.placed(e);
    } finally {
      running = null;
      progress.stop();
    }
  }

  private Statement statement(WrittenSql sql) throws SQLException {
    return sql.parameterNames().isEmpty()
        ? connection.createStatement()
        : connection.prepareStatement(sql.sql());
  }

  private Optional<ResultSet> execute(Statement statement, WrittenSql sql) throws SQLException {
    boolean hasRows;
    if (statement instanceof PreparedStatement prepared) {
      parameters.bind(sql.named(), prepared);
      hasRows = prepared.execute();
    } else {
      hasRows = statement.execute(sql.sql());
    }
    return hasRows ? Optional.of(statement.getResultSet()) : Optional.empty();
  }

  /** Cancels what runs now, in the warehouse too; nothing if nothing does. */
  void cancel() throws SQLException {
    Statement present = running;
    if (present != null) {
      present.cancel();
    }
  }
}
