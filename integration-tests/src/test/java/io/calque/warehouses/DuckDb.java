package io.calque.warehouses;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** DuckDB in memory; its catalogs are attached databases. */
final class DuckDb implements TestWarehouse {
  private final String url = "jdbc:duckdb::memory:contract_" + UUID.randomUUID();

  /** Keeps the database there. */
  private final Connection keeper;

  DuckDb() throws SQLException {
    this.keeper = DriverManager.getConnection(url);
  }

  @Override
  public String dialect() {
    return "duckdb";
  }

  @Override
  public String url(String catalog) {
    return url;
  }

  @Override
  public Connection connect(String catalog, String schema) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ATTACH IF NOT EXISTS ':memory:' AS " + catalog);
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + catalog + "." + schema);
      statement.execute("USE " + catalog + "." + schema);
    }
    return connection;
  }

  @Override
  public void loadTpch(Connection connection) throws SQLException, IOException {
    TpchTables.load(
        connection,
        (table, lines) -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "COPY %s FROM '%s' (FORMAT csv, DELIMITER '|', HEADER false)"
                    .formatted(table, lines));
          }
        });
  }

  @Override
  public Map<Lack, String> lacks() {
    return Map.of();
  }

  @Override
  public void close() throws SQLException {
    keeper.close();
  }
}
