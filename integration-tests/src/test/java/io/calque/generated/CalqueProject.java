package io.calque.generated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A generated model as a project on disk over an in-memory DuckDB with its tables. */
final class CalqueProject implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path folder;
  private final Connection warehouse;
  private final Connection calque;

  private CalqueProject(Path folder, Connection warehouse, Connection calque) {
    this.folder = folder;
    this.warehouse = warehouse;
    this.calque = calque;
  }

  static CalqueProject open(Model model) throws SQLException, IOException {
    Path folder = Files.createTempDirectory("calque-generated");
    String url = "jdbc:duckdb::memory:generated" + COUNT.incrementAndGet();
    Connection warehouse = DriverManager.getConnection(url);
    try {
      try (Statement statement = warehouse.createStatement()) {
        statement.execute(script(model));
      }
      write(folder, model, url);
      return new CalqueProject(
          folder, warehouse, DriverManager.getConnection("jdbc:calque:" + folder));
    } catch (SQLException | IOException | RuntimeException e) {
      warehouse.close();
      delete(folder);
      throw e;
    }
  }

  static String script(Model model) {
    return model.tables().stream()
        .map(Table::script)
        .collect(Collectors.joining("", "CREATE MACRO spread(x) AS max(x) - min(x);\n", ""));
  }

  private static void write(Path folder, Model model, String url) throws IOException {
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: generated\nmodel: .\nwarehouse:\n  url: \"%s\"\n".formatted(url));
    Files.writeString(
        folder.resolve("entities_relationships.yml"),
        ModelYaml.relationships(model.relationships()));
    Files.createDirectory(folder.resolve("entities"));
    for (Entity entity : model.entities()) {
      Files.writeString(
          folder.resolve("entities/" + entity.name() + ".yml"), ModelYaml.entity(entity));
    }
  }

  /** The rows that Calque gives. */
  List<List<Object>> rows(String sql) throws SQLException {
    try (Statement statement = calque.createStatement()) {
      return rows(statement, sql);
    }
  }

  /** The rows that the warehouse gives for its own SQL when its optimizer is off. */
  List<List<Object>> unoptimizedRows(String sql) throws SQLException {
    try (Statement statement = warehouse.createStatement()) {
      statement.execute("PRAGMA disable_optimizer");
      try {
        return rows(statement, sql);
      } finally {
        statement.execute("PRAGMA enable_optimizer");
      }
    }
  }

  private static List<List<Object>> rows(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** What the warehouse is asked, as EXPLAIN tells it, or why that is not known. */
  String warehouseSql(String sql) {
    try {
      return rows("EXPLAIN " + sql).stream()
          .filter(row -> "warehouse sql".equals(row.get(0).toString().toLowerCase(Locale.ROOT)))
          .map(row -> row.get(row.size() - 1).toString())
          .collect(Collectors.joining("\n"));
    } catch (SQLException e) {
      return "EXPLAIN fails: " + e.getMessage();
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    calque.close();
    warehouse.close();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
