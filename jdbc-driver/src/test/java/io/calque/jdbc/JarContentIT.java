package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the driver's jars, and what a BI tool's own class path must never meet there. */
class JarContentIT {
  private static final Path TARGET = Path.of(System.getProperty("calque.target"));

  private static List<String> names(String jar) throws IOException {
    try (JarFile file = new JarFile(TARGET.resolve(jar).toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }

  private static String text(String jar, String name) throws IOException {
    try (JarFile file = new JarFile(TARGET.resolve(jar).toFile())) {
      return new String(
          file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"calque.jar", "calque-slim.jar"})
  void allClassesAreCalquesOwnOrDuckDbs(String jar) throws IOException {
    List<String> strangers =
        names(jar).stream()
            .filter(name -> name.endsWith(".class"))
            .filter(name -> !name.startsWith("io/calque/") && !name.startsWith("org/duckdb/"))
            .toList();
    assertEquals(List.of(), strangers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calque.jar", "calque-slim.jar"})
  void nothingIsSignedAndLicencesAreKept(String jar) throws IOException {
    List<String> names = names(jar);
    assertFalse(names.stream().anyMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA|EC)")));
    assertTrue(text(jar, "META-INF/LICENSE").contains("Apache License"));
    assertTrue(text(jar, "META-INF/NOTICE").contains("Apache Calcite"));
  }

  @Test
  void theDriversAreCalqueAndDuckDb() throws IOException {
    assertEquals(
        List.of("io.calque.jdbc.Driver", "org.duckdb.DuckDBDriver"),
        text("calque.jar", "META-INF/services/java.sql.Driver").lines().sorted().toList());
    assertEquals(
        List.of("io.calque.jdbc.Driver"),
        text("calque-slim.jar", "META-INF/services/java.sql.Driver").lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"calque.jar", "calque-slim.jar"})
  void servicesAreRelocated(String jar) throws IOException {
    List<String> strangers =
        names(jar).stream()
            .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
            .filter(name -> !name.startsWith("META-INF/services/io.calque."))
            .toList();
    assertEquals(List.of("META-INF/services/java.sql.Driver"), strangers);
  }

  @Test
  void slimHasNothingOfDuckDb() throws IOException {
    assertTrue(names("calque.jar").contains("libduckdb_java.so_linux_amd64"));
    assertFalse(
        names("calque-slim.jar").stream()
            .anyMatch(name -> name.contains("duckdb_java") || name.startsWith("org/duckdb/")));
  }

  @Test
  void itIsTheCommandLine() throws IOException {
    try (JarFile file = new JarFile(TARGET.resolve("calque.jar").toFile())) {
      assertEquals(
          "io.calque.cli.Main", file.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }
}
