package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.joins.Rows;
import io.calque.model.SemanticModel;
import io.calque.project.CheckedModel;
import io.calque.project.Materialization;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pre-aggregated tables: built, refreshed, left alone, and read without changing any number. */
public abstract class PreAggregateContract {
  private static final String AGGREGATES =
      """
      aggregates:
        - {name: by_shop, table: fair.market.stored_shops, grain: [buyer_id, shop, day],
           metrics: [purchases, amount, margin, shops]}
      """;

  /** Where sums of sums are of the type of the sum, and texts that are equal are the same. */
  private static final Set<String> ADDING = Set.of("duckdb", "postgresql", "trino");

  private final ContractProject project;
  @TempDir Path folder;

  protected PreAggregateContract(ContractProject project) {
    this.project = project;
  }

  /** The fair once more, with a pre-aggregated table. */
  @BeforeEach
  void copyModel() throws IOException {
    try (Stream<Path> files = Files.walk(project.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(project.folder().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path purchase = folder.resolve("entities/purchase.yml");
    Files.writeString(purchase, Files.readString(purchase) + project.warehouse().sql(AGGREGATES));
  }

  @AfterEach
  void dropTable() throws SQLException {
    execute("DROP TABLE IF EXISTS stored_shops");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = project.tables().createStatement()) {
      for (String own : project.warehouse().statements(sql)) {
        statement.execute(own);
      }
    }
  }

  private List<Long> materialize() throws SQLException {
    ProjectConfig config = ProjectConfig.read(ProjectRequest.of(folder.toString()), System::getenv);
    SemanticModel model = CheckedModel.read(config).model();
    List<Long> rows = new ArrayList<>();
    try (Materialization filling = Materialization.open(model, config.requiredWarehouse())) {
      for (Materialization.Table table : Materialization.tables(model)) {
        rows.add(filling.fill(table));
      }
    }
    return rows;
  }

  private Connection open(String properties) throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder + properties);
  }

  @Test
  void rowsAndTypesAreTheSame() throws SQLException {
    assertEquals(List.of(8L), materialize());
    try (Connection with = open("");
        Connection without = open(";aggregates=off")) {
      for (String sql :
          List.of(
              "SELECT shop, METRIC('purchases') AS n, METRIC('amount') AS a FROM purchase"
                  + " GROUP BY shop",
              "SELECT METRIC('purchases') AS n, METRIC('amount') AS a, METRIC('margin') AS m"
                  + " FROM purchase WHERE shop = 'none'",
              "SELECT c.city, METRIC('p.amount') AS a, METRIC('p.margin') AS m"
                  + " FROM buyer c LEFT JOIN purchase p GROUP BY c.city",
              "SELECT shop, day, METRIC('shops') AS s, METRIC('amount') AS a FROM purchase"
                  + " WHERE buyer_id = 1 GROUP BY shop, day")) {
        assertEquals(Rows.withTypes(without, sql), Rows.withTypes(with, sql), sql);
        boolean isStored = with.nativeSQL(sql).contains("stored_shops");
        assertEquals(
            ADDING.contains(project.warehouse().dialect()),
            isStored,
            () -> sql + "\n" + explained(with, sql));
      }
    }
  }

  private static String explained(Connection connection, String sql) {
    try {
      return String.join("\n", Rows.of(connection, "EXPLAIN " + sql).lines());
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  @Test
  void refreshingTakesUpNewRowsAndDefinitions() throws IOException, SQLException {
    assertEquals(List.of(8L), materialize());
    assertEquals(List.of(8L), materialize());
    Path purchase = folder.resolve("entities/purchase.yml");
    Files.writeString(
        purchase,
        Files.readString(purchase).replace("grain: [buyer_id, shop, day]", "grain: [shop]"));
    assertEquals(List.of(5L), materialize());
    try (Connection with = open("");
        Connection without = open(";aggregates=off")) {
      String sql = "SELECT shop, METRIC('amount') AS a FROM purchase GROUP BY shop";
      assertEquals(Rows.withTypes(without, sql), Rows.withTypes(with, sql));
    }
  }

  /** Some warehouses forget how long texts may be; what a query shows is of its own type still. */
  @Test
  void aTextMayBeStoredWithAnotherLength() throws SQLException {
    execute(
        "CREATE TABLE stored_shops AS SELECT buyer AS buyer_id, CAST(shop AS VARCHAR(30)) AS shop,"
            + " day, COUNT(*) AS purchases, SUM(amount) AS amount, SUM(amount - cost) AS margin__1,"
            + " COUNT(DISTINCT shop) AS shops FROM purchases GROUP BY buyer, shop, day");
    try (Connection with = open("");
        Connection without = open(";aggregates=off")) {
      String sql = "SELECT shop, METRIC('purchases') AS n FROM purchase GROUP BY shop";
      assertEquals(Rows.withTypes(without, sql), Rows.withTypes(with, sql));
      assertEquals(
          ADDING.contains(project.warehouse().dialect()),
          with.nativeSQL(sql).contains("stored_shops"),
          () -> explained(with, sql));
    }
  }

  @Test
  void aTableOfSomebodyElseIsLeftAlone() throws SQLException {
    execute("CREATE TABLE stored_shops (shop INTEGER)");
    execute("INSERT INTO stored_shops VALUES (17)");
    CalqueException refused = assertThrows(CalqueException.class, this::materialize);
    assertTrue(refused.getMessage().contains("stored_shops"), refused::getMessage);
    assertEquals(List.of("17"), Rows.of(project.tables(), "SELECT shop FROM stored_shops").lines());
  }
}
