package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar has all that drawing needs, under names of its own. */
class JarDrawsIT {
  private static final Path TARGET = Path.of(System.getProperty("calque.target"));

  @TempDir private Path folder;

  @Test
  void aPicture() throws IOException, InterruptedException {
    Path picture = folder.resolve("demo.png");
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    TARGET.resolve("calque.jar").toString(),
                    "erd",
                    DemoFolder.path().toString(),
                    "-o",
                    picture.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still drawing");
    assertEquals("", Files.readString(output));
    assertTrue(ImageIO.read(picture.toFile()).getHeight() > 1000);
  }
}
