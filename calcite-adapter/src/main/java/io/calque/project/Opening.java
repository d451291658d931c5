package io.calque.project;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is opened while something else is done: a warehouse, which takes a fresh JVM as
 * long as reading a model does.
 */
final class Opening<T> {
  private final CompletableFuture<T> opened;

  private Opening(CompletableFuture<T> opened) {
    this.opened = opened;
  }

  /** Begins at once, on a thread of its own. */
  static <T> Opening<T> start(Supplier<T> opener) {
    return new Opening<>(
        CompletableFuture.supplyAsync(
            opener,
            task -> {
              Thread thread = new Thread(task, "calque-opening");
              thread.setDaemon(true);
              thread.start();
            }));
  }

  /** What was opened, once it is. What the opener threw is thrown here. */
  T await() {
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Takes back what was opened, once it is; nothing if that failed. */
  void undo(Consumer<T> closer) {
    opened
        .handle(
            (open, failure) -> {
              if (failure == null) {
                closer.accept(open);
              }
              return open;
            })
        .join();
  }
}
