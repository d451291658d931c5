package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A query that the warehouse refused or could not finish.
 *
 * <p>The SQLSTATE is the warehouse's own where it has one, else the one that its message stands
 * for. The cause is the warehouse's own exception.
 */
public final class WarehouseException extends SQLException {
  private static final long serialVersionUID = 1L;

  private final String warehouseSql;

  WarehouseException(String reason, String sqlState, String warehouseSql, Throwable cause) {
    super(
        CalqueException.of(ErrorCode.WAREHOUSE_ERROR, reason).getMessage(),
        sqlState,
        ErrorCode.WAREHOUSE_ERROR.number(),
        cause);
    this.warehouseSql = warehouseSql;
  }

  /** The SQL that the warehouse was given, if the error is about a query. */
  public Optional<String> warehouseSql() {
    return Optional.ofNullable(warehouseSql);
  }
}
