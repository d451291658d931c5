package io.calque.warehouse;

import java.time.Duration;

/** Since when a thread has been waiting for the warehouse; cheap enough for each row. */
final class Waiting {
  private static final long NOT = 0;

  private volatile long since = NOT;

  void begin() {
    // One more, should it ever be the very number that means none.
    since = System.nanoTime() | 1;
  }

  void end() {
    since = NOT;
  }

  boolean isLongerThan(Duration time) {
    long began = since;
    return began != NOT && System.nanoTime() - began > time.toNanos();
  }
}
