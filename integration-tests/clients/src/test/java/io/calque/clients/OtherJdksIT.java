package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs all other tests of this package in a JVM of another Java than the build's. */
@Tag("other-jdk")
class OtherJdksIT {
  private static final int OLDEST = 17;

  @TempDir Path folder;

  @Test
  void allPassOnTheOldestJavaThatCalqueSupports() throws IOException, InterruptedException {
    assumeTrue(Runtime.version().feature() != OLDEST, "the build itself runs on Java " + OLDEST);
    Optional<Jdk> oldest =
        Jdk.installed().stream().filter(jdk -> jdk.feature() == OLDEST).findFirst();
    assumeTrue(oldest.isPresent(), "this machine has no JDK " + OLDEST);
    runsAll(oldest.orElseThrow());
  }

  @Test
  void allPassOnTheNewestJavaOfThisMachine() throws IOException, InterruptedException {
    int present = Runtime.version().feature();
    Optional<Jdk> newest = Jdk.installed().stream().max(Comparator.comparing(Jdk::feature));
    assumeTrue(
        newest.filter(jdk -> jdk.feature() > present).isPresent(),
        "this machine has no JDK newer than the build's, " + present);
    runsAll(newest.orElseThrow());
  }

  private void runsAll(Jdk jdk) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    jdk.java().toString(),
                    "-Dcalque.jar=" + Demo.jar(),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "org.junit.platform.console.ConsoleLauncher",
                    "execute",
                    "--select-package=" + getClass().getPackageName(),
                    "--include-classname=.*IT",
                    "--exclude-tag=other-jdk",
                    "--fail-if-no-tests",
                    "--details=summary",
                    "--disable-banner",
                    "--disable-ansi-colors"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      assertEquals(0, ended ? process.exitValue() : -1, () -> jdk + "\n" + printed);
    } finally {
      process.destroyForcibly();
    }
  }
}
