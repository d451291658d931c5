package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the demo's model, over the demo's own data, for tests to change. */
record ChangedDemo(Path folder) {
  /** An unchanged copy in a folder that does not exist yet. */
  static ChangedDemo in(Path folder) throws IOException {
    Path demo = DemoFolder.path();
    try (Stream<Path> all = Files.walk(demo)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".yml")).toList();
      for (Path file : files) {
        Path copy = folder.resolve(demo.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new ChangedDemo(folder)
        .replacing("calque.yml", "larder.duckdb", demo.resolve("larder.duckdb").toString());
  }

  /** Replaces a piece of a file, which has to be there. */
  ChangedDemo replacing(String file, String piece, String other) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(piece), () -> file + " has no\n" + piece);
    Files.writeString(path, text.replace(piece, other));
    return this;
  }

  ChangedDemo adding(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, Files.exists(path) ? Files.readString(path) + text : text);
    return this;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
