package io.calque.warehouses;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL, from the binaries that are on Maven Central; its catalogs are databases. */
final class Postgres implements TestWarehouse {
  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts a server with both databases; where that is not possible, the tests are skipped. */
  static Postgres start() throws SQLException {
    Postgres started = new Postgres(server(EmbeddedPostgres.builder()));
    try (Connection connection = DriverManager.getConnection(started.jdbc("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE fair");
      statement.execute("CREATE DATABASE tpch");
    }
    return started;
  }

  static EmbeddedPostgres server(EmbeddedPostgres.Builder builder) {
    try {
      return builder.start();
    } catch (IOException | IllegalStateException e) {
      throw new TestAbortedException("PostgreSQL cannot be started here: " + e, e);
    }
  }

  private String jdbc(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public String url(String catalog) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + catalog;
  }

  @Override
  public List<String> settings() {
    return List.of("user: postgres");
  }

  @Override
  public Connection connect(String catalog, String schema) throws SQLException {
    Connection connection = DriverManager.getConnection(jdbc(catalog));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      statement.execute("SET search_path TO " + schema);
    }
    return connection;
  }

  @Override
  public void loadTpch(Connection connection) throws SQLException, IOException {
    CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
    TpchTables.load(
        connection,
        (table, lines) -> {
          try (Reader reader = Files.newBufferedReader(lines)) {
            manager.copyIn("COPY " + table + " FROM STDIN WITH (DELIMITER '|')", reader);
          }
        });
  }

  @Override
  public Map<Lack, String> lacks() {
    Map<Lack, String> lacks = new HashMap<>();
    lacks.put(Lack.GROUP_BY_ALL, "comes with version 19");
    lacks.put(Lack.QUALIFY, "not in PostgreSQL");
    lacks.put(Lack.TRY_CAST, "not in PostgreSQL");
    lacks.put(Lack.LIST_LITERAL, "arrays are written ARRAY[…]");
    lacks.put(Lack.STRUCT_LITERAL, "it is ROW(…)");
    lacks.put(Lack.DATEDIFF, "it is a - b");
    lacks.put(Lack.MEDIAN, "it is percentile_cont(0.5) WITHIN GROUP (ORDER BY …)");
    lacks.put(Lack.MAX_BY, "it is (array_agg(… ORDER BY …))[1]");
    lacks.put(Lack.FULL_JOIN_ON_INEQUALITY, "its full joins hash or merge");
    return lacks;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
