package io.calque.joins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A project and its tables side by side: the project behind Calque in a folder of its own, and the
 * same {@code data.sql} in an in-memory DuckDB that has no model. What a query should answer is
 * asked of the second in hand-written SQL.
 *
 * <p>Used as {@code @RegisterExtension static final}; set up once for a class.
 */
public final class SideBySide implements BeforeAllCallback, AfterAllCallback {
  private final Class<?> owner;
  private final String project;
  private final String catalog;
  private Path folder;
  private Connection calque;
  private Connection tables;

  private SideBySide(Class<?> owner, String project, String catalog) {
    this.owner = owner;
    this.project = project;
    this.catalog = catalog;
  }

  /**
   * A project among the test resources.
   *
   * @param owner a class of the package whose resources hold the project
   * @param project the project's folder, with {@code calque.yml} and {@code data.sql}
   * @param catalog the name of the DuckDB file, without its extension
   */
  public static SideBySide project(Class<?> owner, String project, String catalog) {
    return new SideBySide(owner, project, catalog);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("calque-" + catalog);
    Path resources = resources();
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(resources.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    String data = Files.readString(resources.resolve("data.sql"));
    try (Connection file =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(catalog + ".duckdb"))) {
      run(file, data);
    }
    tables = DriverManager.getConnection("jdbc:duckdb:");
    run(tables, "ATTACH ':memory:' AS " + catalog + "; USE " + catalog + ";\n" + data);
    calque = connect();
  }

  private Path resources() throws URISyntaxException {
    return Path.of(owner.getResource(project + "/calque.yml").toURI()).getParent();
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException, IOException {
    if (calque != null) {
      calque.close();
    }
    tables.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The project's folder. */
  public Path folder() {
    return folder;
  }

  /** The connection to the project. */
  public Connection calque() {
    return calque;
  }

  /** Another connection to the project; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder);
  }

  /** The answer of Calque. */
  public Rows rows(String sql, Object... parameters) throws SQLException {
    return Rows.of(calque, sql, parameters);
  }

  /** The answer of the plain tables. */
  public Rows plainRows(String sql, Object... parameters) throws SQLException {
    return Rows.of(tables, sql, parameters);
  }

  /** The query gives the rows of the hand-written one, in whatever order. */
  public void assertSameRows(String sql, String handWritten, Object... parameters)
      throws SQLException {
    List<String> expected = plainRows(handWritten, parameters).sorted();
    List<String> actual = rows(sql, parameters).sorted();
    assertEquals(lines(expected), lines(actual), () -> message(sql, handWritten));
  }

  /** The query gives the rows of the hand-written one in the same order. */
  public void assertSameList(String sql, String handWritten, Object... parameters)
      throws SQLException {
    List<String> expected = plainRows(handWritten, parameters).lines();
    List<String> actual = rows(sql, parameters).lines();
    assertEquals(lines(expected), lines(actual), () -> message(sql, handWritten));
  }

  private static String lines(List<String> rows) {
    return rows.size() + " rows\n" + String.join("\n", rows);
  }

  private String message(String sql, String handWritten) {
    String rewritten;
    try {
      rewritten = warehouseSql(sql);
    } catch (SQLException e) {
      rewritten = e.getMessage();
    }
    return "%s%nmeans%n%s%nbut became%n%s%n".formatted(sql, handWritten, rewritten);
  }

  /** What the warehouse is asked, as EXPLAIN tells it. */
  public String warehouseSql(String sql) throws SQLException {
    return rows("EXPLAIN " + sql).rows().stream()
        .filter(row -> row.get(0).equals("warehouse sql"))
        .map(row -> row.get(2))
        .findFirst()
        .orElseThrow();
  }

  /** The error that a query gives. */
  public SQLException error(String sql) {
    return assertThrows(SQLException.class, () -> rows(sql), sql);
  }
}
