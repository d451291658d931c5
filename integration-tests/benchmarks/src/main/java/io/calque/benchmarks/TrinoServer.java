package io.calque.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Two nodes of Trino in a process of their own, since they pin versions of many libraries.
 *
 * @param process it
 * @param coordinator the URL of a catalog in memory
 */
record TrinoServer(Process process, String coordinator) implements Server {
  static Server start(Settings settings) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    FreshMachine.JAVA,
                    "-Xmx2g",
                    "-Djol.skipHotspotSAAttach=true",
                    "-cp",
                    classPath(settings.trino()),
                    "io.calque.warehouses.trino.TrinoMain"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader output = process.inputReader();
    Optional<String> url =
        output.lines().filter(line -> line.startsWith("jdbc:trino:")).findFirst();
    return new TrinoServer(
        process, url.orElseThrow(() -> new IOException("Trino cannot be started")));
  }

  /** The build writes what the module's tests see, and their own classes lie beside it. */
  private static String classPath(Path file) throws IOException {
    return file.resolveSibling("test-classes")
        + java.io.File.pathSeparator
        + Files.readString(file).strip();
  }

  @Override
  public String name() {
    return "Trino";
  }

  @Override
  public String url() {
    return coordinator + "/bench";
  }

  @Override
  public String user() {
    return "ann";
  }

  @Override
  public String table() {
    return "fair.bench.wide";
  }

  @Override
  public void prepare(Connection connection, int rows) throws SQLException {
    Queries.execute(
        connection,
        "CREATE SCHEMA fair.bench",
        """
        CREATE TABLE fair.bench.wide AS
        SELECT n AS id, n * 7919 AS code, CAST(n AS double) / 3 AS amount,
          'name ' || CAST(n AS varchar) AS name, 'city ' || CAST(n %% 1000 AS varchar) AS city
        FROM (SELECT o_orderkey AS n FROM tpch.sf1.orders LIMIT %d)\
        """
            .formatted(rows));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
