package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A remote client's connection, with its open statements. Safe for all threads. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Connection connection;
  private final String owner;
  private final ServeLimits limits;
  private final Map<Integer, RemoteStatement> statements = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** Requests that use it now; guarded by this. */
  private int users;

  /** When the last request ended; guarded by this. */
  private long lastUsed = System.nanoTime();

  Session(Connection connection, String owner, ServeLimits limits) {
    this.connection = connection;
    this.owner = owner;
    this.limits = limits;
  }

  Connection connection() {
    return connection;
  }

  boolean belongsTo(String user) {
    return owner.equals(user);
  }

  synchronized void begin() {
    users++;
  }

  synchronized void end() {
    users--;
    lastUsed = System.nanoTime();
  }

  synchronized boolean isIdle() {
    return users == 0 && System.nanoTime() - lastUsed > limits.idle().toNanos();
  }

  /** Makes a statement and remembers it under a new number. */
  int createStatement() throws SQLException {
    requireRoom();
    return keep(RemoteStatement.of(limited(connection.createStatement())));
  }

  /**
   * Prepares a statement and remembers it under a new number.
   *
   * @param most how many rows its results show; 0 or less for all
   */
  int prepare(String sql, long most) throws SQLException {
    requireRoom();
    var statement = connection.prepareStatement(sql);
    try {
      limited(statement).setLargeMaxRows(Math.max(0, most));
      return keep(RemoteStatement.of(statement, sql));
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  /** Remembers a result that is there already under a new number. */
  int show(ResultSet rows) throws SQLException {
    requireRoom();
    return keep(RemoteStatement.of(rows));
  }

  private Statement limited(Statement statement) throws SQLException {
    statement.setQueryTimeout(Math.toIntExact(limits.queryTimeout().toSeconds()));
    statement.setFetchSize(limits.frameRows());
    return statement;
  }

  private void requireRoom() {
    if (statements.size() >= limits.statements()) {
      throw CalqueException.of(
          ErrorCode.SERVER_BUSY,
          "this connection has %d open statements, as many as the server allows; close some"
              .formatted(statements.size()));
    }
  }

  private int keep(RemoteStatement statement) {
    int id = ids.incrementAndGet();
    statements.put(id, statement);
    return id;
  }

  Optional<RemoteStatement> statement(int id) {
    return Optional.ofNullable(statements.get(id));
  }

  /** Ends a statement and what it runs; one that is gone stays gone. */
  void closeStatement(int id) {
    RemoteStatement statement = statements.remove(id);
    if (statement != null) {
      statement.close();
    }
  }

  int openStatements() {
    return statements.size();
  }

  boolean hasOpenResult() {
    return statements.values().stream().anyMatch(RemoteStatement::hasOpenResult);
  }

  /** Ends all statements and what they run. */
  void close() {
    statements.keySet().forEach(this::closeStatement);
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("Closing a remote client's connection failed", e);
    }
  }
}
