package io.calque.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.bind.NameRules;
import io.calque.error.CalqueException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines: whose URL is whose, what names mean, what is said when connecting fails. */
class WarehouseEnginesTest {
  /** Table functions that make nothing up from outside, and that nobody needs in a query. */
  private static final Set<String> NEITHER = Set.of();

  @TempDir Path folder;

  @Test
  void urlsTellTheDialect() {
    assertEquals("duckdb", WarehouseEngines.dialectOf("jdbc:duckdb:x").name());
    assertEquals("postgresql", WarehouseEngines.dialectOf("jdbc:postgresql://h/d").name());
    assertEquals("trino", WarehouseEngines.dialectOf("jdbc:trino://h:8080/c").name());
    assertEquals("mysql", WarehouseEngines.dialectOf("jdbc:mysql://h/d").name());
    assertEquals("mariadb", WarehouseEngines.dialectOf("jdbc:mariadb://h/d").name());
    assertEquals("sqlserver", WarehouseEngines.dialectOf("jdbc:sqlserver://h").name());
    assertEquals("clickhouse", WarehouseEngines.dialectOf("jdbc:ch://h:8123/d").name());
    assertEquals("snowflake", WarehouseEngines.dialectOf("jdbc:snowflake://a").name());
    assertEquals("bigquery", WarehouseEngines.dialectOf("jdbc:bigquery://h").name());
    assertEquals("databricks", WarehouseEngines.dialectOf("jdbc:hive2://h:10000").name());
    assertEquals("redshift", WarehouseEngines.dialectOf("jdbc:redshift://h/d").name());
    assertEquals("generic", WarehouseEngines.dialectOf("jdbc:h2:mem:x").name());
    assertThrows(CalqueException.class, () -> WarehouseEngines.dialectOf("duckdb:x"));
    CalqueException unknown =
        assertThrows(CalqueException.class, () -> WarehouseEngines.dialect("dukdb"));
    assertTrue(unknown.getMessage().contains("did you mean duckdb?"), unknown.getMessage());
  }

  @Test
  void quotesOnlyWhatNeedsIt() {
    WarehouseDialect duckDb = WarehouseEngines.dialect("duckdb");
    assertEquals("Name", duckDb.identifier("Name"));
    assertEquals("\"select\"", duckDb.identifier("select"));
    assertEquals("\"a b\"", duckDb.identifier("a b"));
    assertEquals("year", duckDb.identifier("year"));
    assertEquals("\"Name\"", WarehouseEngines.dialect("postgresql").identifier("Name"));
    assertEquals("'it''s'", duckDb.stringLiteral("it's"));
  }

  /** Whatever a value holds, the literal ends where it should, for a lexer of either kind. */
  @Test
  void literalsInEachDialect() {
    String value = "it's a \\";
    assertEquals("'it''s a \\'", WarehouseEngines.dialect("mysql").stringLiteral(value));
    assertEquals("'it''s a \\\\'", WarehouseEngines.dialect("snowflake").stringLiteral(value));
    assertEquals("'it''s a \\\\'", WarehouseEngines.dialect("clickhouse").stringLiteral(value));
    assertEquals("'it\\u0027s a \\\\'", WarehouseEngines.dialect("bigquery").stringLiteral(value));
    assertEquals("N'ä'", WarehouseEngines.dialect("sqlserver").stringLiteral("ä"));
    assertEquals("`a``b`", WarehouseEngines.dialect("databricks").identifier("a`b"));
    assertEquals("`a\\`b\\\\`", WarehouseEngines.dialect("bigquery").identifier("a`b\\"));
    assertEquals("\"name\"", WarehouseEngines.dialect("snowflake").identifier("name"));
  }

  /** A new DuckDB brings new functions; each has to be put on one list or the other. */
  @Test
  void eachTableFunctionOfDuckDbIsAllowedOrRefused() throws SQLException {
    NameRules rules = WarehouseEngines.dialect("duckdb").nameRules();
    Set<String> unknown = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT function_name FROM duckdb_functions()"
                    + " WHERE function_type = 'table' OR function_name LIKE '\\_\\_%' ESCAPE '\\'"
                    + " OR function_name LIKE 'duckdb\\_%' ESCAPE '\\'")) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (!rules.isRefused(name) && !rules.isTableFunction(name) && name.matches("\\w+")) {
          unknown.add(name);
        }
      }
    }
    assertEquals(NEITHER, unknown);
    assertTrue(rules.isRefused("GetEnv") && rules.isTableFunction("UNNEST"));
    assertFalse(rules.isRefused("upper"));
  }

  @Test
  void aMissingFileIsNotMade() {
    Path missing = folder.resolve("missing.duckdb");
    CalqueException error =
        assertThrows(
            CalqueException.class,
            () -> new Warehouses().lease(WarehouseSettings.of("jdbc:duckdb:" + missing)));
    assertTrue(error.getMessage().contains("no DuckDB file " + missing), error.getMessage());
    assertFalse(missing.toFile().exists());
  }

  @Test
  void secretsAreNotShown() {
    WarehouseSettings settings =
        new WarehouseSettings(
            "jdbc:nosuch://joe:s3cret1@h/d?password=s3cret2",
            Optional.of("joe"),
            Optional.of(new Password.Given("s3cret3")),
            Optional.empty(),
            Map.of("api_token", "s3cret4"),
            List.of(),
            Map.of());
    CalqueException error =
        assertThrows(CalqueException.class, () -> new Warehouses().lease(settings));
    assertFalse(error.getMessage().contains("s3cret"), error.getMessage());
    assertFalse(settings.toString().contains("s3cret"), settings.toString());
    assertFalse(
        settings.withoutOwnSecrets("FATAL: s3cret3 and s3cret4 are wrong").contains("s3cret"));
  }

  @Test
  void aWrongPoolSettingIsNamed() {
    CalqueException error =
        assertThrows(
            CalqueException.class,
            () ->
                new Warehouses()
                    .lease(
                        new WarehouseSettings(
                            "jdbc:duckdb:",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            List.of(),
                            Map.of("maximumPoolSise", "3"))));
    assertTrue(error.getMessage().contains("did you mean maximumPoolSize"), error.getMessage());
  }
}
