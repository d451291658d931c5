package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The rows that all responses together may hold between the warehouse and the network. */
final class RowBudget {
  private static final int PATIENCE_SECONDS = 30;

  private final Semaphore rows;

  RowBudget(int rows) {
    this.rows = new Semaphore(rows, true);
  }

  /** What one request has of it, until its response is sent. */
  Share share() {
    return new Share();
  }

  /** One request's part. */
  final class Share implements AutoCloseable {
    private int taken;

    private Share() {}

    /**
     * Waits for room for that many rows.
     *
     * @throws CalqueException if none comes in time
     */
    void take(int wanted) {
      try {
        if (!rows.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw CalqueException.of(
              ErrorCode.SERVER_BUSY,
              "the server has as many rows in flight as it may; try again later");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw CalqueException.of(ErrorCode.SERVER_STOPPING, "the server stops", e);
      }
      taken += wanted;
    }

    @Override
    public void close() {
      rows.release(taken);
      taken = 0;
    }
  }
}
