package io.calque.benchmarks;

import java.util.Optional;

/**
 * What a figure should be.
 *
 * @param bound the value, in the figure's unit; empty if the figure is only for information
 * @param isMost whether it may be less, or else more
 */
record Target(Optional<Double> bound, boolean isMost) {
  /** Nobody set one. */
  static final Target NONE = new Target(Optional.empty(), true);

  static Target atMost(double value) {
    return new Target(Optional.of(value), true);
  }

  static Target atLeast(double value) {
    return new Target(Optional.of(value), false);
  }

  /** Whether the interval of what was measured reaches it. */
  boolean isMet(Interval measured) {
    return bound
        .map(value -> isMost ? measured.low() <= value : measured.high() >= value)
        .orElse(true);
  }

  /** For a table. */
  String text(String unit) {
    return bound.map(value -> (isMost ? "≤ " : "≥ ") + plain(value) + unit).orElse("");
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
