package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.calque.cli.demo.DemoProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged shell at a pseudo-terminal, as a person uses it. */
class JarShellIT {
  private static final Path JAR =
      Path.of(System.getProperty("calque.target"), "calque.jar").toAbsolutePath();
  private static final String PROMPT = "larder> ";

  /** Takes minutes if nobody stops it. */
  private static final String ENDLESS =
      "SELECT count(*) FROM range(3000000) a, range(3000000) b WHERE (a.range + b.range) % 7 = 3;";

  @TempDir private Path folder;
  private Path home;

  @BeforeAll
  static void needsATerminal() {
    assumeFalse(
        System.getProperty("os.name").startsWith("Windows"),
        "on Windows the console edits lines itself");
  }

  @BeforeEach
  void makeDemo() throws IOException, SQLException {
    DemoProject.make(folder.resolve("demo"));
    home = Files.createDirectory(folder.resolve("home"));
  }

  /** A shell that waits for its first input. */
  private TerminalRun shell() throws IOException, InterruptedException {
    TerminalRun shell =
        new TerminalRun(folder, home, List.of("-jar", JAR.toString(), "shell", "demo"));
    shell.expect(PROMPT);
    return shell;
  }

  private static void ask(TerminalRun shell, String line, String answer)
      throws IOException, InterruptedException {
    shell.type(line + TerminalRun.ENTER);
    shell.expect(answer);
    shell.expect(PROMPT);
  }

  @Test
  void asksOverSeveralLinesCompletesAndLeaves() throws IOException, InterruptedException {
    try (TerminalRun shell = shell()) {
      shell.type("SELECT coun" + TerminalRun.TAB);
      shell.expect("country_code");
      shell.type(TerminalRun.CTRL_C);
      shell.expect(PROMPT);
      shell.type("SELECT country_c" + TerminalRun.TAB);
      shell.expect("country_code ");
      shell.type(", ';' AS semicolon" + TerminalRun.ENTER);
      shell.expect("     -> ");
      shell.type("FROM custo" + TerminalRun.TAB);
      shell.expect("FROM customer ");
      shell.type("c JOIN order o USING ('bil" + TerminalRun.TAB);
      shell.expect("billing') ");
      shell.type("-- ;" + TerminalRun.ENTER);
      shell.expect("     -> ");
      shell.type("LIMIT 2;" + TerminalRun.ENTER);
      shell.expect("country_code | semicolon\n-------------+----------\n");
      shell.expect("(2 rows, ");
      shell.expect(PROMPT);
      ask(shell, "\\d country", "\ncountry_code       | VARCHAR | key ");
      ask(shell, "SELECT nmae FROM customer;", "\n         ^^^^\n[CALQUE-201]");
      assertTrue(shell.raw().contains("\u001B[31mno feature of customer is called nmae"));
      shell.type("SELECT never" + TerminalRun.CTRL_C);
      shell.expect(PROMPT);
      ask(shell, "SELECT 40 + 2 AS answer;", "    42\n");
      shell.type(TerminalRun.CTRL_D);
      assertEquals(Main.FINE, shell.exitCode(), shell::screen);
    }
  }

  @Test
  void theNextSessionRemembersButForSecrets() throws IOException, InterruptedException {
    try (TerminalRun first = shell()) {
      ask(first, "\\p name:text=Johanna", "Johanna");
      ask(first, "SELECT :name || '!' AS first_line,\r  1 AS n;", "Johanna!");
      ask(first, " SELECT 'hidden';", "hidden");
      first.type("\\q" + TerminalRun.ENTER);
      assertEquals(Main.FINE, first.exitCode(), first::screen);
    }
    Path history = home.resolve(".calque_history");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    String kept = Files.readString(history);
    assertTrue(kept.contains("first_line"), kept);
    assertFalse(kept.contains("Johanna"), kept);
    assertFalse(kept.contains("hidden"), kept);
    try (TerminalRun second = shell()) {
      second.type(TerminalRun.UP + TerminalRun.UP);
      second.expect("AS first_line,");
      second.expect("1 AS n;");
      second.type(TerminalRun.ENTER);
      second.expect("the parameter :name has no value: give it one with \\p name=");
      second.expect(PROMPT);
      second.type(TerminalRun.CTRL_D);
      assertEquals(Main.FINE, second.exitCode(), second::screen);
    }
  }

  @Test
  void ctrlCStopsAStatementAndTheShellGoesOn() throws IOException, InterruptedException {
    try (TerminalRun shell = shell()) {
      shell.type(ENDLESS + TerminalRun.ENTER);
      shell.expect("running, 1 s");
      shell.type(TerminalRun.CTRL_C);
      shell.expect("the query was cancelled\n[CALQUE-701]");
      shell.expect(PROMPT);
      ask(shell, "\\o demo/rows.txt", "rows.txt");
      shell.type("SELECT range FROM range(1000000000);" + TerminalRun.ENTER);
      awaitRows(folder.resolve("demo/rows.txt"));
      shell.type(TerminalRun.CTRL_C);
      shell.expect("the query was cancelled");
      shell.expect(PROMPT);
      ask(shell, "\\o", "\\o");
      ask(shell, "SELECT 40 + 2 AS answer;", "    42\n");
      shell.type("exit" + TerminalRun.ENTER);
      assertEquals(Main.FINE, shell.exitCode(), shell::screen);
    }
  }

  /** Waits until something is written into a file. */
  private static void awaitRows(Path file) throws IOException, InterruptedException {
    try (WatchService watch = file.getFileSystem().newWatchService()) {
      file.getParent().register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
      while (Files.size(file) == 0) {
        WatchKey change = watch.poll(1, TimeUnit.MINUTES);
        assertTrue(change != null && change.reset(), "rows come");
      }
    }
  }

  @Test
  void completionFollowsTheModel() throws IOException, InterruptedException {
    try (TerminalRun shell = shell()) {
      ask(shell, "SELECT name FROM country LIMIT 1;", "(1 row, ");
      Path country = folder.resolve("demo/entities/country.yml");
      String model = Files.readString(country);
      Files.writeString(
          country,
          model.replace(
              "features:\n", "features:\n  - {type: formula, name: fresh_air, sql: \"'pure'\"}\n"));
      ask(shell, "SELECT name FROM country LIMIT 1;", "(1 row, ");
      shell.type("SELECT fresh" + TerminalRun.TAB);
      shell.expect("SELECT fresh_air ");
      ask(shell, "FROM country LIMIT 1;", "pure");
      shell.type(TerminalRun.CTRL_D);
      assertEquals(Main.FINE, shell.exitCode(), shell::screen);
    }
  }

  @Test
  void aPipeIsAScriptWithoutColoursAndMayBeLong() throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path script = Files.writeString(folder.resolve("many.sql"), "SELECT range FROM range(1500000)");
    assertEquals(Main.FINE, run(script, output), () -> tail(output));
    try (var lines = Files.lines(output)) {
      assertEquals(1_500_002, lines.count());
    }
    Files.writeString(script, "SELECT 1 AS a;\n\\d nowhere\nSELECT 2;\n");
    assertEquals(Main.FAILED, run(script, output));
    assertEquals(
        """
        a
        -
        1
        in what begins on line 2 of standard input:
        there is no entity nowhere
        """,
        Files.readString(output));
  }

  /** Runs a script with little memory and returns the exit code. */
  private int run(Path script, Path output) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-jar",
                JAR.toString(),
                "shell",
                "demo")
            .directory(folder.toFile())
            .redirectInput(script.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it ends");
    return process.exitValue();
  }

  private static String tail(Path output) {
    File file = output.toFile();
    return file.length() > 10_000 ? file.length() + " characters" : file + " is short";
  }
}
