package io.calque.warehouse;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a pool gets its connections from. */
interface ConnectionSource extends AutoCloseable {
  /** A new connection on which the {@code init} statements have run. */
  Connection connect() throws SQLException;

  /**
   * Makes a query ready on a connection of this source.
   *
   * @param connection as the pool hands it out
   * @param sql in the warehouse's own SQL
   */
  EngineQuery query(Connection connection, String sql, RunOptions options) throws SQLException;

  /**
   * Whether its connections are read-only; a pool that expects otherwise would try to change it.
   */
  boolean isReadOnly() throws SQLException;

  /** Releases what all connections share; they are closed by then. */
  @Override
  void close();
}
