package io.calque.jdbc;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What Calque refuses: the message shows the place in the user's statement, the vendor code is the
 * number of the {@link ErrorCode}.
 */
public final class CalqueSqlException extends SQLException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient SqlPlace place;

  CalqueSqlException(CalqueException refused) {
    super(
        refused.getMessage(),
        refused.code().sqlState(),
        refused.code().number(),
        refused.getCause());
    this.code = refused.code();
    this.place = refused.place().orElse(null);
  }

  /** Which refusal it is. */
  public ErrorCode code() {
    return code;
  }

  /** Where in the user's statement, if it is about a place there. */
  public Optional<SqlPlace> place() {
    return Optional.ofNullable(place);
  }
}
