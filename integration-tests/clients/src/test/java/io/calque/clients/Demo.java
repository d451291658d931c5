package io.calque.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The demo project, made once by {@code java -jar calque.jar demo}, gone with the JVM. */
final class Demo {
  private static final Path FOLDER = make();

  /** Stays open, so that what connections share need not be made anew for each test. */
  private static final Connection KEPT = keep();

  private Demo() {}

  /** The jar under test. */
  static Path jar() {
    return Path.of(System.getProperty("calque.jar")).toAbsolutePath().normalize();
  }

  static Path folder() {
    return FOLDER;
  }

  static String url() {
    return "jdbc:calque:" + FOLDER;
  }

  static Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  private static Connection keep() {
    try {
      return connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path make() {
    try {
      Path parent = Files.createTempDirectory("calque-clients");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(parent)));
      Path folder = parent.resolve("calque-demo");
      run(parent.resolve("demo.txt"), "-jar", jar().toString(), "demo", folder.toString());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a JVM of the same Java as this one; fails with all that it printed. */
  private static void run(Path output, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(java), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(output, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void end(Path parent) {
    try (KEPT;
        Stream<Path> files = Files.walk(parent)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
