package io.calque.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says how long something has been going on, once it takes more than a second; on a terminal only,
 * and gone without a trace once stopped.
 */
final class Progress {
  private static final String ERASE_LINE = "\r\u001B[K";

  private final Terminal terminal;
  private final String what;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock;
  private String step = "";
  private boolean isShown;
  private boolean isStopped;

  private Progress(Terminal terminal, String what) {
    this.terminal = terminal;
    this.what = what;
    this.clock =
        terminal.isInteractive()
            ? Executors.newSingleThreadScheduledExecutor(Progress::thread)
            : null;
    if (clock != null) {
      clock.scheduleAtFixedRate(this::show, 1, 1, TimeUnit.SECONDS);
    }
  }

  /** Begins to count the time; {@code what} is a word such as {@code running}. */
  static Progress of(Terminal terminal, String what) {
    return new Progress(terminal, what);
  }

  /** Says what is being done now. */
  synchronized void now(String next) {
    step = " " + next;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "calque-progress");
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void show() {
    if (!isStopped) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      terminal.err().print(ERASE_LINE + what + step + ", " + seconds + " s");
      terminal.err().flush();
      isShown = true;
    }
  }

  /** Ends it; again does nothing. */
  synchronized void stop() {
    if (clock == null || isStopped) {
      return;
    }
    isStopped = true;
    clock.shutdownNow();
    if (isShown) {
      terminal.err().print(ERASE_LINE);
      terminal.err().flush();
    }
  }
}
