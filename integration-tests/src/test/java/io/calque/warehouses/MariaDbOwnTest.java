package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.bind.NameRules;
import io.calque.warehouse.WarehouseEngines;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only MySQL and MariaDB have: their functions, their comments, their modes. */
class MariaDbOwnTest {
  private static final String SECRET = "not in the model";

  private static MariaDb server;
  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = MariaDb.start();
    try (Connection tables = server.connect("fair", "stock");
        Statement statement = tables.createStatement()) {
      statement.execute("CREATE TABLE items (id INTEGER NOT NULL, name VARCHAR(50))");
      statement.execute("INSERT INTO items SELECT seq, concat('item ', seq) FROM seq_1_to_1000");
      statement.execute("CREATE TABLE secrets (secret VARCHAR(50))");
      statement.execute("INSERT INTO secrets VALUES ('" + SECRET + "')");
    }
  }

  @AfterAll
  static void stop() throws SQLException {
    if (server != null) {
      server.close();
    }
  }

  private Connection connect(String... warehouse) throws IOException, SQLException {
    return SmallProject.write(
            folder,
            "stock.items",
            "warehouse:\n  url: '%sstock'\n  user: root\n  %s\n"
                .formatted(server.url("stock"), String.join("\n  ", warehouse)))
        .connect();
  }

  /**
   * A new version's functions have to be put on one list or the other; those that were read and
   * found harmless are in a file.
   */
  @Test
  void eachFunctionOfTheServerIsAllowedOrRefused() throws IOException, SQLException {
    NameRules rules = WarehouseEngines.dialect("mariadb").nameRules();
    Set<String> harmless =
        ContractProject.resource("mariadb-harmless-functions.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    try (Connection calque = connect();
        ResultSet functions = calque.getMetaData().getFunctions(null, null, "%")) {
      while (functions.next()) {
        String name = functions.getString("FUNCTION_NAME");
        assertFalse(rules.isRefused(name) && harmless.contains(name), name);
        if (!rules.isRefused(name) && !harmless.contains(name)) {
          unknown.add(name);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load_file('/etc/passwd')",
        "SLEEP(1)",
        "benchmark(1000, md5('a'))",
        "get_lock('a', 1)",
        "last_insert_id(7)",
        "`load_file`('/etc/passwd')",
        "\"load_file\"('/etc/passwd')",
        "load_file ('/etc/passwd')"
      })
  void functionsThatReachOutAreRefused(String call) throws IOException, SQLException {
    try (Connection calque = connect()) {
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> SmallProject.value(calque, "SELECT " + call + " FROM item"));
      assertTrue(Set.of(100, 501).contains(refused.getErrorCode()), refused.getMessage());
    }
  }

  /** What Calque takes for a comment, a string or a name is one to the server, or refused. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 /*! , (SELECT secret FROM secrets) */ FROM item",
        "SELECT 1 /*M! , (SELECT secret FROM secrets) */ FROM item",
        "SELECT 1 # /*\n , (SELECT secret FROM secrets) # */\n FROM item",
        "SELECT 1 --(SELECT secret FROM secrets)\n FROM item",
        "SELECT 1 -- \r /* \n , (SELECT secret FROM secrets) -- */ FROM item",
        "SELECT '\\' , (SELECT secret FROM secrets) , '\\' FROM item",
        "SELECT \"\\\" , (SELECT secret FROM secrets) , \"\\\" FROM item",
        "SELECT $$ ' $$ , (SELECT secret FROM secrets) , $$ ' $$ FROM item",
        "SELECT E'\\' , (SELECT secret FROM secrets) -- ' FROM item",
        "SELECT @x := (SELECT secret FROM secrets) FROM item",
        "SELECT @@datadir FROM item",
        "SELECT NEXT VALUE FOR s FROM item",
        "SELECT id FROM item INTO OUTFILE '/tmp/calque-outfile'",
        "SELECT id FROM item PROCEDURE ANALYSE()",
        "SELECT id FROM item; SELECT secret FROM secrets"
      })
  void textThatCouldMeanTwoThings(String sql) throws IOException, SQLException {
    try (Connection calque = connect()) {
      SQLException refused =
          assertThrows(SQLException.class, () -> SmallProject.value(calque, sql));
      assertTrue(refused.getErrorCode() < 700, refused.getMessage());
    }
  }

  /** Whatever the project does to the mode, a string ends where Calque sees it end. */
  @Test
  void modesOfTheProjectStay() throws IOException, SQLException {
    try (Connection calque = connect("init: [\"SET SESSION sql_mode = 'PIPES_AS_CONCAT'\"]")) {
      assertEquals(
          "a\\b", SmallProject.value(calque, "SELECT 'a\\' || 'b' AS \"x y\" FROM item LIMIT 1"));
    }
    try (Connection calque = connect("init: [\"SET SESSION sql_mode = ''\"]")) {
      assertEquals("1", SmallProject.value(calque, "SELECT 'a' || 'b' || 1 FROM item LIMIT 1"));
    }
  }

  @Test
  void nullability() throws IOException, SQLException {
    try (Connection calque = connect()) {
      assertEquals(DatabaseMetaData.columnNoNulls, nullability(calque, "id"));
      assertEquals(DatabaseMetaData.columnNullable, nullability(calque, "name"));
    }
  }

  private static int nullability(Connection calque, String column) throws SQLException {
    try (ResultSet columns = calque.getMetaData().getColumns(null, "entities", "item", column)) {
      assertTrue(columns.next(), column);
      return columns.getInt("NULLABLE");
    }
  }

  /** A stream that is left early costs its connection; none that is dead is used again. */
  @Test
  void streamsThatAreLeftEarly() throws IOException, SQLException {
    try (Connection calque = connect("pool: {maximumPoolSize: 2}")) {
      for (int i = 0; i < 10; i++) {
        SmallProject.value(calque, "SELECT a.id FROM item a, item b, item c");
        assertEquals("1000", SmallProject.value(calque, "SELECT COUNT(*) FROM item"));
      }
    }
  }
}
