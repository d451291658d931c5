package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one query, as they come, on a connection of its own. One thread reads; any thread may
 * cancel or close.
 */
public final class WarehouseCursor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseCursor.class);

  private final Warehouse warehouse;
  private final String sql;
  private final CancelSignal signal;
  private final Connection connection;
  private final Runnable stopClock;
  private final boolean isWatched;
  private final Waiting waiting;
  private final Object lock = new Object();

  /** Guarded by lock: once true, the connection may be someone else's. */
  private boolean released;

  /** Guarded by lock while executing. */
  private PreparedStatement statement;

  private ResultSet rows;
  private List<WarehouseColumn> columns;

  private WarehouseCursor(
      Warehouse warehouse,
      String sql,
      CancelSignal signal,
      Connection connection,
      Runnable stopClock,
      boolean isWatched,
      Waiting waiting) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.signal = signal;
    this.connection = connection;
    this.stopClock = stopClock;
    this.isWatched = isWatched;
    this.waiting = waiting;
  }

  static WarehouseCursor run(
      Warehouse warehouse,
      String sql,
      ParameterSetter parameters,
      CancelSignal signal,
      RunOptions options)
      throws SQLException {
    Waiting waiting = new Waiting();
    Timeouts timeouts = warehouse.timeouts();
    Runnable stopTotal = timeouts.expireAfter(options.timeout(), signal);
    Runnable stopWatch = timeouts.expireAfterWaiting(options.answerWithin(), waiting, signal);
    Runnable stopClock =
        () -> {
          stopTotal.run();
          stopWatch.run();
        };
    waiting.begin();
    WarehouseCursor cursor;
    try {
      boolean isWatched = !options.answerWithin().isZero();
      cursor =
          new WarehouseCursor(
              warehouse, sql, signal, warehouse.borrow(), stopClock, isWatched, waiting);
    } catch (SQLException | RuntimeException e) {
      stopClock.run();
      throw e;
    }
    try {
      signal.onEnd(cursor::interrupt);
      cursor.execute(parameters, options.fetchSize());
      return cursor;
    } catch (SQLException | RuntimeException e) {
      cursor.close();
      throw e;
    } finally {
      waiting.end();
    }
  }

  private void execute(ParameterSetter parameters, int fetchSize) throws SQLException {
    WarehouseEngine engine = warehouse.engine();
    try {
      PreparedStatement prepared = connection.prepareStatement(sql);
      synchronized (lock) {
        statement = prepared;
      }
      engine.prepareToStream(prepared, fetchSize);
      parameters.set(prepared);
      checkSignal();
      rows = prepared.executeQuery().unwrap(ResultSet.class);
      columns = readColumns(rows.getMetaData());
    } catch (SQLException e) {
      checkSignal(e);
      SQLException meant = engine.trueError(connection, sql, parameters, e);
      checkSignal(meant);
      throw warehouse.refused(sql, meant);
    }
  }

  private List<WarehouseColumn> readColumns(ResultSetMetaData metaData) throws SQLException {
    List<WarehouseColumn> read = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      read.add(warehouse.engine().column(metaData, i));
    }
    return List.copyOf(read);
  }

  /** The columns with the types of this very execution. */
  public List<WarehouseColumn> columns() {
    return columns;
  }

  /**
   * Moves to the next row.
   *
   * @return false if there is none
   * @throws WarehouseException if the warehouse fails midway
   * @throws SQLTimeoutException if the time is up
   */
  public boolean next() throws SQLException {
    checkSignal();
    if (isWatched) {
      waiting.begin();
    }
    try {
      return rows.next();
    } catch (SQLException e) {
      checkSignal(e);
      throw warehouse.refused(sql, e);
    } finally {
      if (isWatched) {
        waiting.end();
      }
    }
  }

  /** The warehouse's result set at the current row, to read values from and for nothing else. */
  public ResultSet row() {
    return rows;
  }

  /** The value of a column of the current row, as the engine reads it. */
  public Object value(int index, WarehouseColumn column) throws SQLException {
    return warehouse.engine().value(rows, index, column);
  }

  /** An error in reading a value, as the user should see it. */
  public SQLException unreadable(SQLException cause) {
    try {
      checkSignal(cause);
    } catch (SQLException ended) {
      return ended;
    }
    return cause instanceof WarehouseException ? cause : warehouse.refused(sql, cause);
  }

  private void checkSignal() throws SQLException {
    if (signal.state() != CancelSignal.State.RUN) {
      checkSignal(null);
    }
  }

  /** Whatever went wrong after a wish to end is its consequence. */
  private void checkSignal(SQLException cause) throws SQLException {
    switch (signal.state()) {
      case RUN -> {}
      case CANCELLED -> {
        ErrorCode code = ErrorCode.CANCELLED;
        throw new SQLException(
            CalqueException.of(code, "the query was cancelled").getMessage(),
            code.sqlState(),
            code.number(),
            cause);
      }
      case TIMED_OUT -> {
        ErrorCode code = ErrorCode.TIMED_OUT;
        throw new SQLTimeoutException(
            CalqueException.of(code, "the query was stopped: its time-out is over").getMessage(),
            code.sqlState(),
            code.number(),
            cause);
      }
    }
  }

  private void interrupt() {
    synchronized (lock) {
      if (released || statement == null) {
        return;
      }
      try {
        warehouse.engine().interrupt(connection, statement);
      } catch (SQLException e) {
        LOG.debug("A query could not be interrupted; it ends at its next row", e);
      }
    }
  }

  /** Stops the query if it still runs, and gives the connection back. */
  @Override
  public void close() {
    stopClock.run();
    synchronized (lock) {
      if (released) {
        return;
      }
      released = true;
    }
    closeQuietly(rows);
    closeQuietly(statement);
    closeQuietly(connection);
  }

  private static void closeQuietly(AutoCloseable resource) {
    if (resource == null) {
      return;
    }
    try {
      resource.close();
    } catch (Exception e) {
      LOG.debug("Closing a warehouse's query failed", e);
    }
  }
}
