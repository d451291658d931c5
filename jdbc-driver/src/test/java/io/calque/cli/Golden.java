package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output that is kept in files, to be read in reviews. With {@code -Dcalque.golden=update} the
 * files are written anew from what comes out, and the differences are read in {@code git diff}.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "io", "calque", "cli");

  private Golden() {}

  /** A folder of models or outputs among the tests' resources. */
  static Path folder(String name) {
    return FOLDER.resolve(name);
  }

  /** Compares a text with what a file holds; line ends do not count. */
  static void assertMatches(String file, String text) {
    Path path = folder("golden").resolve(file);
    try {
      if ("update".equals(System.getProperty("calque.golden"))) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
      }
      assertEquals(Files.readString(path).replace("\r\n", "\n"), text, path.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
