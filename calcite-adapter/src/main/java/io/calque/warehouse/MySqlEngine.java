package io.calque.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MySQL and MariaDB, each with its own driver. */
final class MySqlEngine extends JdbcEngine {
  /**
   * Whatever the server or the project sets: names in double quotes, and no escapes in strings, so
   * that a string ends where Calque sees it end; and an hour for whoever reads rows slowly, where
   * the server would hang up after a minute.
   */
  private static final String SESSION =
      "SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES'),"
          + " SESSION net_write_timeout = 3600";

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

  /** Tables and views of one database, the connection's if none is named. */
  private static final String TABLES =
      """
      SELECT table_schema, table_name, column_name, is_nullable, table_schema = database()
      FROM information_schema.columns
      WHERE lower(table_schema) = lower(coalesce(?, database()))
      ORDER BY table_schema, table_name, ordinal_position\
      """;

  private final boolean isRowByRow;

  private MySqlEngine(WarehouseDialect dialect, String urlPrefix, boolean isRowByRow) {
    super(dialect, urlPrefix);
    this.isRowByRow = isRowByRow;
  }

  /** MySQL, whose driver streams with the smallest of all fetch sizes and no other. */
  static MySqlEngine mySql() {
    WarehouseDialect dialect = new MySqlDialect("mysql", "EXPLAIN ANALYZE ");
    return new MySqlEngine(dialect, "jdbc:mysql:", true);
  }

  /** MariaDB, whose driver streams with any fetch size. */
  static MySqlEngine mariaDb() {
    WarehouseDialect dialect = new MySqlDialect("mariadb", "ANALYZE FORMAT=JSON ");
    return new MySqlEngine(dialect, "jdbc:mariadb:", false);
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(this, settings, Map.of(), true);
  }

  @Override
  void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SESSION);
    }
  }

  /** What MySQL calls a database is a schema here: it has no catalogs. */
  @Override
  public List<CatalogTable> tables(Connection connection, TableScope scope) throws SQLException {
    if (scope.catalog().isPresent()) {
      return List.of();
    }
    Set<String> found = new HashSet<>();
    CatalogRows tables = new CatalogRows((c, s, t) -> found.contains(s), catalog -> true);
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, scope.schema().orElse(null));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(5)) {
            found.add(rows.getString(1));
          }
          WarehouseColumn column = WarehouseColumn.unknown(rows.getString(3));
          boolean isNullable = !"NO".equals(rows.getString(4));
          tables.add("", rows.getString(1), rows.getString(2), column.nullable(isNullable));
        }
      }
    }
    return tables.done();
  }

  /** MariaDB lists those that are built in; in MySQL only those that users have made are known. */
  @Override
  public List<WarehouseFunction> functions(Connection connection) throws SQLException {
    if (isRowByRow) {
      return super.functions(connection);
    }
    List<WarehouseFunction> functions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT lower(function) FROM information_schema.sql_functions ORDER BY 1")) {
      while (rows.next()) {
        functions.add(new WarehouseFunction(rows.getString(1), "", false));
      }
    }
    return functions;
  }

  @Override
  void prepareToStream(PreparedStatement statement, int fetchSize) throws SQLException {
    if (isRowByRow) {
      statement.setFetchSize(Integer.MIN_VALUE);
    } else {
      super.prepareToStream(statement, fetchSize);
    }
  }

  /** Both drivers do, and cancelling stops a query only while one of them waits for it. */
  @Override
  public boolean readsAllOnClose() {
    return true;
  }

  @Override
  public WarehouseError explain(SQLException error) {
    WarehouseError told = VendorCodes.explain(super.explain(error), error, STATES);
    if (error.getSQLState() == null && told.text().contains("unknown escape sequence")) {
      return new WarehouseError("42601", told.text());
    }
    return new WarehouseError(told.sqlState(), told.text().replaceFirst("^\\(conn=\\d+\\) ", ""));
  }
}
