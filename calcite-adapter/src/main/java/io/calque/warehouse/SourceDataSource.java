package io.calque.warehouse;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A {@link ConnectionSource} as a pool wants to see it. */
record SourceDataSource(ConnectionSource source) implements DataSource {
  /**
   * HikariCP takes it for how long a pool that closes waits for a connection that is being made.
   */
  private static final int SHUTDOWN_SECONDS = 5;

  @Override
  public Connection getConnection() throws SQLException {
    return source.connect();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the credentials are part of the settings");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    // Logs go to slf4j.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The pool has a time-out of its own.
  }

  @Override
  public int getLoginTimeout() {
    return SHUTDOWN_SECONDS;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("logs go to slf4j");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
