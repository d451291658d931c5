package io.calque.model.read;

import io.calque.model.Place;
import java.util.Comparator;

/**
 * One thing that is wrong in a model.
 *
 * @param severity how bad it is here; usually {@link Rule#severity()}
 * @param rule what was broken
 * @param place where; line and column 1 where only the file is known
 * @param subject the entity or relationship it is about, such as {@code customer} or {@code
 *     customer-order}; empty if it is about neither
 * @param message what is wrong, in the words of the file; one line
 * @param remedy what to write instead; may have several lines, for text to paste; empty if there is
 *     nothing to be done
 */
public record Problem(
    Severity severity, Rule rule, Place place, String subject, String message, String remedy) {
  /** By file, line and column, then what was found first by code and text. */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.<Problem, String>comparing(problem -> problem.place().file())
          .thenComparing(problem -> problem.place().line())
          .thenComparing(problem -> problem.place().column())
          .thenComparing(Problem::severity)
          .thenComparing(problem -> problem.rule().code())
          .thenComparing(Problem::message);

  /** As compilers write it, in one line: {@code file:line:column: error Y7: message}. */
  public String headline() {
    return place + ": " + severity.label() + " " + rule.code() + ": " + message;
  }

  /** The headline, and on lines of its own, indented, the remedy. */
  @Override
  public String toString() {
    return remedy.isEmpty() ? headline() : headline() + "\n" + remedy.indent(4).stripTrailing();
  }
}
