package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of a project of Lynk's third generation are.
 *
 * @param files with the folder that was given as root
 * @param lynk the folder of {@code lynk.yml}
 * @param project the {@code lynk.yml} itself
 */
record Lynk3Layout(ModelFiles files, Path lynk, Path project) {
  private static final String LYNK = ".lynk";
  private static final String DOMAINS = "domains";
  private static final String ENTITIES = "entities";
  private static final String SCHEMA = "schema";
  private static final String SCHEMA_FILE = SCHEMA + ".yml";

  /** From {@code domains/<domain>/entities/<entity>/} up to {@code lynk.yml}. */
  private static final int LEVELS = 4;

  /** The project that a folder is, or that a file of it belongs to. */
  static Optional<Lynk3Layout> of(ModelFiles given) {
    if (given.single().isEmpty()) {
      return in(given, Stream.of(given.root(), given.root().resolve(LYNK)));
    }
    String stem = ModelFiles.stem(given.single().get());
    if (stem.equals("lynk")) {
      return in(given, Stream.of(given.root()));
    }
    if (!stem.equals(SCHEMA) && !stem.equals("ENTITY")) {
      return Optional.empty();
    }
    Path folder = given.root();
    for (int level = 0; level < LEVELS && folder != null; level++) {
      folder = folder.getParent();
    }
    return folder == null ? Optional.empty() : in(given, Stream.of(folder));
  }

  private static Optional<Lynk3Layout> in(ModelFiles given, Stream<Path> folders) {
    return folders
        .flatMap(folder -> Stream.of(folder.resolve("lynk.yml"), folder.resolve("lynk.yaml")))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(
            file -> {
              boolean within = file.startsWith(given.root());
              Path root = within ? given.root() : file.getParent();
              return new Lynk3Layout(
                  new ModelFiles(root, Optional.empty()), file.getParent(), file);
            });
  }

  boolean hasDomains() {
    return Files.isDirectory(lynk.resolve(DOMAINS));
  }

  List<String> domains() throws IOException {
    return ModelFiles.folders(lynk.resolve(DOMAINS)).stream()
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  /** The domain to read; if empty, a problem has been added. */
  Optional<String> domain(Optional<String> wanted, Optional<String> shared, Problems problems)
      throws IOException {
    List<String> domains = domains();
    Optional<String> asked = wanted.filter(name -> !name.isBlank());
    if (asked.isEmpty() && domains.size() == 1) {
      return Optional.of(domains.get(0));
    }
    Optional<String> name = asked.or(() -> shared);
    Optional<String> found =
        name.flatMap(sought -> domains.stream().filter(sought::equalsIgnoreCase).findFirst());
    if (found.isEmpty()) {
      problems.add(
          Rule.UNKNOWN_DOMAIN,
          new Place(files.shown(project), 1, 1),
          "",
          domains.isEmpty()
              ? "there are no domains in " + files.shown(lynk.resolve(DOMAINS))
              : name.isPresent()
                  ? "there is no domain " + Shown.name(name.get())
                  : "there are several domains, and a query is about one: " + Shown.list(domains),
          domains.isEmpty()
              ? "add domains/<domain>/entities/<entity>/schema.yml"
              : "write domain: with one of "
                  + Shown.list(domains)
                  + NearestNames.hint(name.orElse(""), domains));
    }
    return found;
  }

  /** The folders of a domain's entities, by name. */
  List<Path> entities(String domain) throws IOException {
    return ModelFiles.folders(entitiesOf(domain));
  }

  /** The folder of an entity, whatever the case of its name. */
  Optional<Path> entity(String domain, String entity) throws IOException {
    for (String known : domains()) {
      if (known.equalsIgnoreCase(domain)) {
        return entities(known).stream()
            .filter(folder -> folder.getFileName().toString().equalsIgnoreCase(entity))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private Path entitiesOf(String domain) {
    return lynk.resolve(DOMAINS).resolve(domain).resolve(ENTITIES);
  }

  /** The schema of an entity; it may not exist. */
  static Path schema(Path entity) {
    Path other = entity.resolve(SCHEMA + ".yaml");
    return Files.isRegularFile(other) ? other : entity.resolve(SCHEMA_FILE);
  }

  /** What an entity says of itself; it may not exist. */
  static Path about(Path entity) {
    return entity.resolve("ENTITY.md");
  }
}
