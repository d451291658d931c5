package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A model from this package's resources on a warehouse, with a connection of Calque's and one of
 * the warehouse's own. Used as {@code @RegisterExtension static final}.
 */
public final class ContractProject implements BeforeAllCallback, AfterAllCallback {
  /** What starts a warehouse; an assumption that fails says why it cannot. */
  @FunctionalInterface
  public interface Starter {
    TestWarehouse start() throws Exception;
  }

  private final String model;
  private final String schema;
  private final List<String> entities;
  private final Starter starter;
  private TestWarehouse warehouse;
  private Path folder;
  private Connection calque;
  private Connection tables;

  private ContractProject(String model, String schema, List<String> entities, Starter starter) {
    this.model = model;
    this.schema = schema;
    this.entities = entities;
    this.starter = starter;
  }

  /** The fair, in the tables {@code fair.market.…}. */
  public static ContractProject fair(Starter starter) {
    return new ContractProject(
        "fair",
        "market",
        List.of("buyer", "purchase", "line", "hobby", "sample", "order", "shelf", "ghost"),
        starter);
  }

  /** TPC-H, in the tables {@code tpch.tiny.…}. */
  public static ContractProject tpch(Starter starter) {
    return new ContractProject(
        "tpch",
        "tiny",
        List.of("customer", "order", "lineitem", "part", "supplier", "nation", "region"),
        starter);
  }

  /** Nested classes share what the class around them has. */
  private static boolean isNested(ExtensionContext context) {
    return context.getRequiredTestClass().getEnclosingClass() != null;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (isNested(context)) {
      return;
    }
    warehouse = starter.start();
    folder = Files.createTempDirectory("calque-" + model);
    tables = warehouse.connect(model, schema);
    if (model.equals("fair")) {
      run(warehouse.sql(resource("fair/data.sql")));
    } else {
      warehouse.loadTpch(tables);
    }
    writeProject();
    calque = open();
  }

  private void run(String script) throws SQLException {
    try (Statement statement = tables.createStatement()) {
      for (String sql : script.split(";\n")) {
        for (String own : warehouse.statements(sql.replaceAll(";\\s*$", ""))) {
          statement.execute(own);
        }
      }
    }
  }

  private void writeProject() throws IOException {
    Files.createDirectories(folder.resolve("entities"));
    for (String entity : entities) {
      String file = "entities/" + entity + ".yml";
      Files.writeString(folder.resolve(file), warehouse.sql(resource(model + "/" + file)));
    }
    String relationships = "entities_relationships.yml";
    String text = warehouse.sql(resource(model + "/" + relationships));
    Files.writeString(folder.resolve(relationships), text);
    StringBuilder yaml = new StringBuilder("name: " + model + "\nwarehouse:\n");
    yaml.append("  url: '").append(warehouse.url(model)).append("'\n");
    warehouse.settings().forEach(line -> yaml.append("  ").append(line).append('\n'));
    Files.writeString(folder.resolve("calque.yml"), yaml);
  }

  static String resource(String name) {
    try (InputStream in = ContractProject.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (warehouse == null || isNested(context)) {
      return;
    }
    if (calque != null) {
      calque.close();
    }
    tables.close();
    warehouse.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The warehouse that runs. */
  public TestWarehouse warehouse() {
    return warehouse;
  }

  /** The project's folder, with calque.yml in it. */
  public Path folder() {
    return folder;
  }

  /** The connection to the project. */
  public Connection calque() {
    return calque;
  }

  /** The connection to the warehouse, past Calque. */
  public Connection tables() {
    return tables;
  }

  /** Another connection to the project; the caller closes it. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder);
  }

  /** The answer of Calque. */
  public Rows rows(String sql, Object... parameters) throws SQLException {
    return Rows.of(calque, sql, parameters);
  }

  /** The query gives the rows of the hand-written one on the plain tables, in whatever order. */
  public void means(String sql, String handWritten, Object... parameters) throws SQLException {
    List<String> expected = Rows.of(tables, warehouse.sql(handWritten)).sorted();
    List<String> actual = rowsOrSql(warehouse.sql(sql), parameters).sorted();
    assertEquals(lines(expected), lines(actual), () -> sql + "\nmeans\n" + handWritten);
  }

  /** The same, or a coded error where the warehouse lacks what the query needs. */
  public void meansIfHas(Lack lack, String sql, String handWritten) throws SQLException {
    if (!warehouse.lacks().containsKey(lack)) {
      means(sql, handWritten);
      return;
    }
    SQLException error = assertThrows(SQLException.class, () -> rows(sql), sql);
    assertTrue(Set.of(103, 700).contains(error.getErrorCode()), error.getMessage());
  }

  private Rows rowsOrSql(String sql, Object... parameters) throws SQLException {
    try {
      return rows(sql, parameters);
    } catch (SQLException e) {
      if (e.getErrorCode() == 700) {
        e.addSuppressed(new SQLException(warehouseSql(sql)));
      }
      throw e;
    }
  }

  private static String lines(List<String> rows) {
    return rows.size() + " rows\n" + String.join("\n", rows);
  }

  /** What the warehouse is asked, as EXPLAIN tells it. */
  public String warehouseSql(String sql) throws SQLException {
    return rows("EXPLAIN " + sql).rows().stream()
        .filter(row -> row.get(0).equals("warehouse sql"))
        .map(row -> row.get(2))
        .findFirst()
        .orElseThrow();
  }

  /** The error that a query gives: Calque's code and a SQLSTATE. */
  public SQLException error(int code, String sqlState, String sql) {
    SQLException error = assertThrows(SQLException.class, () -> rows(sql), sql);
    assertEquals(code, error.getErrorCode(), error.getMessage());
    assertEquals(sqlState, error.getSQLState(), error.getMessage());
    return error;
  }
}
