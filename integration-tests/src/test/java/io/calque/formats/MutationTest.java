package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model file that something has happened to gives a model or problems: never anything else. */
class MutationTest {
  private static final int MUTATIONS = 2_000;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nursery/nursery.hcl",
        "choir/graph.hcl",
        "clinic/clinic.json",
        "orchestra/entities/musician.yml",
        "orchestra/entities/concert.yml",
        "orchestra/entities_relationships.yml"
      })
  void aMutatedFileGivesAModelOrProblems(String file) throws Exception {
    byte[] original = Files.readAllBytes(resource(file));
    Path project = folder.resolve(file.substring(0, file.indexOf('/')));
    boolean isFolder = file.startsWith("orchestra");
    if (isFolder) {
      for (String other :
          List.of(
              "entities/musician.yml",
              "entities/concert.yml",
              "entities/hall.yml",
              "entities/fee.yml",
              "entities_relationships.yml")) {
        Path copy = project.resolve(other);
        Files.createDirectories(copy.getParent());
        Files.copy(resource("orchestra/" + other), copy);
      }
    }
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Random random = new Random(file.hashCode());
    LoadOptions alone = LoadOptions.named("mutated");
    LoadOptions asked =
        alone.withColumns(source -> Optional.of(List.of("id", "Card_No", "name", "_x", "a b")));
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutated(original, random);
      Files.write(path, mutated);
      long start = System.nanoTime();
      try {
        LoadedModel loaded =
            ModelLoader.load(isFolder ? project : path, random.nextBoolean() ? alone : asked);
        loaded.problems().forEach(MutationTest::isPlaced);
      } catch (RuntimeException | StackOverflowError e) {
        fail(file + ", mutation " + i + "\n" + new String(mutated, StandardCharsets.UTF_8), e);
      }
      assertTrue(System.nanoTime() - start < LONGEST_NANOS, "mutation " + i + " is slow");
    }
  }

  private static void isPlaced(Problem problem) {
    assertTrue(problem.place().line() > 0 && problem.place().column() > 0, problem.toString());
    assertFalse(problem.message().isBlank(), problem.toString());
  }

  private static Path resource(String file) throws URISyntaxException {
    return Path.of(MutationTest.class.getResource(file).toURI());
  }

  /** One to three of: bytes changed, lines and words dropped, doubled or swapped. */
  private static byte[] mutated(byte[] original, Random random) throws IOException {
    byte[] bytes = original;
    for (int i = random.nextInt(3); i >= 0; i--) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> bytes(bytes, random);
            case 1 -> pieces(text.split("(?<=\n)"), random);
            case 2 -> pieces(text.split("\\b"), random);
            default -> pieces(text.split("(?<=[{}\"'=:,\\[\\]])"), random);
          };
    }
    return bytes;
  }

  private static byte[] bytes(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]\"'=:#/\\$%-,\n\t \0".charAt(random.nextInt(19));
        default -> bytes = Arrays.copyOf(bytes, at);
      }
    }
    return bytes;
  }

  private static byte[] pieces(String[] original, Random random) {
    List<String> pieces = new ArrayList<>(List.of(original));
    int at = random.nextInt(pieces.size());
    int other = random.nextInt(pieces.size());
    switch (random.nextInt(4)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(other, pieces.get(at));
      case 2 -> pieces.set(other, pieces.get(at));
      default -> pieces.set(at, pieces.set(other, pieces.get(at)));
    }
    return String.join("", pieces).getBytes(StandardCharsets.UTF_8);
  }
}
