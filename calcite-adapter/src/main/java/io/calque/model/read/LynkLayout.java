package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of a project in the native format are.
 *
 * @param files with the project's folder as root
 * @param entities the entity files of the default domain, in order
 * @param relationships the relationships file
 * @param overrides the entity files of the domain that was asked for, in order
 * @param others YAML files beside the relationships file, in order
 */
record LynkLayout(
    ModelFiles files,
    List<Path> entities,
    Optional<Path> relationships,
    List<Path> overrides,
    List<Path> others) {
  static final String RELATIONSHIPS = "entities_relationships";
  private static final String ENTITIES = "entities";
  private static final String LYNK = ".lynk";
  private static final String DEFAULT = "default";

  /**
   * Whether this is, or belongs to, a project of the native format.
   *
   * @param files a folder, or a file of a project
   */
  static boolean isProject(ModelFiles files) {
    Path root = projectRoot(files);
    return isDomain(root) || lynkFolder(root).isPresent();
  }

  /** The folder of the project: a file of a project stands for all of it. */
  static Path projectRoot(ModelFiles files) {
    if (files.single().isPresent()
        && files.root().getFileName() != null
        && files.root().getFileName().toString().equals(ENTITIES)) {
      return files.root().getParent();
    }
    return files.root();
  }

  static LynkLayout of(ModelFiles given, LoadOptions options, Problems problems)
      throws IOException {
    Path root = projectRoot(given);
    ModelFiles files = new ModelFiles(root, Optional.empty());
    Optional<Path> lynk = lynkFolder(root);
    if (isDomain(root)) {
      if (isDomain(root.resolve(LYNK).resolve(DEFAULT))) {
        problems.add(
            Rule.TWO_LAYOUTS,
            new Place(LYNK, 1, 1),
            "",
            "the project has its entities here and in .lynk/default; those in .lynk/default are not"
                + " read",
            "keep one of the two");
      }
      return of(files, root, domainsOfPlainFolder(root), options, problems);
    }
    Path domains = lynk.orElse(root);
    return of(files, base(files, domains, problems), domains, options, problems);
  }

  private static LynkLayout of(
      ModelFiles files, Path base, Path domains, LoadOptions options, Problems problems)
      throws IOException {
    List<Path> here = ModelFiles.yamlFiles(base);
    List<Path> relationships =
        here.stream().filter(file -> ModelFiles.stem(file).equals(RELATIONSHIPS)).toList();
    if (relationships.size() > 1) {
      problems.add(
          Rule.TWO_LAYOUTS,
          new Place(files.shown(relationships.get(0)), 1, 1),
          "",
          "there are two relationships files; this one is not read",
          "keep one of the two");
    }
    for (Path folder : ModelFiles.folders(base.resolve(ENTITIES))) {
      for (Path file : ModelFiles.yamlFiles(folder)) {
        problems.add(
            Rule.TWO_LAYOUTS,
            new Place(files.shown(file), 1, 1),
            "",
            "the file is not read, because it stands in a folder below entities",
            "move it to " + files.shown(base.resolve(ENTITIES)));
      }
    }
    return new LynkLayout(
        files,
        ModelFiles.yamlFiles(base.resolve(ENTITIES)),
        relationships.isEmpty()
            ? Optional.empty()
            : Optional.of(relationships.get(relationships.size() - 1)),
        overrides(files, base, domains, options, problems),
        here.stream().filter(file -> !relationships.contains(file)).toList());
  }

  private static List<Path> overrides(
      ModelFiles files, Path base, Path domains, LoadOptions options, Problems problems)
      throws IOException {
    Optional<String> wanted = options.domain().filter(name -> !name.isBlank());
    if (wanted.isEmpty() || wanted.get().equalsIgnoreCase(DEFAULT)) {
      return List.of();
    }
    List<Path> folders = ModelFiles.folders(domains);
    for (Path folder : folders) {
      if (folder.getFileName().toString().equalsIgnoreCase(wanted.get())) {
        return folder.equals(base) ? List.of() : overridesIn(files, folder, problems);
      }
    }
    List<String> names = folders.stream().map(folder -> folder.getFileName().toString()).toList();
    problems.add(
        Rule.UNKNOWN_DOMAIN,
        new Place(
            Files.isDirectory(domains) && !domains.equals(files.root())
                ? files.shown(domains)
                : ".",
            1,
            1),
        "",
        "there is no domain " + Shown.name(wanted.get()),
        names.isEmpty()
            ? "the project has no domains; remove the option domain"
            : "the domains are " + Shown.list(names) + NearestNames.hint(wanted.get(), names));
    return List.of();
  }

  private static List<Path> overridesIn(ModelFiles files, Path folder, Problems problems)
      throws IOException {
    for (Path file : ModelFiles.yamlFiles(folder)) {
      if (ModelFiles.stem(file).equals(RELATIONSHIPS)) {
        problems.add(
            Rule.DOMAIN_CONTENT,
            new Place(files.shown(file), 1, 1),
            "",
            "relationships of a domain other than default are not read",
            "move them to the relationships file of the default domain");
      }
    }
    return ModelFiles.yamlFiles(folder.resolve(ENTITIES));
  }

  /** The default domain, or the only one. */
  private static Path base(ModelFiles files, Path domains, Problems problems) throws IOException {
    Path byName = domains.resolve(DEFAULT);
    if (Files.isDirectory(byName)) {
      return byName;
    }
    List<Path> candidates =
        ModelFiles.folders(domains).stream().filter(LynkLayout::isDomain).toList();
    if (candidates.size() > 1) {
      problems.add(
          Rule.UNKNOWN_DOMAIN,
          new Place(files.shown(domains), 1, 1),
          "",
          "there is no domain default, and several others: "
              + Shown.list(candidates.stream().map(c -> c.getFileName().toString()).toList())
              + "; the first is read",
          "call one of them default; that is where entities belong");
    }
    return candidates.isEmpty() ? byName : candidates.get(0);
  }

  /** Where the siblings of a domain folder that was given as the project are. */
  private static Path domainsOfPlainFolder(Path root) {
    Path parent = root.getParent();
    boolean inLynk =
        parent != null
            && parent.getFileName() != null
            && parent.getFileName().toString().equals(LYNK);
    return inLynk ? parent : root.resolve(LYNK);
  }

  private static Optional<Path> lynkFolder(Path root) {
    Path below = root.resolve(LYNK);
    if (Files.isDirectory(below)) {
      return Optional.of(below);
    }
    return isDomain(root.resolve(DEFAULT)) ? Optional.of(root) : Optional.empty();
  }

  private static boolean isDomain(Path folder) {
    return Files.isDirectory(folder.resolve(ENTITIES))
        || Files.isRegularFile(folder.resolve(RELATIONSHIPS + ".yml"))
        || Files.isRegularFile(folder.resolve(RELATIONSHIPS + ".yaml"));
  }
}
