package io.calque.benchmarks;

import java.util.Optional;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param calque Calque's own value; may be empty
 * @param rival the rival and its value, or why it has none; may be empty
 * @param measured what the target speaks of; empty if a rival could not do it
 * @param unit its unit, {@code ×} for a ratio
 */
record Figure(
    String what,
    String calque,
    String rival,
    Optional<Interval> measured,
    String unit,
    Target target) {

  Figure(String what, String calque, String rival, Interval measured, String unit, Target target) {
    this(what, calque, rival, Optional.of(measured), unit, target);
  }

  /** The ratio of times. */
  static Figure ratio(String what, Pairs pairs, String rival, Target target) {
    return new Figure(
        what,
        pairs.calqueTime(),
        rival + " " + pairs.rivalTime(),
        Interval.ofMedian(pairs.ratios()),
        "×",
        target);
  }

  /** How many times as fast. */
  static Figure speedUp(String what, Pairs pairs, String rival, Target target) {
    return new Figure(
        what,
        pairs.calqueTime(),
        rival + " " + pairs.rivalTime(),
        Interval.ofMedian(pairs.speedUps()),
        "× as fast",
        target);
  }

  /** A value without a rival. */
  static Figure value(String what, double[] samples, String unit, Target target) {
    return new Figure(what, "", "", Interval.ofMedian(samples), unit, target);
  }

  /** A rival fails, or answers something else. */
  static Figure cannot(String what, String rival, String reason) {
    return new Figure(what, "", rival + " cannot: " + reason, Optional.empty(), "", Target.NONE);
  }

  /** Whether the interval reaches the target, if there is one. */
  boolean isMet() {
    return measured.map(target::isMet).orElse(true);
  }

  String measuredText() {
    return measured.map(this::text).orElse("");
  }

  private String text(Interval interval) {
    if (interval.low() == interval.high()) {
      return Format.number(interval.middle()) + unit;
    }
    return "%s%s [%s–%s%s]"
        .formatted(
            Format.number(interval.middle()),
            unit,
            Format.number(interval.low()),
            Format.number(interval.high()),
            interval.samples() < Effort.PAIRS_FOR_INTERVAL ? ", all " + interval.samples() : "");
  }
}
