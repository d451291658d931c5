package io.calque.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A warehouse that is not in this process, with a table {@code wide}. */
interface Server extends AutoCloseable {
  String name();

  /** What its driver connects to. */
  String url();

  String user();

  /** The table's name with all its parts. */
  String table();

  /** Makes the table, and what the connection needs so that rows are streamed as Calque does it. */
  void prepare(Connection connection, int rows) throws SQLException;

  @Override
  void close() throws IOException;
}
