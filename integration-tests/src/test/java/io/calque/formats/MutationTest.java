package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Problem;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever becomes of a model file, loading it gives a model and problems: no exception, nothing
 * slow, and nothing fetched.
 */
class MutationTest {
  /** Words that mean something in one of the formats, or to a careless parser. */
  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          ":",
          "!",
          "!!java.net.URL [\"http://127.0.0.1:9/x\"]",
          "&a",
          "*a",
          "<<: *a",
          "- ",
          "\"",
          "'",
          "\"\"\"",
          "#",
          "@primary",
          "@relation(name: \"x\")",
          "type X {",
          "extend",
          "schema { query: Q }",
          "union U = A | B",
          "null",
          "~",
          "--- ",
          "\t",
          "\r",
          "\u0000",
          "\u2028",
          "|",
          ">",
          "first(",
          "last(a.b, order_by=",
          "metric(",
          "SELECT",
          "OVER (",
          "CASE",
          "${x}",
          "{{x}}",
          "data \"http\" {",
          "$ref: http://127.0.0.1:9/x",
          "!include http://127.0.0.1:9/x",
          "x.y",
          "a.b.c.d",
          "1e999",
          "\uD800");

  private static final List<URI> FETCHED = new ArrayList<>();
  private static ProxySelector proxies;

  @TempDir private Path folder;

  @BeforeAll
  static void watchTheNetwork() {
    proxies = ProxySelector.getDefault();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            FETCHED.add(uri);
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {
            FETCHED.add(uri);
          }
        });
  }

  @AfterAll
  static void nothingWasFetched() {
    ProxySelector.setDefault(proxies);
    assertEquals(List.of(), FETCHED);
  }

  @ParameterizedTest
  @CsvSource({
    "Segment, nursery, nursery.hcl, 2500",
    "Segment, choir, graph.hcl, 1500",
    "SignalSmith, clinic, clinic.json, 4000",
    "DefraDB, press, press.graphql, 4000",
    "Ossie, hospital, hospital.yaml, 4000",
    "Lynk3, bikes, .lynk/domains/city/entities/bike/schema.yml, 1500",
    "Lynk3, bikes, .lynk/domains/city/entities/station/schema.yml, 500",
    "Lynk3, bikes, .lynk/domains/city/entities/bike/ENTITY.md, 250",
    "Lynk3, bikes, .lynk/lynk.yml, 250",
    "Lynk, orchestra, entities/musician.yml, 1000",
    "Lynk, orchestra, entities/concert.yml, 1000",
    "Lynk, orchestra, entities_relationships.yml, 1500"
  })
  void aMutatedFileGivesAModelOrProblems(String format, String project, String file, int mutations)
      throws Exception {
    copy(project);
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    Random random = new Random(file.hashCode());
    Duration slowest = Duration.ZERO;
    for (int i = 0; i < mutations; i++) {
      byte[] mutated = text.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(3); change++) {
        mutated = mutate(mutated, random);
      }
      Files.write(path, mutated);
      long start = System.nanoTime();
      loads(mutated, options(format, random));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }
    assertTrue(slowest.compareTo(Duration.ofSeconds(5)) < 0, "the slowest took " + slowest);
  }

  /** The format is told or found, and the warehouse is asked or is not there. */
  private static LoadOptions options(String format, Random random) {
    LoadOptions options =
        LoadOptions.named("x")
            .withDomain(format.equals("Lynk3") ? Optional.of("city") : Optional.empty())
            .withFormat(random.nextBoolean() ? Optional.of(format) : Optional.empty());
    return random.nextBoolean()
        ? options
        : options.withColumns(source -> Optional.of(List.of("id", "Card_No", "name", "_x", "a b")));
  }

  private void loads(byte[] mutated, LoadOptions options) {
    String shown = new String(mutated, StandardCharsets.UTF_8);
    LoadedModel loaded;
    try {
      loaded = ModelLoader.load(folder, options);
    } catch (Throwable e) {
      throw new AssertionError("loading failed with " + e + "\n" + shown, e);
    }
    for (Problem problem : loaded.problems()) {
      String text = problem.toString();
      assertFalse(text.contains("Exception") || text.contains("null:"), () -> text + "\n" + shown);
      assertTrue(problem.place().line() > 0 && problem.place().column() > 0, text);
      assertFalse(problem.message().contains("\n"), text);
    }
  }

  private static byte[] mutate(byte[] text, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> bytes(text, random);
      case 1 -> lines(text, random);
      default -> tokens(text, random);
    };
  }

  private static byte[] bytes(byte[] text, Random random) {
    byte[] mutated = Arrays.copyOf(text, text.length);
    if (mutated.length > 0) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(3)) {
        case 0 -> mutated[at] = (byte) random.nextInt(256);
        case 1 -> mutated = Arrays.copyOf(mutated, at);
        default -> mutated[at] = mutated[random.nextInt(mutated.length)];
      }
    }
    return mutated;
  }

  private static byte[] lines(byte[] text, Random random) {
    List<String> lines =
        new ArrayList<>(List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.set(at, " " + lines.get(at));
      default -> lines.set(at, lines.get(at).strip());
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tokens(byte[] text, Random random) {
    List<String> tokens =
        new ArrayList<>(
            List.of(new String(text, StandardCharsets.UTF_8).split("(?<=\\W)|(?=\\W)", -1)));
    int at = random.nextInt(tokens.size());
    String other =
        random.nextBoolean()
            ? WORDS.get(random.nextInt(WORDS.size()))
            : tokens.get(random.nextInt(tokens.size()));
    switch (random.nextInt(4)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.set(at, other);
      case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
      default -> tokens.add(at, random.nextInt(20) == 0 ? other.repeat(2000) : other);
    }
    return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
  }

  private void copy(String project) throws IOException, URISyntaxException {
    Path resources =
        Path.of(MutationTest.class.getResource(project + "/calque.yml").toURI()).getParent();
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(resources.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
