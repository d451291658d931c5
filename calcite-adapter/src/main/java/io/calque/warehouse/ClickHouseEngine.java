package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * ClickHouse. Left to itself, it fills in zeros and empty strings where SQL has NULL: where an
 * outer join finds no row, in totals, and in sums over no rows. Numbers would be wrong, so a
 * connection on which it does is refused.
 */
final class ClickHouseEngine extends JdbcEngine {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "aggregate_functions_null_for_empty", "1",
          "group_by_use_nulls", "1",
          "join_use_nulls", "1");

  /** What its error numbers mean; its driver has one SQLSTATE for all. */
  private static final Map<Integer, String> STATES =
      Map.ofEntries(
          Map.entry(6, "22018"),
          Map.entry(38, "22007"),
          Map.entry(41, "22007"),
          Map.entry(43, "42804"),
          Map.entry(46, "42883"),
          Map.entry(47, "42703"),
          Map.entry(53, "42804"),
          Map.entry(60, "42P01"),
          Map.entry(62, "42601"),
          Map.entry(81, "3D000"),
          Map.entry(153, "22012"),
          Map.entry(159, "57014"),
          Map.entry(394, "57014"),
          Map.entry(407, "22003"),
          Map.entry(497, "42501"));

  ClickHouseEngine() {
    super(new ClickHouseDialect(), "jdbc:clickhouse:", "jdbc:ch:");
  }

  /** The driver hands properties of that prefix on to the server. */
  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    Map<String, String> properties =
        SETTINGS.entrySet().stream()
            .collect(
                Collectors.toMap(
                    setting -> "clickhouse_setting_" + setting.getKey(), Map.Entry::getValue));
    return new DriverConnections(this, settings, properties, false);
  }

  @Override
  void prepare(Connection connection) throws SQLException {
    String names =
        SETTINGS.keySet().stream()
            .sorted()
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM system.settings WHERE value <> '1' AND name IN ("
                    + names
                    + ")")) {
      if (rows.next()) {
        throw CalqueException.of(
            ErrorCode.WAREHOUSE_UNREACHABLE,
            "ClickHouse gives zeros where SQL has NULL; give the user a settings profile with %s = 1"
                .formatted(rows.getString(1)));
      }
    }
  }

  @Override
  public WarehouseError explain(SQLException error) {
    return VendorCodes.explain(super.explain(error), error, STATES);
  }
}
