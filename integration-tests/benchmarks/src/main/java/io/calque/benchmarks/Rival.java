package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** Another program that takes SQL and has DuckDB run what it makes of it. */
interface Rival extends AutoCloseable {
  /** Its own. */
  Connection connection();

  /** Settles what would run, and does not run it. */
  void compile(String sql) throws SQLException;

  @Override
  void close() throws SQLException;
}
