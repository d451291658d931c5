package io.calque.error;

/**
 * Every way in which Calque refuses a statement or a connection: the code that is shown to the
 * user, and the SQLSTATE (ISO 9075-2, table 38, and the classes that PostgreSQL adds) by which a
 * tool recognises it.
 *
 * <p>A code, once released, keeps its meaning. What is wrong with a model has codes of its own; see
 * {@code io.calque.model.read.Rule}.
 */
public enum ErrorCode {
  // Statements
  SYNTAX_ERROR(100, "42601"),
  READ_ONLY(101, "25006"),
  SEVERAL_STATEMENTS(102, "42601"),
  NOT_SUPPORTED(103, "0A000"),

  // Names
  UNKNOWN_ENTITY(200, "42P01"),
  UNKNOWN_FEATURE(201, "42703"),
  UNKNOWN_ALIAS(202, "42P01"),
  UNKNOWN_JOIN(203, "42704"),
  UNKNOWN_METRIC(204, "42704"),
  AMBIGUOUS_NAME(205, "42702"),
  DUPLICATE_ALIAS(206, "42712"),
  WHOLE_ROW_REFERENCE(207, "42703"),

  // Joins
  NO_RELATIONSHIP(300, "42P17"),
  AMBIGUOUS_JOIN(301, "42P09"),
  NO_DEFAULT_JOIN(302, "42P09"),
  JOIN_NOT_ALLOWED_HERE(303, "42601"),

  // Metrics
  METRIC_NOT_ALLOWED_HERE(400, "42803"),

  // Reading outside the model
  NOT_IN_MODEL(500, "42501"),
  FUNCTION_REFUSED(501, "42501"),

  // Connecting
  BAD_URL(600, "08001"),
  UNKNOWN_PROPERTY(601, "08001"),
  BAD_PROPERTY(602, "08001"),
  BAD_PROJECT(603, "08001"),
  MODEL_HAS_ERRORS(604, "08001"),
  WAREHOUSE_UNREACHABLE(605, "08001"),

  // Running
  WAREHOUSE_ERROR(700, "58000"),
  CANCELLED(701, "57014"),
  TIMED_OUT(702, "57014"),
  CLOSED(703, "08003"),

  // Serving
  SERVER_BUSY(800, "53300"),
  SERVER_STOPPING(801, "57P01"),

  /** A defect of Calque itself. The message asks for a report and carries no secrets. */
  INTERNAL(999, "XX000");

  private final int number;
  private final String sqlState;

  ErrorCode(int number, String sqlState) {
    this.number = number;
    this.sqlState = sqlState;
  }

  /** The vendor code of the {@code SQLException}; a positive number that never changes. */
  public int number() {
    return number;
  }

  /** The SQLSTATE: five characters. */
  public String sqlState() {
    return sqlState;
  }

  /** The code as it is shown, such as {@code CALQUE-201}. */
  public String label() {
    return "CALQUE-" + number;
  }
}
