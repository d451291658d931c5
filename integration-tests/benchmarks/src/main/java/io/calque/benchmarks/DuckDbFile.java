package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A DuckDB file that is made once and then only read.
 *
 * @param path the file
 */
record DuckDbFile(Path path) {
  /** Fills a database. */
  @FunctionalInterface
  interface Filling {
    void fill(Connection connection) throws SQLException, IOException;
  }

  /** The file of that name; a run that was broken off leaves none. */
  static DuckDbFile of(Path folder, String name, Filling filling) throws SQLException, IOException {
    Path unfinished = unfinished(folder, name);
    Files.deleteIfExists(unfinished);
    Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".wal"));
    return resumed(folder, name, filling);
  }

  /** The same, filled by who goes on with what an earlier run has left in it. */
  static DuckDbFile resumed(Path folder, String name, Filling filling)
      throws SQLException, IOException {
    Path file = Files.createDirectories(folder).resolve(name + ".duckdb");
    if (!Files.exists(file)) {
      long start = System.nanoTime();
      Path unfinished = unfinished(folder, name);
      Files.createDirectories(unfinished.getParent());
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + unfinished)) {
        filling.fill(connection);
        Queries.execute(connection, "CHECKPOINT");
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      System.out.printf("%s made in %.0f s%n", file, (System.nanoTime() - start) / 1e9);
    }
    return new DuckDbFile(file);
  }

  private static Path unfinished(Path folder, String name) {
    return folder.resolve("unfinished").resolve(name + ".duckdb");
  }

  /** What DuckDB calls it. */
  String catalog() {
    return path.getFileName().toString().replace(".duckdb", "");
  }

  String url() {
    return "jdbc:duckdb:" + path;
  }

  /** A connection of DuckDB's own driver, opened as Calque opens its own. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    Connection connection = DriverManager.getConnection(url(), properties);
    Queries.execute(connection, "SET SESSION jdbc_stream_results = true");
    return connection;
  }
}
