package io.calque.benchmarks;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What Calque, its pool and its rivals tell, which would hide the figures. */
final class Logs {
  private Logs() {}

  /** Shows only what went wrong. */
  static void silence() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setLevel(Level.SEVERE);
    }
  }
}
