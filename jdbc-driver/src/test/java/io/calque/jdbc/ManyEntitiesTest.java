package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata of a model that is larger than anybody's. */
class ManyEntitiesTest {
  private static final int ENTITIES = 2_000;

  @TempDir Path folder;

  /** Counts what it is asked; all else goes straight to DuckDB. */
  private static final class CountedDuckDb implements java.sql.Driver {
    private static final String PREFIX = "jdbc:counted:";
    private static final Set<String> QUESTIONS =
        Set.of("prepareStatement", "createStatement", "getMetaData");

    private final AtomicInteger questions = new AtomicInteger();

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      if (!acceptsURL(url)) {
        return null;
      }
      Connection connection =
          DriverManager.getConnection("jdbc:duckdb:" + url.substring(PREFIX.length()), info);
      return (Connection)
          Proxy.newProxyInstance(
              CountedDuckDb.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (QUESTIONS.contains(method.getName())) {
                  questions.incrementAndGet();
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public boolean acceptsURL(String url) {
      return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }

  /** A look at the catalog for what stands there, and one question for each 64 tables. */
  @Test
  void asksTheWarehouseAFewTimes() throws SQLException {
    ModelShop shop = new ModelShop(folder);
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < 256; i++) {
      String formula = i % 2 == 0 ? "" : "  - {name: loud, type: formula, sql: 'upper({name})'}\n";
      shop.entity("e" + i, "", "id", List.of("id", "name"), formula, "");
      tables.append("CREATE TABLE e").append(i).append("s(id INTEGER NOT NULL, name VARCHAR);");
    }
    TestShop.sql(folder.resolve("big.duckdb"), tables.toString());
    shop.write(
        "calque.yml",
        "name: big\nwarehouse:\n  url: jdbc:counted:" + folder.resolve("big.duckdb") + "\n");
    CountedDuckDb counted = new CountedDuckDb();
    DriverManager.registerDriver(counted);
    try (Connection connection = shop.connect()) {
      int before = counted.questions.get();
      int rows = 0;
      try (ResultSet columns = connection.getMetaData().getColumns(null, "entities", "%", "%")) {
        while (columns.next()) {
          rows++;
          assertEquals(
              columns.getString("COLUMN_NAME").equals("id") ? "INTEGER" : "VARCHAR",
              columns.getString("TYPE_NAME"));
        }
      }
      assertEquals(256 * 2 + 128, rows);
      int asked = counted.questions.get() - before;
      assertTrue(asked <= 4, "asked " + asked + " times");
    } finally {
      DriverManager.deregisterDriver(counted);
    }
  }

  @Test
  void listsTheColumnsOfThousandsOfEntities() throws SQLException {
    ModelShop shop = new ModelShop(folder);
    shop.write("calque.yml", "name: big\nwarehouse:\n  url: jdbc:duckdb:big.duckdb\n");
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < ENTITIES; i++) {
      shop.entity("e" + i, "", "id", List.of("id", "name"), "", "");
      if (i % 100 != 0) {
        tables.append("CREATE TABLE e").append(i).append("s(id INTEGER, name VARCHAR);");
      }
    }
    TestShop.sql(folder.resolve("big.duckdb"), "BEGIN;" + tables + "COMMIT");
    try (Connection connection = shop.connect()) {
      for (int round = 0; round < 2; round++) {
        int typed = 0;
        int all = 0;
        try (ResultSet columns =
            assertTimeout(
                Duration.ofMinutes(2),
                () -> connection.getMetaData().getColumns(null, "entities", "%", "%"))) {
          while (columns.next()) {
            all++;
            typed += columns.getString("TYPE_NAME").equals("INTEGER") ? 1 : 0;
          }
        }
        assertEquals(2 * ENTITIES, all);
        assertEquals(ENTITIES - ENTITIES / 100, typed);
      }
    }
  }
}
