package io.calque.benchmarks;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;

/** A DuckDB file for who wants a {@link DataSource}; further connections cost microseconds. */
final class FileSource implements DataSource, AutoCloseable {
  private final DuckDBConnection first;

  FileSource(DuckDbFile file) throws SQLException {
    this.first = file.connect().unwrap(DuckDBConnection.class);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = first.duplicate();
    Queries.execute(connection, "SET SESSION jdbc_stream_results = true");
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  @Override
  public void close() throws SQLException {
    first.close();
  }
}
