package io.calque.project;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is computed when it is first wanted, by one thread, and then kept. */
final class Once<T> {
  private Supplier<T> maker;
  private T value;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (maker != null) {
      value = maker.get();
      maker = null;
    }
    return value;
  }

  /** The value, if anybody has asked for it yet. */
  synchronized Optional<T> made() {
    return Optional.ofNullable(value);
  }
}
