package io.calque.serve;

import io.calque.project.Project;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What {@code /health} tells everybody: nothing of what is served, only whether it is. The
 * warehouse is asked now and then, however often somebody looks.
 */
final class Health {
  private static final int PATIENCE_SECONDS = 5;
  private static final long ANSWER_LASTS_NANOS = Duration.ofSeconds(5).toNanos();

  private final Connection connection;
  private final Sessions sessions;

  /** Guarded by this, as the next. */
  private boolean isReachable;

  private long asked = System.nanoTime() - ANSWER_LASTS_NANOS - 1;

  /**
   * Of a server.
   *
   * @param connection the server's own, which keeps model and pool
   */
  Health(Connection connection, Sessions sessions) {
    this.connection = connection;
    this.sessions = sessions;
  }

  /**
   * An answer.
   *
   * @param isUp whether a load balancer should send clients here
   */
  record Answer(boolean isUp, String json) {}

  Answer answer() throws SQLException {
    boolean reachable = isReachable();
    Project project = connection.unwrap(Project.class);
    String loaded = project.loadedAt().toString();
    String state = project.staleness().isEmpty() ? "current" : "last good";
    boolean stopping = sessions.isStopping();
    String json =
        """
        {"status":"%s","model":{"state":"%s","loaded":"%s"},"warehouse":"%s","connections":%d,\
        "statements":%d}
        """
            .formatted(
                stopping ? "stopping" : reachable ? "up" : "degraded",
                state,
                loaded,
                reachable ? "reachable" : "unreachable",
                sessions.openConnections(),
                sessions.openStatements());
    return new Answer(reachable && !stopping, json);
  }

  private synchronized boolean isReachable() throws SQLException {
    if (System.nanoTime() - asked > ANSWER_LASTS_NANOS) {
      isReachable = connection.isValid(PATIENCE_SECONDS);
      asked = System.nanoTime();
    }
    return isReachable;
  }
}
