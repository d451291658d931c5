package io.calque.warehouse;

/**
 * The wish that one execution of a query end, given from any thread at any time: before it starts,
 * while it executes, while its rows flow, after it is done.
 *
 * <p>The first wish counts. A signal serves one execution only, so that a late wish cannot hit the
 * next one.
 */
public final class CancelSignal {
  /** What is wished. */
  public enum State {
    RUN,
    CANCELLED,
    TIMED_OUT
  }

  private volatile State state = State.RUN;
  private Runnable interrupter = () -> {};

  public State state() {
    return state;
  }

  /** Wishes the execution to end because someone asked for it. */
  public void cancel() {
    end(State.CANCELLED);
  }

  /** Wishes the execution to end because its time is up. */
  void expire() {
    end(State.TIMED_OUT);
  }

  /** Sets what a wish does at once, besides being noted; does it now if there already is one. */
  void onEnd(Runnable newInterrupter) {
    boolean ended;
    synchronized (this) {
      interrupter = newInterrupter;
      ended = state != State.RUN;
    }
    if (ended) {
      newInterrupter.run();
    }
  }

  private void end(State wish) {
    Runnable toRun;
    synchronized (this) {
      if (state != State.RUN) {
        return;
      }
      state = wish;
      toRun = interrupter;
    }
    toRun.run();
  }
}
