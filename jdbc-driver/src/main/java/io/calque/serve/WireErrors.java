package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.avatica.AvaticaSeverity;
import org.apache.calcite.avatica.NoSuchConnectionException;
import org.apache.calcite.avatica.remote.Service.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a remote client is told of an error: text, code and SQLSTATE, and never a stack trace. */
final class WireErrors {
  private static final Logger LOG = LoggerFactory.getLogger(WireErrors.class);

  private WireErrors() {}

  static ErrorResponse of(Exception e) {
    if (e instanceof SQLException refused) {
      return response(refused.getMessage(), refused.getErrorCode(), refused.getSQLState());
    }
    if (e instanceof CalqueException refused) {
      return response(refused.getMessage(), refused.code().number(), refused.code().sqlState());
    }
    if (e instanceof NoSuchConnectionException) {
      // The number by which Avatica's client knows that it may connect again.
      return response(e.getMessage(), ErrorResponse.MISSING_CONNECTION_ERROR_CODE, "08003");
    }
    LOG.error("A request failed", e);
    return of(
        CalqueException.of(
            ErrorCode.INTERNAL, "this is a defect of Calque; the server's log has more"));
  }

  private static ErrorResponse response(String text, int code, String sqlState) {
    return new ErrorResponse(
        List.of(),
        text,
        code,
        sqlState == null ? ErrorCode.WAREHOUSE_ERROR.sqlState() : sqlState,
        AvaticaSeverity.ERROR,
        null);
  }
}
