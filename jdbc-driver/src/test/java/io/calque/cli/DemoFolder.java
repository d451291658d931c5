package io.calque.cli;

import io.calque.cli.demo.DemoProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A demo that tests only read; made once, gone with the JVM. */
final class DemoFolder {
  private static final Path PARENT = make();

  private DemoFolder() {}

  static Path path() {
    return PARENT.resolve("calque-demo");
  }

  /** The folder in which the demo lies under the name that README uses. */
  static Path parent() {
    return PARENT;
  }

  private static Path make() {
    try {
      Path parent = Files.createTempDirectory("calque-cli-test");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(parent)));
      DemoProject.make(parent.resolve("calque-demo"));
      return parent;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the demo cannot be made", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
