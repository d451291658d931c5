package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.read.LoadOptions;
import io.calque.model.read.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertVerbTest {
  private static final String PLACES = "place=[^,\\]]*:\\d+:\\d+";

  @TempDir private Path folder;

  @Test
  void theDemoConvertedIsTheDemo() throws IOException {
    Path target = folder.resolve("copy");
    CliRun run =
        CliRun.of("convert", DemoFolder.path().toString(), "--to", "lynk", target.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertTrue(run.out().contains(target.resolve("entities/customer.yml") + "\n"), run.out());
    LoadOptions options = LoadOptions.named("demo");
    assertEquals(
        ModelLoader.load(DemoFolder.path(), options).model().toString().replaceAll(PLACES, ""),
        ModelLoader.load(target, options).model().toString().replaceAll(PLACES, ""));
    assertTrue(
        Files.readString(target.resolve("entities/customer.yml"))
            .startsWith("# customer, converted"));
  }

  @Test
  void preAggregatedTablesAreKept() throws IOException {
    String tables =
        """
        aggregates:
          - {name: by_day, table: shop.main.sales_by_day, grain: [day, channel], metrics: [sales, revenue]}
          - {name: stocks, table: shop.main.stocks, grain: [day], metrics: [{metric: sales, additivity: semi_additive, not_over: [day]}]}
        """;
    Path project = MaterializeVerbTest.shop(folder.resolve("shop"), tables);
    Path target = folder.resolve("copy");
    CliRun run = CliRun.of("convert", project.toString(), "--to", "lynk", target.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    LoadOptions options = LoadOptions.named("shop");
    assertEquals(
        ModelLoader.load(project, options).model().toString().replaceAll(PLACES, ""),
        ModelLoader.load(target, options).model().toString().replaceAll(PLACES, ""));
  }

  @Test
  void aFolderThatIsNotEmptyStaysAsItIs() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    CliRun run = CliRun.of("convert", DemoFolder.path().toString(), folder.toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("is not empty"), run.err());
    assertFalse(Files.exists(folder.resolve("entities")));
  }

  @Test
  void aFormatThatNobodyWritesIsWrongUsage() {
    CliRun run =
        CliRun.of("convert", DemoFolder.path().toString(), folder.toString(), "--to", "link");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(run.err().contains("did you mean lynk"), run.err());
  }

  @Test
  void aModelWithErrorsIsNotWritten() throws IOException {
    Path graph =
        Files.writeString(folder.resolve("graph.hcl"), "data_graph {\n  entity \"a\" {\n}\n");
    Path target = folder.resolve("copy");
    CliRun run = CliRun.of("convert", graph.toString(), target.toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("graph.hcl:2:3: error S01"), run.err());
    assertFalse(Files.exists(target));
  }

  @Test
  void theDemoAsOssieWithWhatIsLost() {
    Path target = folder.resolve("exported");
    CliRun run =
        CliRun.of("convert", DemoFolder.path().toString(), "--to", "OSSIE", target.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    Path file = target.resolve("ossie.yaml");
    assertEquals(file + "\n", run.out());
    assertTrue(run.err().contains("join payments of customer-product: it is a lookup"), run.err());
    CliRun check = CliRun.of("check", file.toString());
    assertEquals(Main.FINE, check.exitCode(), check.out());
  }
}
