package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
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
  private EngineQuery query;

  private Rows rows;
  private boolean isExhausted;

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
      cursor.execute(parameters, options);
      return cursor;
    } catch (SQLException | RuntimeException e) {
      cursor.close();
      throw e;
    } finally {
      waiting.end();
    }
  }

  private void execute(ParameterSetter parameters, RunOptions options) throws SQLException {
    try {
      EngineQuery ready = warehouse.query(connection, sql, options);
      synchronized (lock) {
        query = ready;
      }
      checkSignal();
      rows = ready.run(parameters);
    } catch (SQLException e) {
      checkSignal(e);
      SQLException meant = warehouse.engine().trueError(connection, sql, parameters, e);
      checkSignal(meant);
      throw warehouse.refused(sql, meant);
    }
  }

  /** The columns with the types of this very execution. */
  public List<WarehouseColumn> columns() {
    return query.columns();
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
      isExhausted = !rows.next();
      return !isExhausted;
    } catch (SQLException e) {
      checkSignal(e);
      throw warehouse.refused(sql, e);
    } finally {
      if (isWatched) {
        waiting.end();
      }
    }
  }

  /** The rows, to read values of the current one from and for nothing else. */
  public Rows row() {
    return rows;
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
      if (released || query == null) {
        return;
      }
      try {
        query.interrupt();
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
    if (rows != null && !isExhausted && warehouse.engine().readsAllOnClose()) {
      closeQuietly(() -> warehouse.giveUp(connection));
    }
    closeQuietly(query);
    closeQuietly(connection);
  }

  /** Closes it, if it is there; an error then is of no use to anyone. */
  static void closeQuietly(AutoCloseable resource) {
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
