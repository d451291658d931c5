package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer's walk through README: in an empty folder, with the packaged jar and nothing else, all
 * that README says to type is typed, and what it shows is what comes.
 */
class JarWalkIT {
  private static final String JAR = "jdbc-driver/target/calque.jar";
  private static final String ALIAS = "alias calque='java -jar " + JAR + "'";

  @TempDir private Path folder;

  /** A command and all that it printed. */
  private record Typed(String command, int exitCode, String output) {}

  /** The folder is empty but for the jar, which is where README has it. */
  @BeforeEach
  void bringTheJar() throws IOException {
    assumeFalse(
        System.getProperty("os.name").startsWith("Windows"),
        "README's commands are for a POSIX sh");
    assertTrue(Readme.text().contains("`" + ALIAS + "`"), "README names the alias");
    Path jar = folder.resolve(JAR);
    Files.createDirectories(jar.getParent());
    Files.createSymbolicLink(
        jar, Path.of(System.getProperty("calque.target"), "calque.jar").toAbsolutePath());
  }

  /** Types a line into a new shell that knows the alias; what comes must come within minutes. */
  private Typed type(String line) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    String alias = "calque() { java -jar " + JAR + " \"$@\"; }\n";
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", alias + line)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, first) -> first + ":" + path);
    Process process = builder.start();
    boolean isOver = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(output);
    assertTrue(isOver, line + "\n" + text);
    return new Typed(line, process.exitValue(), text);
  }

  private Typed works(String line) throws IOException, InterruptedException {
    Typed typed = type(line);
    assertEquals(0, typed.exitCode(), typed::toString);
    assertFalse(typed.output().contains("\tat "), typed::toString);
    return typed;
  }

  @Test
  void everythingThatReadmeSaysToTypeWorks() throws IOException, InterruptedException {
    Typed demo = works(firstCommand());
    assertTrue(demo.output().startsWith("Made calque-demo"), demo::toString);
    for (String next : proposed(demo.output())) {
      works(next);
    }
    for (String command : Readme.commands()) {
      works(command);
    }
    for (Typed shown : consoleBlocks()) {
      assertEquals(shown.output(), works(shown.command()).output(), shown.command());
    }
    theProgramRuns();
    theExamplesAnswer();
  }

  /** What follows the build in README's first block; the jar is built here already. */
  private static String firstCommand() throws IOException {
    String line = Readme.blocks("sh").get(0).strip();
    String build = "./mvnw -q -DskipTests package && ";
    assertTrue(line.startsWith(build), line);
    return line.substring(build.length());
  }

  /** The commands that the demo says to try next. */
  private static List<String> proposed(String output) {
    List<String> commands =
        output
            .substring(output.indexOf("Try next"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("java -jar "))
            .toList();
    assertTrue(commands.size() >= 3, output);
    return commands;
  }

  /** Each line after a dollar sign, with the lines that README shows below it. */
  private static List<Typed> consoleBlocks() throws IOException {
    List<Typed> all = new ArrayList<>();
    for (String block : Readme.blocks("console")) {
      for (String part : block.split("(?m)^\\$ ")) {
        if (!part.isEmpty()) {
          int end = part.indexOf('\n');
          all.add(new Typed(part.substring(0, end), 0, part.substring(end + 1)));
        }
      }
    }
    assertTrue(all.size() >= 2, all::toString);
    return all;
  }

  private void theProgramRuns() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("Hello.java"), Readme.blocks("java").get(0));
    String command = "java -cp " + JAR + " Hello.java";
    assertTrue(Readme.text().contains("`" + command + "`"), "README says how to run it");
    assertEquals(
        3, works(command).output().lines().filter(line -> line.matches(".+: \\d+")).count());
  }

  /** All SQL of README as one file, given to the two verbs that run files. */
  private void theExamplesAnswer() throws IOException, InterruptedException {
    List<String> examples =
        Stream.concat(Readme.statements("sql"), Stream.of("SELECT 'the end'")).toList();
    Files.writeString(
        folder.resolve("readme.sql"),
        examples.stream().collect(Collectors.joining(";\n", "", ";")));
    for (String command :
        List.of(
            "calque query calque-demo -f readme.sql", "calque shell calque-demo < readme.sql")) {
      assertTrue(works(command).output().contains("\nthe end\n"), command);
    }
  }
}
