package io.calque.mount;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.cli.demo.DemoProject;
import io.calque.project.Projects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plain Calcite connection in which a model.json mounts the demo project as {@code shop}. */
class MountTest {
  @TempDir static Path folder;

  private static Connection calcite;

  @BeforeAll
  static void mount() throws SQLException, IOException {
    DemoProject.make(folder.resolve("calque-demo"));
    calcite = connect("\"model\": \"calque-demo\"");
  }

  @AfterAll
  static void close() throws SQLException {
    calcite.close();
  }

  private static Connection connect(String operand) throws SQLException, IOException {
    Path model = folder.resolve("model.json");
    Files.writeString(
        model,
        """
        {"version": "1.0", "defaultSchema": "shop", "schemas": [
          {"name": "shop", "type": "custom",
           "factory": "io.calque.mount.SemanticSchemaFactory",
           "operand": {%s}}]}
        """
            .formatted(operand));
    return DriverManager.getConnection("jdbc:calcite:lex=JAVA;model=" + model);
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Statement statement = calcite.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> printed = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        printed.add(String.join("|", cells));
      }
      return printed;
    }
  }

  /** What Calcite sends to Calque for a query. */
  private static List<String> pushed(String sql) throws SQLException {
    List<String> queries = new ArrayList<>();
    Consumer<String> listener = query -> queries.add(query.replaceAll("\\s+", " "));
    Hook.Closeable hook = Hook.QUERY_PLAN.addThread(listener);
    try {
      rows(sql);
      return queries;
    } finally {
      hook.close();
    }
  }

  @Test
  void answersOverEntities() throws SQLException {
    assertEquals(
        List.of("Spain|Southern Europe"),
        rows("SELECT name, region FROM country WHERE country_code = 'ES'"));
    assertEquals(
        List.of("web"), rows("SELECT DISTINCT channel FROM `order` WHERE channel LIKE 'w%'"));
  }

  @Test
  void starsReturnFeaturesAlsoBehindJoins() throws SQLException {
    assertEquals(
        rows(
            "SELECT c.country_code, c.newest_customer, x.customer_id, x.newsletter"
                + " FROM country c JOIN customer x ON x.country_code = c.country_code"
                + " WHERE x.customer_id = 1"),
        rows(
            "SELECT t.country_code, t.newest_customer, t.customer_id, t.newsletter FROM (SELECT *"
                + " FROM country c JOIN customer x ON x.country_code = c.country_code) AS t"
                + " WHERE t.customer_id = 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT name FROM customer WHERE country = 'Ireland' ORDER BY name LIMIT 3;"
            + " SELECT \"name\" FROM \"entities\".\"customer\" WHERE \"country\" = 'Ireland'"
            + " ORDER BY \"name\" FETCH NEXT 3 ROWS ONLY",
        "SELECT country, COUNT(*) AS n FROM customer GROUP BY country HAVING COUNT(*) > 400;"
            + " SELECT \"country\", COUNT(*) AS \"n\" FROM \"entities\".\"customer\""
            + " GROUP BY \"country\" HAVING COUNT(*) > 400",
        "SELECT MAX(ordered_at) FROM `order`; SELECT MAX(\"ordered_at\") FROM"
            + " \"entities\".\"order\""
      })
  void pushesAllOfAQuery(String sql, String expected) throws SQLException {
    assertEquals(List.of(expected), pushed(sql));
  }

  @Test
  void pushesJoinsAndAggregatesAsOneQuery() throws SQLException {
    String sql =
        "SELECT p.department, SUM(i.amount) AS revenue FROM product p"
            + " JOIN order_item i ON i.product_id = p.product_id GROUP BY p.department";
    assertEquals(1, pushed(sql).size());
    assertEquals(5, rows(sql).size());
  }

  @Test
  void takesParameters() throws SQLException {
    try (PreparedStatement query =
        calcite.prepareStatement("SELECT name FROM country WHERE country_code = ?")) {
      query.setString(1, "IE");
      try (ResultSet rows = query.executeQuery()) {
        assertTrue(rows.next());
        assertEquals("Ireland", rows.getString(1));
      }
    }
  }

  @Test
  void listsFeaturesWithTheWarehousesTypes() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet rows = calcite.getMetaData().getColumns(null, "shop", "order_item", null)) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME") + " " + rows.getString("TYPE_NAME"));
      }
    }
    assertEquals(
        List.of(
            "order_id INTEGER NOT NULL",
            "line_no INTEGER NOT NULL",
            "product_id INTEGER NOT NULL",
            "quantity INTEGER NOT NULL",
            "unit_price DECIMAL(8, 2) NOT NULL",
            "discount_percent INTEGER",
            "amount DECIMAL(12, 2)"),
        columns);
  }

  @Test
  void joinsWithWhatElseIsMounted() throws SQLException {
    assertEquals(
        List.of("Ireland|here"),
        rows(
            "SELECT c.name, v.note FROM country c"
                + " JOIN (VALUES ('IE', 'here')) AS v (code, note) ON v.code = c.country_code"));
  }

  @Test
  void saysWhatIsWrongWithAnOperand() {
    Exception unknown =
        assertThrows(
            RuntimeException.class, () -> connect("\"model\": \"calque-demo\", \"domian\": \"x\""));
    Exception missing = assertThrows(RuntimeException.class, () -> connect("\"domain\": \"x\""));
    Exception nowhere = assertThrows(RuntimeException.class, () -> connect("\"model\": \"gone\""));
    assertAll(
        () -> assertTrue(text(unknown).contains("did you mean domain?"), text(unknown)),
        () -> assertTrue(text(missing).contains("the operand model is missing"), text(missing)),
        () -> assertTrue(text(nowhere).contains("gone"), text(nowhere)));
  }

  /** The message of the first cause. */
  private static String text(Throwable error) {
    return error.getCause() == null ? error.getMessage() : text(error.getCause());
  }

  @Test
  void sharesTheProjectWithConnections() throws SQLException {
    int before = Projects.shared().size();
    try (Connection connection =
        DriverManager.getConnection("jdbc:calque:" + folder.resolve("calque-demo"))) {
      assertTrue(connection.isValid(5));
      assertEquals(before, Projects.shared().size());
    }
  }
}
