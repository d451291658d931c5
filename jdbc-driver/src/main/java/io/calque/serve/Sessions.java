package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.avatica.NoSuchConnectionException;

/** The connections of all remote clients, by the names that the clients gave them. */
final class Sessions implements AutoCloseable {
  /** Looks for idle ones so many times in the time that makes one idle. */
  private static final int LOOKS = 4;

  /** Connects anew to the model that is served. */
  @FunctionalInterface
  interface Connector {
    Connection connect() throws SQLException;
  }

  /** What a request does with a session. */
  @FunctionalInterface
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  private final Connector connector;
  private final ServeLimits limits;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Semaphore room;
  private final ScheduledExecutorService clock;
  private volatile boolean stopping;

  Sessions(Connector connector, ServeLimits limits) {
    this.connector = connector;
    this.limits = limits;
    this.room = new Semaphore(limits.connections());
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "calque-serve-idle");
              thread.setDaemon(true);
              return thread;
            });
    long pause = Math.max(1, limits.idle().toMillis() / LOOKS);
    clock.scheduleWithFixedDelay(this::closeIdle, pause, pause, TimeUnit.MILLISECONDS);
  }

  ServeLimits limits() {
    return limits;
  }

  /** Refuses whatever would begin something new once the server has been told to stop. */
  void requireRunning() {
    if (stopping) {
      throw CalqueException.of(
          ErrorCode.SERVER_STOPPING, "the server stops and begins nothing new");
    }
  }

  /**
   * Connects a user.
   *
   * @param id as the client chose it
   */
  void open(String id, String user) throws SQLException {
    requireRunning();
    if (!room.tryAcquire()) {
      throw CalqueException.of(
          ErrorCode.SERVER_BUSY,
          "the server has %d open connections, as many as it allows; try again later"
              .formatted(limits.connections()));
    }
    boolean kept = false;
    try {
      Session session = new Session(connector.connect(), user, limits);
      kept = sessions.putIfAbsent(id, session) == null;
      if (!kept) {
        session.close();
        throw CalqueException.of(
            ErrorCode.BAD_PROPERTY, "there is a connection of that name already");
      }
    } finally {
      if (!kept) {
        room.release();
      }
    }
  }

  /**
   * Does something in a user's own connection.
   *
   * @throws NoSuchConnectionException if the user has none of that name
   */
  <T> T in(String id, String user, Work<T> work) throws SQLException {
    Session session = id == null ? null : sessions.get(id);
    if (session == null || !session.belongsTo(user)) {
      throw new NoSuchConnectionException(
          "there is no such connection: it was closed, or had been idle for too long");
    }
    session.begin();
    try {
      return work.in(session);
    } finally {
      session.end();
    }
  }

  /** Ends a user's connection and what it runs; one that is gone stays gone. */
  void close(String id, String user) {
    Session session = sessions.get(id);
    if (session != null && session.belongsTo(user)) {
      end(id, session);
    }
  }

  private void end(String id, Session session) {
    if (sessions.remove(id, session)) {
      room.release();
      session.close();
    }
  }

  private void closeIdle() {
    sessions.forEach(
        (id, session) -> {
          if (session.isIdle()) {
            end(id, session);
          }
        });
  }

  int openConnections() {
    return sessions.size();
  }

  int openStatements() {
    return sessions.values().stream().mapToInt(Session::openStatements).sum();
  }

  boolean hasOpenResult() {
    return sessions.values().stream().anyMatch(Session::hasOpenResult);
  }

  boolean isStopping() {
    return stopping;
  }

  /** From now on only what has begun goes on. */
  void stop() {
    stopping = true;
  }

  /** Ends all connections and what they run. */
  @Override
  public void close() {
    stopping = true;
    clock.shutdownNow();
    sessions.forEach(this::end);
  }
}
