package io.calque.benchmarks;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param calque Calque's own value; may be empty
 * @param rival the rival and its value; may be empty
 * @param measured what the target speaks of
 * @param unit its unit, {@code ×} for a ratio
 */
record Figure(
    String what, String calque, String rival, Interval measured, String unit, Target target) {

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

  boolean isMet() {
    return target.isMet(measured);
  }

  String measuredText() {
    return "%s%s [%s–%s]"
        .formatted(
            Format.number(measured.middle()),
            unit,
            Format.number(measured.low()),
            Format.number(measured.high()));
  }
}
