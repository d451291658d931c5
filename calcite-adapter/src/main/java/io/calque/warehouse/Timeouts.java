package io.calque.warehouse;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells executions that their time is up. One daemon thread, which exists only from the first
 * time-out that somebody asks for to {@link #close()}.
 */
final class Timeouts {
  private ScheduledThreadPoolExecutor executor;
  private boolean closed;

  /** Expires a signal after that time, unless the returned action runs before. */
  synchronized Runnable expireAfter(Duration timeout, CancelSignal signal) {
    if (timeout.isZero() || closed) {
      return () -> {};
    }
    if (executor == null) {
      executor =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                Thread thread = new Thread(task, "calque-timeouts");
                thread.setDaemon(true);
                return thread;
              });
      executor.setRemoveOnCancelPolicy(true);
    }
    var task = executor.schedule(signal::expire, timeout.toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  synchronized void close() {
    closed = true;
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
