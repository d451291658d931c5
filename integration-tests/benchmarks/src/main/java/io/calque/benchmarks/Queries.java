package io.calque.benchmarks;

import io.calque.joins.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs queries as a program would: a statement each, all rows, all columns. */
final class Queries {
  private Queries() {}

  /** Reads the whole result and forgets it. */
  static void drain(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
  }

  /** Compiles a statement and does not run it. */
  static void prepare(Connection connection, String sql) throws SQLException {
    connection.prepareStatement(sql).close();
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Two queries give the same rows, in whatever order, or this throws. */
  static void requireSame(Connection calque, String sql, Connection rival, String handWritten)
      throws SQLException {
    Rows actual = Rows.of(calque, sql);
    Rows expected = Rows.of(rival, handWritten);
    if (!actual.sorted().equals(expected.sorted())) {
      throw new IllegalStateException(
          "%s%ngives %d rows, not the %d of%n%s%n%s%n%s"
              .formatted(
                  sql,
                  actual.rows().size(),
                  expected.rows().size(),
                  handWritten,
                  actual.sorted().stream().limit(3).toList(),
                  expected.sorted().stream().limit(3).toList()));
    }
  }
}
