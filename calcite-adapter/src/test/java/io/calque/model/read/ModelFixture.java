package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a model; immutable, so that a test says only in what its model differs. */
public record ModelFixture(Map<String, byte[]> files, LoadOptions options, String root) {
  static final String RELATIONSHIPS = "entities_relationships.yml";

  public ModelFixture {
    files = Map.copyOf(files);
  }

  static ModelFixture empty() {
    return new ModelFixture(Map.of(), LoadOptions.named("library"), "");
  }

  /** A model of one file. */
  public static ModelFixture files(String path, String text) {
    return empty().with(path, text);
  }

  /** The model with one file more, or with another text for a file it has. */
  public ModelFixture with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  ModelFixture with(String path, byte[] content) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put(path, content);
    return new ModelFixture(more, options, root);
  }

  /** The model with a piece of one file replaced; the piece must be there. */
  public ModelFixture replacing(String path, String piece, String other) {
    String text = text(path);
    assertTrue(text.contains(piece), () -> path + " has no\n" + piece);
    return with(path, text.replace(piece, other));
  }

  public ModelFixture without(String path) {
    Map<String, byte[]> fewer = new TreeMap<>(files);
    fewer.remove(path);
    return new ModelFixture(fewer, options, root);
  }

  public String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  ModelFixture domain(String domain) {
    return new ModelFixture(files, options.withDomain(Optional.of(domain)), root);
  }

  /** The model in a project whose warehouse has these columns. */
  ModelFixture withColumns(ColumnSource columns) {
    return new ModelFixture(files, options.withColumns(columns), root);
  }

  /** The model as if the user had named a folder or file in it. */
  ModelFixture at(String path) {
    return new ModelFixture(files, options, path);
  }

  public Loaded load() {
    try {
      Path folder = Files.createTempDirectory("calque-model");
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue());
        }
        return new Loaded(ModelLoader.load(folder.resolve(root), options));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What came of loading a model. */
  public record Loaded(LoadedModel result) {
    public SemanticModel model() {
      return result.model();
    }

    Entity entity(String name) {
      return model()
          .entity(name)
          .orElseGet(() -> fail("there is no entity " + name + "\n" + problems()));
    }

    Feature feature(String entity, String name) {
      return entity(entity)
          .feature(name)
          .orElseGet(() -> fail("there is no feature " + name + "\n" + problems()));
    }

    Relationship relationship(String key) {
      return model().relationships().stream()
          .filter(relationship -> relationship.name().equals(key))
          .findFirst()
          .orElseGet(() -> fail("there is no relationship " + key + "\n" + problems()));
    }

    String problems() {
      return result.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    List<Problem> errors() {
      return result.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    }

    /** No errors and no warnings. */
    Loaded hasNothingWorseThanInfo() {
      List<Problem> worse =
          result.problems().stream().filter(p -> p.severity() != Severity.INFO).toList();
      assertTrue(worse.isEmpty(), () -> worse.toString());
      return this;
    }

    /** Nothing at all is wrong. */
    Loaded isClean() {
      assertTrue(result.problems().isEmpty(), this::problems);
      return this;
    }

    public Loaded hasNoErrors() {
      assertTrue(errors().isEmpty(), this::problems);
      return this;
    }

    /** There is exactly one error. */
    Loaded hasOneError() {
      assertTrue(errors().size() == 1, this::problems);
      return this;
    }

    /** No problem breaks that rule. */
    Loaded obeys(String code) {
      assertTrue(find(code).isEmpty(), this::problems);
      return this;
    }

    /**
     * There is a problem at a place.
     *
     * @param expected such as {@code entities/book.yml:3:7 error Y7}
     * @param words that message and remedy have to contain
     */
    Loaded reports(String expected, String... words) {
      Predicate<Problem> fits =
          problem ->
              (problem.place() + " " + problem.severity().label() + " " + problem.rule().code())
                  .equals(expected);
      List<Problem> found = result.problems().stream().filter(fits).toList();
      assertTrue(!found.isEmpty(), () -> "expected " + expected + ", found\n" + problems());
      for (String word : words) {
        assertTrue(
            found.stream().anyMatch(problem -> problem.toString().contains(word)),
            () -> "expected the words <" + word + "> in\n" + found + "\nof\n" + problems());
      }
      return this;
    }

    private List<Problem> find(String code) {
      return result.problems().stream().filter(p -> p.rule().code().equals(code)).toList();
    }
  }
}
