package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new JVM with the jar on its class path and nothing else connects, reads and is silent. */
class JarConnectsIT {
  private static final Path TARGET = Path.of(System.getProperty("calque.target"));

  private static final String PROGRAM =
      """
      import java.sql.*;

      public class Program {
        public static void main(String[] arguments) throws SQLException {
          try (Connection connection = DriverManager.getConnection(arguments[0]);
              Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery("SELECT name, balance FROM customer ORDER BY id")) {
            while (rows.next()) {
              System.out.println(rows.getString("name") + " " + rows.getBigDecimal(2));
            }
          }
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void makeProject() throws IOException {
    Files.writeString(folder.resolve("Program.java"), PROGRAM);
    Files.createDirectory(folder.resolve("entities"));
    Files.writeString(
        folder.resolve("calque.yml"), "warehouse: {url: 'jdbc:duckdb:shop.duckdb'}\n");
    Files.writeString(
        folder.resolve("entities/customer.yml"),
        """
        name: customer
        key_source: customers
        keys: [id]
        features:
          - {type: field, name: id, source: customers, data_type: number, field: id}
          - {type: field, name: name, source: customers, data_type: string, field: name}
          - {type: field, name: balance, source: customers, data_type: number, field: balance}
        """);
    TestShop.sql(
        folder.resolve("shop.duckdb"),
        "CREATE TABLE customers AS SELECT * FROM (VALUES (1, 'Ann', 10.50), (2, 'Bob', NULL))"
            + " t(id, name, balance)");
  }

  @Test
  void readsRowsThroughDriverManager() throws IOException, InterruptedException {
    assertEquals("Ann 10.50\nBob null\n", run(TARGET.resolve("calque.jar").toString()));
  }

  @Test
  void theDriverLoadsNoServer() throws IOException, InterruptedException {
    String loaded = run(TARGET.resolve("calque.jar").toString(), "-Xlog:class+load");
    assertTrue(loaded.contains("io.calque.jdbc.CalqueConnection "), loaded);
    assertFalse(loaded.contains("jetty"), loaded);
    assertFalse(loaded.contains("io.calque.serve."), loaded);
  }

  @Test
  void slimReadsRowsWithDuckDbBesideIt() throws IOException, InterruptedException {
    String duckDb =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
            .filter(path -> path.contains("duckdb_jdbc"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "Ann 10.50\nBob null\n",
        run(TARGET.resolve("calque-slim.jar") + File.pathSeparator + duckDb));
  }

  /** Runs the program in a new JVM and returns all that it prints. */
  private String run(String classPath, String... options) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp", classPath, folder.resolve("Program.java").toString(), "jdbc:calque:" + folder));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
