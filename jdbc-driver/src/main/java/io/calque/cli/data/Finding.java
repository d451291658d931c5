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
  /** What data is checked for. Codes begin with V; those of the rules for models never do. */
  public enum Kind {
    /** A table or column is missing, or an expression fails. */
    UNREADABLE("V01", Severity.ERROR),
    NULL_KEY("V02", Severity.ERROR),
    REPEATED_KEY("V03", Severity.ERROR),
    /** More rows belong together than the declared cardinality allows. */
    CARDINALITY("V04", Severity.ERROR),
    DANGLING("V05", Severity.WARNING),
    /** A join that brings no two rows together. */
    REACHES_NOTHING("V06", Severity.WARNING),
    JOIN_TYPES("V07", Severity.WARNING),
    /** Something could not be asked. */
    NOT_CHECKED("V08", Severity.INFO),
    /** As {@link #CARDINALITY}, by the join that queries get which name none. */
    DEFAULT_MULTIPLIES("V09", Severity.ERROR),
    /** A join finds rows of a large table by columns that no index begins with. */
    NO_INDEX("V10", Severity.WARNING),
    /** The warehouse knows nothing of the values of columns that a large table is joined by. */
    NO_STATISTICS("V11", Severity.WARNING),
    /** A pre-aggregated table is not there, or does not hold what it should. */
    STORED_TABLE("V12", Severity.WARNING);

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
