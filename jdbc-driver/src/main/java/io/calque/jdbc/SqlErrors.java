package io.calque.jdbc;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** The one place where Calque's errors become {@code SQLException}s. */
final class SqlErrors {
  /** Something that a caller of JDBC asked for. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  private SqlErrors() {}

  /** Does the work; whatever goes wrong arrives as one {@code SQLException}. */
  static <T> T call(Work<T> work) throws SQLException {
    try {
      return work.run();
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
      throw of(e);
    }
  }

  /** What went wrong where work was done for a caller of JDBC, as one {@code SQLException}. */
  static SQLException of(Throwable e) {
    return e instanceof CalqueException told ? new CalqueSqlException(told) : defect(e);
  }

  /** An error of Calque's own. */
  static SQLException of(ErrorCode code, String message) {
    return new CalqueSqlException(CalqueException.of(code, message));
  }

  /** Something that this driver will not do. */
  static SQLException unsupported(String what) {
    ErrorCode code = ErrorCode.NOT_SUPPORTED;
    return new SQLFeatureNotSupportedException(
        CalqueException.of(code, what).getMessage(), code.sqlState(), code.number());
  }

  /** The refusal of everything that would write. */
  static SQLException readOnly() {
    return of(
        ErrorCode.READ_ONLY, "Calque is read-only: it runs queries and EXPLAIN and nothing else");
  }

  /**
   * The object as one of its own interfaces.
   *
   * @throws SQLException if it is not one
   */
  static <T> T unwrap(Object object, Class<T> type) throws SQLException {
    if (type != null && type.isInstance(object)) {
      return type.cast(object);
    }
    throw new SQLException(
        "this is no " + (type == null ? "class that is null" : type.getName()), "22023");
  }

  static SQLException closed(String what) {
    return of(ErrorCode.CLOSED, "this " + what + " is closed");
  }

  private static SQLException defect(Throwable e) {
    return new CalqueSqlException(
        CalqueException.of(
            ErrorCode.INTERNAL,
            "this is a defect of Calque (%s); please report it with the statement"
                .formatted(e.getClass().getSimpleName()),
            e));
  }
}
