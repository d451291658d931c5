package io.calque.warehouse;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells executions that their time is up. One daemon thread, which exists only from the first
 * time-out that somebody asks for to {@link #close()}.
 */
final class Timeouts {
  /** How often somebody who may wait too long is looked at, in the time that is too long. */
  private static final int LOOKS = 10;

  private ScheduledThreadPoolExecutor executor;
  private boolean closed;

  /** Expires a signal after that time, unless the returned action runs before. */
  synchronized Runnable expireAfter(Duration timeout, CancelSignal signal) {
    if (timeout.isZero() || closed) {
      return () -> {};
    }
    var task = executor().schedule(signal::expire, timeout.toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  /**
   * Expires a signal once somebody has waited for that time without a break, unless the returned
   * action runs before.
   */
  synchronized Runnable expireAfterWaiting(Duration timeout, Waiting waiting, CancelSignal signal) {
    if (timeout.isZero() || closed) {
      return () -> {};
    }
    Runnable look =
        () -> {
          if (waiting.isLongerThan(timeout)) {
            signal.expire();
          }
        };
    long pause = Math.max(1, timeout.toNanos() / LOOKS);
    var task = executor().scheduleWithFixedDelay(look, pause, pause, TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  private ScheduledThreadPoolExecutor executor() {
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
    return executor;
  }

  synchronized void close() {
    closed = true;
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
