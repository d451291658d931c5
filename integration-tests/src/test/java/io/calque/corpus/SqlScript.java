package io.calque.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A script that builds a test's data, run straight on the warehouse. */
final class SqlScript {
  private SqlScript() {}

  /** Runs a script whose statements each end with a semicolon at the end of a line. */
  static void run(Connection warehouse, String script) throws SQLException {
    try (Statement statement = warehouse.createStatement()) {
      for (String sql : script.split(";[ ]*\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
