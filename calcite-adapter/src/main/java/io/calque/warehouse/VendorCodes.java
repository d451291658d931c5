package io.calque.warehouse;

import java.sql.SQLException;
import java.util.Map;

/** What a warehouse's own numbers of errors mean, where its driver's SQLSTATE says less. */
final class VendorCodes {
  private VendorCodes() {}

  /**
   * The error with the SQLSTATE that its number stands for.
   *
   * @param told what the driver says
   * @param states SQLSTATE by number
   */
  static WarehouseError explain(
      WarehouseError told, SQLException error, Map<Integer, String> states) {
    return new WarehouseError(
        states.getOrDefault(error.getErrorCode(), told.sqlState()), told.text());
  }
}
