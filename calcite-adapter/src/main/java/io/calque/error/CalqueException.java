package io.calque.error;

import java.util.Objects;
import java.util.Optional;

/**
 * A statement or a connection that Calque refuses, with the reason in the user's words.
 *
 * <p>The driver turns it into a {@code SQLException} with the code's number and SQLSTATE, and keeps
 * the cause. The message never holds credentials.
 */
public final class CalqueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Characters of a reason that are shown: a list of a model's problems may be long. */
  private static final int LONGEST = 9_000;

  private final ErrorCode code;
  private final transient SqlPlace place;

  private CalqueException(ErrorCode code, String message, SqlPlace place, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
    this.place = place;
  }

  /** An error that has no place in a statement. */
  public static CalqueException of(ErrorCode code, String message) {
    return new CalqueException(code, message, null, null);
  }

  /** An error that has no place in a statement, with what caused it. */
  public static CalqueException of(ErrorCode code, String message, Throwable cause) {
    return new CalqueException(code, message, null, cause);
  }

  /** An error at a place in the user's statement. */
  public static CalqueException at(SqlPlace place, ErrorCode code, String message) {
    return new CalqueException(code, message, Objects.requireNonNull(place), null);
  }

  /** An error at a place in the user's statement, with what caused it. */
  public static CalqueException at(
      SqlPlace place, ErrorCode code, String message, Throwable cause) {
    return new CalqueException(code, message, Objects.requireNonNull(place), cause);
  }

  public ErrorCode code() {
    return code;
  }

  /** Where in the user's statement, if it is about a place there. */
  public Optional<SqlPlace> place() {
    return Optional.ofNullable(place);
  }

  /** The message alone, without code and place. */
  public String reason() {
    String reason = super.getMessage();
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
  }

  /**
   * The whole text: what is wrong, then the line of the user's statement with a marker under the
   * place, then the code.
   */
  @Override
  public String getMessage() {
    StringBuilder text = new StringBuilder(reason());
    if (place != null) {
      text.append('\n').append(place.excerpt());
    }
    return text.append("\n[").append(code.label()).append(']').toString();
  }
}
