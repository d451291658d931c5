package io.calque.clients;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK that lies on this machine.
 *
 * @param home its folder
 * @param feature its version's first number
 */
record Jdk(Path home, int feature) {
  /** Those beside the one that runs, and where systems and people put them. */
  static List<Jdk> installed() throws IOException {
    List<Path> parents =
        List.of(
            Path.of(System.getProperty("java.home")).toRealPath().getParent(),
            Path.of("/usr/lib/jvm"),
            Path.of("/opt/java"),
            Path.of(System.getProperty("user.home"), ".jdks"),
            Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"));
    List<Jdk> found = new ArrayList<>();
    for (Path parent : parents) {
      if (Files.isDirectory(parent)) {
        try (Stream<Path> homes = Files.list(parent)) {
          for (Path home : homes.filter(path -> Files.isExecutable(javac(path))).toList()) {
            found.add(new Jdk(home, feature(home)));
          }
        }
      }
    }
    return found;
  }

  private static Path javac(Path home) {
    return home.resolve("bin").resolve("javac");
  }

  /** From the file that says what a JDK is; 0 if it does not say. */
  private static int feature(Path home) throws IOException {
    Path release = home.resolve("release");
    Properties properties = new Properties();
    if (Files.exists(release)) {
      try (Reader reader = Files.newBufferedReader(release)) {
        properties.load(reader);
      }
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty() ? 0 : Runtime.Version.parse(version).feature();
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }
}
