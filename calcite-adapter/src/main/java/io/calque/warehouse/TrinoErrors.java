package io.calque.warehouse;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * What Trino's errors mean. Its driver gives no SQLSTATE, but the number that Trino's {@code
 * StandardErrorCode} has for the error.
 */
final class TrinoErrors {
  private static final Map<Integer, String> STATES =
      Map.ofEntries(
          Map.entry(1, "42601"),
          Map.entry(3, "57014"),
          Map.entry(4, "42501"),
          Map.entry(5, "42704"),
          Map.entry(6, "42883"),
          Map.entry(7, "22023"),
          Map.entry(8, "22012"),
          Map.entry(9, "22018"),
          Map.entry(10, "42883"),
          Map.entry(13, "0A000"),
          Map.entry(15, "42P20"),
          Map.entry(19, "22003"),
          Map.entry(23, "25006"),
          Map.entry(28, "21000"),
          Map.entry(31, "57014"),
          Map.entry(35, "54000"),
          Map.entry(36, "0A000"),
          Map.entry(37, "53200"),
          Map.entry(38, "57014"),
          Map.entry(40, "54001"),
          Map.entry(43, "42704"),
          Map.entry(44, "3D000"),
          Map.entry(45, "3F000"),
          Map.entry(46, "42P01"),
          Map.entry(47, "42703"),
          Map.entry(56, "3D000"),
          Map.entry(57, "3F000"),
          Map.entry(58, "42804"),
          Map.entry(59, "22007"),
          Map.entry(62, "42702"),
          Map.entry(63, "42P10"),
          Map.entry(64, "42803"),
          Map.entry(67, "42803"),
          Map.entry(73, "42803"),
          Map.entry(80, "07001"),
          Map.entry(108, "54001"),
          Map.entry(125, "08006"),
          Map.entry(65_541, "57P03"),
          Map.entry(65_545, "57P03"),
          Map.entry(65_548, "57P03"),
          Map.entry(131_072, "53000"),
          Map.entry(131_073, "53200"),
          Map.entry(131_074, "53300"),
          Map.entry(131_075, "57014"),
          Map.entry(131_076, "53200"),
          Map.entry(131_077, "57014"),
          Map.entry(131_079, "53200"));

  /** How the driver's text begins for HTTP's 401, which has no number of Trino's. */
  private static final String REFUSED = "Authentication failed";

  private TrinoErrors() {}

  /** Without the query's number and the place in the generated SQL, which the user never wrote. */
  static WarehouseError explain(SQLException error) {
    String text =
        String.valueOf(error.getMessage())
            .replaceFirst("^Query failed \\(#\\w+\\): ", "")
            .replaceFirst("^line \\d+:\\d+: ", "");
    Optional<IOException> lost = lost(error);
    if (lost.isPresent()) {
      String reason = String.valueOf(lost.get().getMessage());
      return new WarehouseError("08006", text.contains(reason) ? text : text + ": " + reason);
    }
    return new WarehouseError(state(error, text), text);
  }

  private static String state(SQLException error, String text) {
    String told = error.getSQLState();
    if (told != null && told.length() == 5) {
      return told;
    }
    return text.startsWith(REFUSED) ? "28000" : STATES.getOrDefault(error.getErrorCode(), "58000");
  }

  /** The reason why the coordinator could not be talked to; the driver connects with each query. */
  private static Optional<IOException> lost(SQLException error) {
    Throwable cause = error.getCause();
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable((IOException) cause);
  }
}
