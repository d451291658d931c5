package io.calque.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** MySQL and MariaDB, each with its own driver. */
final class MySqlEngine extends JdbcEngine {
  /**
   * Whatever the server or the project sets: names in double quotes, and no escapes in strings, so
   * that a string ends where Calque sees it end.
   */
  private static final String MODE =
      "SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES')";

  /** What their error numbers mean, where the SQLSTATE says less. */
  private static final Map<Integer, String> STATES =
      Map.ofEntries(
          Map.entry(1054, "42703"),
          Map.entry(1064, "42601"),
          Map.entry(1109, "42P01"),
          Map.entry(1128, "42883"),
          Map.entry(1146, "42P01"),
          Map.entry(1264, "22003"),
          Map.entry(1292, "22007"),
          Map.entry(1305, "42883"),
          Map.entry(1365, "22012"),
          Map.entry(1366, "22018"),
          Map.entry(1370, "42501"),
          Map.entry(1630, "42883"),
          Map.entry(1690, "22003"));

  private final boolean isRowByRow;

  private MySqlEngine(String name, String urlPrefix, boolean isRowByRow) {
    super(new MySqlDialect(name), urlPrefix);
    this.isRowByRow = isRowByRow;
  }

  /** MySQL, whose driver streams with the smallest of all fetch sizes and no other. */
  static MySqlEngine mySql() {
    return new MySqlEngine("mysql", "jdbc:mysql:", true);
  }

  /** MariaDB, whose driver streams with any fetch size. */
  static MySqlEngine mariaDb() {
    return new MySqlEngine("mariadb", "jdbc:mariadb:", false);
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(settings, Map.of(), true, MySqlEngine::setMode);
  }

  private static void setMode(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(MODE);
    }
  }

  @Override
  public void prepareToStream(PreparedStatement statement, int fetchSize) throws SQLException {
    if (isRowByRow) {
      statement.setFetchSize(Integer.MIN_VALUE);
    } else {
      super.prepareToStream(statement, fetchSize);
    }
  }

  /** Otherwise the driver reads all rows that nobody wants before it lets the connection go. */
  @Override
  public void abandon(Connection connection, PreparedStatement statement) throws SQLException {
    statement.cancel();
  }

  @Override
  public WarehouseError explain(SQLException error) {
    return VendorCodes.explain(super.explain(error), error, STATES);
  }
}
