package io.calque.generated;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Calque is known to do wrong or to refuse. Cases that meet one are left out and counted, so
 * that the others can be seen; whoever mends one takes it from this list. There is none now; one is
 * added as {@code NAME(generated -> …)} with a sentence that says what is wrong.
 */
enum KnownDefect {
  ;

  private final Predicate<Case> meets;

  KnownDefect(Predicate<Case> meets) {
    this.meets = meets;
  }

  boolean isMetBy(Case generated) {
    return meets.test(generated);
  }

  static boolean anyMetBy(Case generated) {
    return Stream.of(values()).anyMatch(defect -> defect.isMetBy(generated));
  }
}
