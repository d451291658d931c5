package io.calque.transcripts;

import static org.junit.jupiter.api.Assertions.fail;

import io.calque.joins.SideBySide;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.hydromatic.quidem.Quidem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs each transcript and compares it with itself. A transcript asks the shop, unless it says
 * {@code !use market}.
 */
class TranscriptTest {
  private static final Path SCRIPTS =
      Path.of("src", "test", "resources", "io", "calque", "transcripts", "scripts");
  private static final Path ACTUAL = Path.of("target", "transcripts");

  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(TranscriptTest.class, "shop", "shop");

  @RegisterExtension
  static final SideBySide MARKET = SideBySide.project(TranscriptTest.class, "market", "market");

  private static final Map<String, SideBySide> PROJECTS = Map.of("shop", SHOP, "market", MARKET);

  @TestFactory
  Stream<DynamicTest> transcripts() throws IOException {
    List<Path> scripts;
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      scripts = files.filter(file -> file.toString().endsWith(".iq")).sorted().toList();
    }
    return scripts.stream()
        .map(script -> DynamicTest.dynamicTest(name(script), script.toUri(), () -> check(script)));
  }

  private static String name(Path script) {
    return script.getFileName().toString().replace(".iq", "");
  }

  private static void check(Path script) throws IOException {
    String expected = Files.readString(script);
    String actual = run(expected);
    if (actual.equals(expected)) {
      return;
    }
    if (Boolean.getBoolean("transcripts.rewrite")) {
      Files.writeString(script, actual);
      return;
    }
    Path written = Files.createDirectories(ACTUAL).resolve(script.getFileName());
    Files.writeString(written, actual);
    fail(
        "%s gives something else (all of it is in %s):%n%s"
            .formatted(script, written.toAbsolutePath(), difference(expected, actual)));
  }

  private static String run(String script) {
    StringWriter output = new StringWriter();
    new Quidem(
            Quidem.configBuilder()
                .withReader(new StringReader("!use shop\n" + script))
                .withWriter(output)
                .withConnectionFactory(
                    (name, reference) -> reference ? null : PROJECTS.get(name).connect())
                .withCommandHandler(new Commands())
                .build())
        .execute();
    return output.toString().substring("!use shop\n".length());
  }

  /** The lines between the common beginning and the common end. */
  private static String difference(String expected, String actual) {
    List<String> left = expected.lines().toList();
    List<String> right = actual.lines().toList();
    int shorter = Math.min(left.size(), right.size());
    int start = 0;
    while (start < shorter && left.get(start).equals(right.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
      end++;
    }
    StringBuilder lines = new StringBuilder("from line " + (start + 1) + "\n");
    left.subList(start, left.size() - end).forEach(line -> lines.append("- " + line + "\n"));
    right.subList(start, right.size() - end).forEach(line -> lines.append("+ " + line + "\n"));
    return lines.toString();
  }
}
