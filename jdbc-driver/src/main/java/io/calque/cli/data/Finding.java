package io.calque.cli.data;

import io.calque.model.Place;
import io.calque.model.read.Severity;

/**
 * Something in the data that is not as the model says.
 *
 * @param place what in the model it contradicts
 * @param message what was found
 * @param effect what it does to queries, or what to do about it
 */
public record Finding(Kind kind, Place place, String message, String effect) {
  /** What data is checked for. */
  public enum Kind {
    /** A table or column is missing, or an expression fails. */
    UNREADABLE("D01", Severity.ERROR),
    NULL_KEY("D02", Severity.ERROR),
    REPEATED_KEY("D03", Severity.ERROR),
    /** More rows belong together than the declared cardinality allows. */
    CARDINALITY("D04", Severity.ERROR),
    DANGLING("D05", Severity.WARNING),
    /** A join that brings no two rows together. */
    REACHES_NOTHING("D06", Severity.WARNING),
    JOIN_TYPES("D07", Severity.WARNING),
    /** Something could not be asked. */
    NOT_CHECKED("D08", Severity.INFO);

    private final String code;
    private final Severity severity;

    Kind(String code, Severity severity) {
      this.code = code;
      this.severity = severity;
    }

    public String code() {
      return code;
    }

    public Severity severity() {
      return severity;
    }
  }
}
