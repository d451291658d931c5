package io.calque.warehouses.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A JDK on this machine that is new enough for the server. */
final class NewJdk {
  private static final int OLDEST = 24;

  private NewJdk() {}

  /**
   * Its folder: the one of the build if that will do, or one where systems and people put them.
   *
   * @throws TestAbortedException if there is none
   */
  static Path home() throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    String user = System.getProperty("user.home");
    for (Path parent :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt/java"),
            Path.of(user, ".jdks"),
            Path.of(user, ".sdkman", "candidates", "java"))) {
      if (Files.isDirectory(parent)) {
        try (Stream<Path> children = Files.list(parent)) {
          children.forEach(homes::add);
        }
      }
    }
    for (Path home : homes) {
      if (feature(home) >= OLDEST) {
        return home;
      }
    }
    throw new TestAbortedException(
        "this machine has no JDK %d or later, which Trino's server needs; looked at %s"
            .formatted(OLDEST, homes));
  }

  /** The version's first number, from the file that says what a JDK is; 0 if it does not say. */
  private static int feature(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty() ? 0 : Runtime.Version.parse(version).feature();
  }
}
