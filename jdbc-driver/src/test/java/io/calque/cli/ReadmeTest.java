package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * README is code: its program runs, its SQL answers or is refused as it says, its model is sound.
 */
class ReadmeTest {
  @TempDir private Path folder;

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + DemoFolder.path());
  }

  @TestFactory
  Stream<DynamicTest> sqlAnswers() throws IOException {
    return Readme.statements("sql").map(sql -> DynamicTest.dynamicTest(sql, () -> answers(sql)));
  }

  private static void answers(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next(), "there are rows");
    }
  }

  @TestFactory
  Stream<DynamicTest> sqlIsRefusedWithTheCodeThatIsPromised() throws IOException {
    return Readme.statements("sql refused")
        .map(sql -> DynamicTest.dynamicTest(sql, () -> refuses(sql)));
  }

  private static void refuses(String sql) throws SQLException {
    String code = sql.substring(3, sql.indexOf(':'));
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      SQLException refusal = assertThrows(SQLException.class, () -> statement.executeQuery(sql));
      assertTrue(refusal.getMessage().contains("[" + code + "]"), refusal.getMessage());
    }
  }

  @Test
  void theProgramRuns() throws IOException, InterruptedException {
    String program = Readme.blocks("java").get(0);
    Path file = Files.writeString(folder.resolve("Hello.java"), program);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                file.toString())
            .directory(DemoFolder.parent().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it ends");
    String text = Files.readString(output);
    assertEquals(0, process.exitValue(), text);
    assertEquals(3, text.lines().filter(line -> line.matches(".+: \\d+")).count(), text);
  }

  /** That of the tests; Surefire keeps the true one aside when it puts it into a jar's manifest. */
  private static String classPath() {
    return System.getProperty(
        "surefire.test.class.path",
        System.getProperty("java.class.path", "." + File.pathSeparator));
  }

  @Test
  void theModelIsSound() throws IOException {
    for (String block : Readme.blocks("yaml")) {
      String name = block.lines().findFirst().orElseThrow().substring(2);
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, block);
    }
    LoadedModel loaded = ModelLoader.load(folder, LoadOptions.named("library"));
    assertEquals(
        List.of(), loaded.problems().stream().filter(p -> p.severity() != Severity.INFO).toList());
    assertEquals(2, loaded.model().entities().size());
    for (Path project : List.of(folder, folder.resolve("on-postgresql"))) {
      CliRun run = CliRun.of("check", project.toString());
      assertEquals(Main.FINE, run.exitCode(), run.out());
    }
  }

  /** The model.json mounts the demo in a plain Calcite connection. */
  @Test
  void calciteMountsTheDemo() throws IOException, SQLException {
    Path model = DemoFolder.parent().resolve("model.json");
    Files.writeString(model, Readme.blocks("json").get(0));
    try (Connection calcite = DriverManager.getConnection("jdbc:calcite:model=" + model);
        Statement statement = calcite.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM \"country\"")) {
      assertTrue(rows.next() && rows.getInt(1) > 0);
    } finally {
      Files.delete(model);
    }
  }

  @Test
  void theModelsOfOtherFormatsAreSound() throws IOException {
    Path schema =
        Files.writeString(folder.resolve("books.graphql"), Readme.blocks("graphql").get(0));
    Path ossie =
        Files.writeString(folder.resolve("library.yaml"), Readme.blocks("yaml ossie").get(0));
    for (Path file : List.of(schema, ossie)) {
      CliRun run = CliRun.of("check", file.toString());
      assertEquals(Main.FINE, run.exitCode(), run.out());
      assertTrue(!run.out().contains(" warning "), run.out());
    }
  }

  /** The shell commands name verbs and options that exist. */
  @Test
  void theCommandsRun() throws IOException {
    List<String> commands = Readme.commands();
    assertTrue(commands.size() >= 4, commands::toString);
    for (String command : commands) {
      CliRun run = CliRun.of(arguments(command));
      assertEquals(Main.FINE, run.exitCode(), command + "\n" + run.err());
    }
  }

  /**
   * The words of a command without its name and its comment; quotes hold blanks together, and files
   * to be written lie in a folder of the test.
   */
  private String[] arguments(String command) {
    List<String> words = new ArrayList<>();
    String[] quoted = command.replaceFirst("\\s+#.*", "").substring("calque ".length()).split("\"");
    for (int i = 0; i < quoted.length; i++) {
      if (i % 2 == 1) {
        words.add(quoted[i]);
      } else {
        Stream.of(quoted[i].split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);
      }
    }
    int output = words.indexOf("-o");
    if (output >= 0) {
      words.set(output + 1, folder.resolve(words.get(output + 1)).toString());
    }
    return words.stream()
        .map(word -> word.replace("calque-demo", DemoFolder.path().toString()))
        .toArray(String[]::new);
  }
}
