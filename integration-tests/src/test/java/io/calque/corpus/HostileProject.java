package io.calque.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is attacked: a project folder, its DuckDB file, and a secret file beside them. */
final class HostileProject {
  /** What is only in columns that are no feature, in a raw table, a sequence or the file. */
  private static final List<String> SECRETS =
      List.of(
          "zq7-secret-column-one",
          "zq7-secret-column-two",
          "aq7-secret-column-three",
          "zq7-secret-column-four",
          "zq7-secret-column-five",
          "zq7-secret-table",
          "zq7-secret-file",
          "774400",
          "774411",
          "774412",
          "774413");

  private final Path folder;

  private HostileProject(Path folder) {
    this.folder = folder;
  }

  static HostileProject create(Path folder) throws IOException, SQLException {
    Path model = Corpus.path("hostile/model");
    try (Stream<Path> files = Files.walk(model)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(model.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Files.copy(Corpus.path("hostile/secret.csv"), folder.resolve("secret.csv"));
    HostileProject project = new HostileProject(folder);
    try (Connection warehouse = project.warehouse()) {
      SqlScript.run(warehouse, Corpus.text("hostile/data.sql"));
    }
    return project;
  }

  Path folder() {
    return folder;
  }

  /** The secrets that a text shows, other than those the statement itself holds. */
  List<String> secretsIn(String text, String sql) {
    return SECRETS.stream().filter(s -> text.contains(s) && !sql.contains(s)).toList();
  }

  /** The names and sizes of all files that a statement could have written: here or where we run. */
  List<String> files() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path place : List.of(folder, Path.of("").toAbsolutePath())) {
      int depth = place.equals(folder) ? 5 : 1;
      try (Stream<Path> files = Files.walk(place, depth)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          boolean database = file.getFileName().toString().startsWith("hostile.duckdb");
          all.add(file + (database ? "" : " " + Files.size(file)));
        }
      }
    }
    return all.stream().filter(file -> !file.endsWith(".wal")).toList();
  }

  /** All that the database file holds. Nobody else may have it open. */
  List<String> dump() throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection warehouse = warehouse()) {
      List<String> catalog =
          List.of(
              "SELECT table_name, sql FROM duckdb_tables()",
              "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal",
              "SELECT sequence_name, last_value FROM duckdb_sequences()",
              "SELECT index_name, sql FROM duckdb_indexes()",
              "SELECT schema_name FROM duckdb_schemas() WHERE NOT internal",
              "SELECT function_name, macro_definition FROM duckdb_functions() WHERE NOT internal",
              "SELECT type_name FROM duckdb_types() WHERE NOT internal",
              "SELECT table_name, comment FROM duckdb_tables()");
      for (String sql : catalog) {
        dump.add(Rows.query(warehouse, sql + " ORDER BY ALL").everything());
      }
      for (String table : tables(warehouse)) {
        dump.add(table + Rows.query(warehouse, "FROM \"" + table + "\" ORDER BY ALL").everything());
      }
    }
    return dump;
  }

  private Connection warehouse() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("hostile.duckdb"));
  }

  private static List<String> tables(Connection warehouse) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = warehouse.createStatement();
        var result = statement.executeQuery("SELECT table_name FROM duckdb_tables() ORDER BY 1")) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    return tables;
  }
}
