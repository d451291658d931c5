package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.bind.NameRules;
import io.calque.warehouse.WarehouseEngines;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only PostgreSQL has: its functions, search path, transactions, and the pool over it. */
class PostgresOwnTest {
  /** Volatile, as they give another answer each time; they change nothing and read nothing. */
  private static final Set<String> HARMLESS =
      Set.of(
          "amvalidate",
          "array_sample",
          "array_shuffle",
          "clock_timestamp",
          "gen_random_uuid",
          "random",
          "random_normal",
          "timeofday",
          "uuidv4",
          "uuidv7");

  private static Postgres server;
  @TempDir Path folder;

  @BeforeAll
  static void start() throws SQLException {
    server = Postgres.start();
    try (Connection tables = server.connect("fair", "stock");
        Statement statement = tables.createStatement()) {
      statement.execute("CREATE TABLE items (id INTEGER NOT NULL, name TEXT)");
      statement.execute(
          "INSERT INTO items SELECT g, 'item ' || g FROM generate_series(1, 10000) g");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private SmallProject project(String table, String... warehouse) throws IOException {
    return SmallProject.write(
        folder,
        table,
        "warehouse:\n  url: '%s'\n  user: postgres\n  %s\n"
            .formatted(server.url("fair"), String.join("\n  ", warehouse)));
  }

  /**
   * Functions that change state are volatile, those that read catalogs are stable and mostly called
   * {@code pg_…}. A new version's have to be put on one list or the other.
   */
  @Test
  void eachFunctionOfTheServerIsAllowedOrRefused() throws SQLException {
    NameRules rules = WarehouseEngines.dialect("postgresql").nameRules();
    Set<String> unknown = new TreeSet<>();
    try (Connection connection = server.connect("fair", "stock");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT DISTINCT proname FROM pg_proc
                WHERE (provolatile = 'v' OR proretset) AND pronamespace = 'pg_catalog'::regnamespace
                  AND 'internal'::regtype <> ALL (proargtypes)
                  AND prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)""")) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (!rules.isRefused(name) && !rules.isTableFunction(name) && !HARMLESS.contains(name)) {
          unknown.add(name);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void functionsThatReachOutAreRefused() throws IOException, SQLException {
    try (Connection calque = project("stock.items").connect()) {
      for (String call :
          new String[] {
            "pg_read_file('/etc/passwd')",
            "PG_CATALOG.pg_read_file('/etc/passwd')",
            "\"pg_ls_dir\"('/')",
            "query_to_xml('SELECT 1', true, true, '')",
            "set_config('search_path', 'x', false)",
            "current_setting('data_directory')",
            "nextval('s')",
            "lo_import('/etc/passwd')",
            "dblink('x', 'y')",
            "pg_sleep(1)",
            "has_table_privilege('pg_class', 'SELECT')"
          }) {
        SQLException refused =
            assertThrows(
                SQLException.class,
                () -> SmallProject.value(calque, "SELECT " + call + " FROM item"));
        assertEquals(501, refused.getErrorCode(), call + ": " + refused.getMessage());
      }
      assertEquals("integer", SmallProject.value(calque, "SELECT pg_typeof(id) FROM item LIMIT 1"));
    }
  }

  /** Such a cast is a look into the catalog: whether there is a table, a function, a user. */
  @Test
  void castsThatReadTheCatalogAreRefused() throws IOException, SQLException {
    try (Connection calque = project("stock.items").connect()) {
      for (String cast :
          new String[] {
            "'items'::regclass",
            "CAST(name AS regclass)",
            "CAST(1259 AS pg_catalog.REGCLASS)",
            "CAST('now' AS \"regproc\")",
            "CAST('{pg_class}' AS regclass[])",
            "CAST('pg_class' AS U&\"r\\0065gclass\")",
            "regrole 'postgres'",
            "regnamespace('stock')"
          }) {
        SQLException refused =
            assertThrows(
                SQLException.class,
                () -> SmallProject.value(calque, "SELECT " + cast + " FROM item"));
        assertEquals(501, refused.getErrorCode(), cast + ": " + refused.getMessage());
      }
      assertEquals("1", SmallProject.value(calque, "SELECT id::text FROM item LIMIT 1"));
    }
  }

  /** What the catalog says of a column holds where a feature shows it and nothing else. */
  @Test
  void nullability() throws IOException, SQLException {
    try (Connection calque = project("stock.items").connect()) {
      assertEquals(DatabaseMetaData.columnNoNulls, nullability(calque, "id"));
      assertEquals(DatabaseMetaData.columnNullable, nullability(calque, "name"));
      assertEquals(DatabaseMetaData.columnNullableUnknown, nullability(calque, "next_name"));
      try (Statement statement = calque.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT b.id FROM item a LEFT JOIN item b ON b.id < 0")) {
        assertEquals(ResultSetMetaData.columnNullableUnknown, rows.getMetaData().isNullable(1));
      }
    }
  }

  private static int nullability(Connection calque, String column) throws SQLException {
    try (ResultSet columns = calque.getMetaData().getColumns(null, "entities", "item", column)) {
      assertTrue(columns.next(), column);
      return columns.getInt("NULLABLE");
    }
  }

  /** A table without a schema is looked for where PostgreSQL would look. */
  @Test
  void searchPath() throws IOException, SQLException {
    try (Connection calque = project("ITEMS", "init: [SET search_path TO stock]").connect()) {
      assertEquals("10000", SmallProject.value(calque, "SELECT COUNT(*) FROM item"));
    }
    try (Connection calque = project("items", "properties: {currentSchema: stock}").connect()) {
      assertEquals("10000", SmallProject.value(calque, "SELECT COUNT(*) FROM item"));
    }
  }

  /** The transaction that a cursor needs is read-only, and over when the rows are. */
  @Test
  void transactions() throws IOException, SQLException {
    String state =
        "SELECT string_agg(DISTINCT state, ',') FROM pg_stat_activity WHERE application_name = 'Calque'";
    try (Connection calque = project("stock.items").connect();
        Connection tables = server.connect("fair", "stock")) {
      try (Statement statement = calque.createStatement();
          ResultSet rows = statement.executeQuery("SELECT id FROM item")) {
        assertTrue(rows.next());
        assertEquals("idle in transaction", SmallProject.value(tables, state));
      }
      assertEquals("idle", SmallProject.value(tables, state));
      SQLException locked =
          assertThrows(
              SQLException.class,
              () -> SmallProject.value(calque, "SELECT id FROM item FOR UPDATE"));
      assertTrue(Set.of("25006", "42601").contains(locked.getSQLState()), locked.getMessage());
    }
  }

  /** What the driver looks up for metadata leaves nothing open, nor does what it fails to find. */
  @Test
  void metadataLeavesNoTransaction() throws IOException, SQLException {
    String state =
        "SELECT string_agg(DISTINCT state, ',') FROM pg_stat_activity WHERE application_name = 'Calque'";
    try (Connection calque = project("stock.items", "pool: {maximumPoolSize: 1}").connect();
        Connection tables = server.connect("fair", "stock");
        PreparedStatement known = calque.prepareStatement("SELECT id, name FROM item");
        PreparedStatement unknown = calque.prepareStatement("SELECT nofun(id) FROM item")) {
      assertEquals(2, known.getMetaData().getColumnCount());
      assertEquals("idle", SmallProject.value(tables, state));
      assertThrows(SQLException.class, unknown::getMetaData);
      assertEquals("idle", SmallProject.value(tables, state));
      try (ResultSet types = calque.getMetaData().getTypeInfo()) {
        assertTrue(types.next());
      }
      assertEquals("idle", SmallProject.value(tables, state));
      assertEquals("10000", SmallProject.value(calque, "SELECT COUNT(*) FROM item"));
    }
  }

  @Test
  void theDialectCanBeNamed() throws IOException, SQLException {
    String explain = "EXPLAIN SELECT next_name FROM item";
    try (Connection calque = project("stock.items").connect()) {
      assertTrue(sql(calque, explain).contains("DISTINCT ON"));
    }
    try (Connection calque =
        project("stock.items", "pool: {maximumPoolSize: 2}\ndialect: generic").connect()) {
      assertTrue(sql(calque, explain).contains("ROW_NUMBER()"));
      assertEquals("item 2", SmallProject.value(calque, "SELECT next_name FROM item WHERE id = 1"));
    }
  }

  private static String sql(Connection calque, String explain) throws SQLException {
    try (Statement statement = calque.createStatement();
        ResultSet rows = statement.executeQuery(explain)) {
      rows.next();
      return rows.getString(3);
    }
  }

  /** HikariCP tells who keeps a connection for longer than the project allows. */
  @Test
  void leaksAreTold() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    Logger log = Logger.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            if (entry.getMessage().contains("leak detection triggered")) {
              told.countDown();
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.setLevel(Level.WARNING);
    log.addHandler(handler);
    try (Connection calque =
            project("stock.items", "pool: {leakDetectionThreshold: 2000}").connect();
        Statement statement = calque.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM item")) {
      assertTrue(rows.next());
      assertTrue(told.await(20, TimeUnit.SECONDS));
    } finally {
      log.removeHandler(handler);
    }
  }
}
