package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of graphql-java that the jar holds is all that its parser needs, for errors too. */
class JarReadsGraphQlIT {
  private static final Path JAR =
      Path.of(System.getProperty("calque.target")).resolve("calque-slim.jar");

  @TempDir Path folder;

  private String check(String schema) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path file = Files.writeString(folder.resolve("harbour.graphql"), schema);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "check",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  @Test
  void aSchemaAndItsMistakes() throws IOException, InterruptedException {
    assertEquals(
        "harbour: 2 entities, 1 relationship; no problems\n",
        check(
            """
            "A boat"
            type Boat @index(includes: [{field: "name"}]) { name: String  port: Port }
            type Port { name: String  boats: [Boat] }
            """));
    assertTrue(check("type Boat { name: }").contains("error D01"), () -> "no D01");
    assertTrue(check("type Boat { name: \u0007 }").contains("error D01"), () -> "no D01");
    assertTrue(
        check("type Boat { " + "x: Int @a(b: [[1]]) ".repeat(60_000) + "}").contains("error D01"),
        () -> "no D01");
  }
}
