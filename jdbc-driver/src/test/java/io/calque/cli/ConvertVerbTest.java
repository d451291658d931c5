package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertVerbTest {
  @TempDir private Path folder;

  private CliRun convert(Path model, String format) {
    return CliRun.of("convert", model.toString(), "--to", format, folder.resolve("out").toString());
  }

  @Test
  void theDemoAsOssieWithWhatIsLost() throws IOException {
    CliRun run = convert(DemoFolder.path(), "ossie");
    assertEquals(Main.FINE, run.exitCode(), run.err());
    Path file = folder.resolve("out/ossie.yaml");
    assertEquals(file + "\n", run.out());
    assertTrue(run.err().contains("join payments of customer-product: it is a lookup"), run.err());
    CliRun check = CliRun.of("check", file.toString());
    assertEquals(Main.FINE, check.exitCode(), check.out());
  }

  @Test
  void noFileIsOverwritten() throws IOException {
    Path existing = folder.resolve("out/ossie.yaml");
    Files.createDirectories(existing.getParent());
    Files.writeString(existing, "mine");
    CliRun run = convert(DemoFolder.path(), "ossie");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("is not overwritten"), run.err());
    assertEquals("mine", Files.readString(existing));
  }

  @Test
  void aBareSchemaIsConvertedAndABrokenOneIsNot() throws IOException {
    Path schema = Files.writeString(folder.resolve("x.graphql"), "type Boat { name: String }");
    assertEquals(Main.FINE, convert(schema, "OSSIE").exitCode());
    Files.writeString(schema, "type Boat { name: Strng }");
    Files.delete(folder.resolve("out/ossie.yaml"));
    CliRun run = convert(schema, "ossie");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("error D02") && run.err().contains("not converted"), run.err());
    assertFalse(Files.exists(folder.resolve("out/ossie.yaml")));
  }

  @Test
  void anUnknownFormatIsWrongUsage() {
    CliRun run = convert(DemoFolder.path(), "osie");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(run.err().contains("there is no format osie"), run.err());
  }
}
