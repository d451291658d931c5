package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Lynk's third generation, whose files call themselves schema version v2. */
final class Lynk3Reader implements ModelReader {
  private static final String VERSION = "v2";
  private static final Pattern OF_A_SCHEMA = Pattern.compile("^identity\\s*:", Pattern.MULTILINE);

  @Override
  public String format() {
    return "Lynk3";
  }

  @Override
  public String recognisedBy() {
    return "a folder with .lynk/lynk.yml that holds schema_version: \"v2\", and .lynk/domains/";
  }

  @Override
  public boolean recognises(ModelFiles files) {
    return isProject(files)
        || Lynk3Layout.of(files).isEmpty()
            && files.single().filter(file -> isSchema(files, file)).isPresent();
  }

  /** Whether the files are, or belong to, a project of the third generation or a later one. */
  static boolean isProject(ModelFiles files) {
    return Lynk3Layout.of(files)
        .filter(layout -> isVersion(layout) || layout.hasDomains())
        .isPresent();
  }

  private static boolean isSchema(ModelFiles files, Path file) {
    return ModelFiles.isYaml(file) && files.isText(file, text -> OF_A_SCHEMA.matcher(text).find());
  }

  private static boolean isVersion(Lynk3Layout layout) {
    return project(layout, new Problems())
        .flatMap(map -> version(map, new Problems()))
        .filter(word -> word.text().equalsIgnoreCase(VERSION))
        .isPresent();
  }

  private static Optional<Mapping> project(Lynk3Layout layout, Problems problems) {
    return layout
        .files()
        .text(layout.project(), Rule.ENTITY_NOT_YAML, "", problems)
        .flatMap(text -> new YamlFile(text, Rule.ENTITY_NOT_YAML, "", problems).read())
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  private static Optional<Written> version(Mapping map, Problems problems) {
    return new YamlFields(map, "lynk.yml", "", problems).word("schema_version");
  }

  @Override
  public ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    Optional<Lynk3Layout> layout = Lynk3Layout.of(files);
    if (layout.isEmpty() && files.single().isEmpty()) {
      problems.add(
          Rule.NO_MODEL,
          new Place(".", 1, 1),
          "",
          "there is no lynk.yml here",
          "add .lynk/lynk.yml with schema_version: \"" + VERSION + "\"");
      return new ModelDraft(List.of(), List.of());
    }
    return layout.isPresent()
        ? new Project(layout.get(), problems, leftOut).read(options)
        : alone(files, problems, leftOut);
  }

  /** A schema.yml without its project: one entity, called as its folder. */
  private static ModelDraft alone(ModelFiles files, Problems problems, LeftOut leftOut)
      throws IOException {
    Path file = files.single().orElseThrow();
    boolean inFolder = ModelFiles.stem(file).equals("schema") && files.root().getFileName() != null;
    String name = inFolder ? files.root().getFileName().toString() : ModelFiles.stem(file);
    Lynk3Layout layout = new Lynk3Layout(files, files.root(), file);
    return new Project(layout, problems, leftOut).one(name, file);
  }

  /** One project while it is read. */
  private static final class Project {
    private final Lynk3Layout layout;
    private final Problems problems;
    private final LeftOut leftOut;

    Project(Lynk3Layout layout, Problems problems, LeftOut leftOut) {
      this.layout = layout;
      this.problems = problems;
      this.leftOut = leftOut;
    }

    ModelDraft read(LoadOptions options) throws IOException {
      ModelDraft nothing = new ModelDraft(List.of(), List.of());
      Optional<Mapping> project = project(layout, problems);
      Optional<Written> version = project.flatMap(map -> version(map, new Problems()));
      if (version.filter(word -> word.text().equalsIgnoreCase(VERSION)).isEmpty()) {
        problems.add(
            Rule.NOT_READ_YET,
            version
                .map(Written::place)
                .orElse(new Place(layout.files().shown(layout.project()), 1, 1)),
            "",
            version.isEmpty()
                ? "lynk.yml does not say its schema_version"
                : "schema version " + Shown.name(version.get().text()) + " is not read",
            "write schema_version: \"" + VERSION + "\"");
        return nothing;
      }
      Optional<String> domain =
          layout.domain(options.domain(), sharedDomain(project.get()), problems);
      if (domain.isEmpty()) {
        return nothing;
      }
      List<EntityDraft> entities = new ArrayList<>();
      List<RelationshipDraft> relationships = new ArrayList<>();
      for (Path folder : layout.entities(domain.get())) {
        Optional<Lynk3Entity> entity = entity(domain.get(), folder, problems);
        Optional<Lynk3Scope> scope = Optional.empty();
        if (entity.isPresent()) {
          scope = scope(entity.get());
        }
        if (scope.isPresent()) {
          add(scope.get(), entities, relationships);
        } else {
          leftOut.add(Unit.entity(folder.getFileName().toString()));
        }
      }
      return new ModelDraft(entities, relationships);
    }

    ModelDraft one(String name, Path schema) throws IOException {
      List<EntityDraft> entities = new ArrayList<>();
      List<RelationshipDraft> relationships = new ArrayList<>();
      Written written = new Written(name, new Place(layout.files().shown(schema), 1, 1));
      Optional<Lynk3Entity> entity = schema("", written, schema, "", problems);
      if (entity.isPresent()) {
        scope(entity.get()).ifPresent(scope -> add(scope, entities, relationships));
      }
      return new ModelDraft(entities, relationships);
    }

    private Optional<String> sharedDomain(Mapping project) {
      YamlFields fields = new YamlFields(project, "lynk.yml", "", problems);
      return fields
          .mapping("topology")
          .flatMap(map -> new YamlFields(map, "topology", "", problems).word("shared_domain"))
          .map(Written::text);
    }

    private void add(
        Lynk3Scope scope, List<EntityDraft> entities, List<RelationshipDraft> relationships) {
      OwnColumns columns = Lynk3Columns.of(scope);
      Lynk3Paths paths = new Lynk3Paths(scope, columns, problems, leftOut);
      Lynk3Features reader = new Lynk3Features(scope, columns, problems, leftOut);
      relationships.addAll(paths.relationships());
      var related = paths.relatedSources();
      List<FeatureDraft> features = new ArrayList<>(reader.features());
      var metrics = reader.metrics();
      List<Written> keys =
          scope.keys().stream()
              .map(key -> new Written(columns.feature(key.text(), key.place()), key.place()))
              .toList();
      features.addAll(columns.hidden());
      entities.add(
          new EntityDraft(
              scope.entity().name(),
              scope.entity().description(),
              scope.table(),
              scope.entity().identity().place(),
              false,
              keys,
              features,
              metrics,
              related,
              List.of()));
    }

    private Optional<Lynk3Scope> scope(Lynk3Entity entity) throws IOException {
      if (!entity.isExtension()) {
        entity.imports().stream()
            .findFirst()
            .ifPresent(
                item ->
                    problems.add(
                        Rule.UNKNOWN_IMPORT,
                        item.place(),
                        entity.name().text(),
                        entity.name() + " imports, but its identity is a table",
                        "write identity: domain.entity, the entity that it extends"));
        return new Lynk3Imports(entity, problems).scope(Optional.empty());
      }
      String[] parts = entity.identity().text().split("\\.", -1);
      Optional<Path> folder = layout.entity(parts[0], parts[1]);
      boolean other = !parts[0].equalsIgnoreCase(entity.domain());
      Optional<Lynk3Entity> parent =
          folder.isPresent() && other
              ? entity(parts[0], folder.get(), new Problems()).filter(p -> !p.isExtension())
              : Optional.empty();
      if (parent.isEmpty()) {
        problems.add(
            Rule.UNKNOWN_SOURCE,
            entity.identity().place(),
            entity.name().text(),
            "identity "
                + Shown.name(entity.identity().text())
                + " is no entity of another domain that has a table",
            "write domain.entity, or database.schema.table for a table");
        return Optional.empty();
      }
      return new Lynk3Imports(entity, problems).scope(parent);
    }

    private Optional<Lynk3Entity> entity(String domain, Path folder, Problems into) {
      String name = folder.getFileName().toString();
      Path schema = Lynk3Layout.schema(folder);
      Written written = new Written(name, new Place(layout.files().shown(schema), 1, 1));
      Optional<Lynk3About> about =
          Files.isRegularFile(Lynk3Layout.about(folder))
              ? layout
                  .files()
                  .text(Lynk3Layout.about(folder), Rule.ENTITY_NOT_YAML, name, into)
                  .map(text -> Lynk3About.read(text, name, into))
              : Optional.empty();
      if (about.isPresent() && !about.get().enabled()) {
        into.add(
            Severity.INFO,
            Rule.NOT_EXPRESSED,
            written.place(),
            name,
            "entity " + name + " is not enabled, so it is left out",
            "write enabled: true in its ENTITY.md to have it");
        return Optional.empty();
      }
      if (!Files.isRegularFile(schema)) {
        into.add(
            Rule.ENTITY_INCOMPLETE,
            written.place(),
            name,
            "entity " + name + " has no schema.yml",
            "add one with identity, keys and features");
        return Optional.empty();
      }
      return schema(domain, written, schema, about.map(Lynk3About::description).orElse(""), into);
    }

    private Optional<Lynk3Entity> schema(
        String domain, Written name, Path schema, String description, Problems into) {
      return layout
          .files()
          .text(schema, Rule.ENTITY_NOT_YAML, name.text(), into)
          .flatMap(text -> new YamlFile(text, Rule.ENTITY_NOT_YAML, name.text(), into).read())
          .flatMap(
              value ->
                  new Lynk3EntityReader(
                          domain,
                          name,
                          description,
                          into,
                          into == problems ? leftOut : new LeftOut())
                      .read(value));
    }
  }

  /**
   * The front matter of an {@code ENTITY.md}.
   *
   * @param enabled whether the entity exists at all
   */
  private record Lynk3About(String description, boolean enabled) {
    static Lynk3About read(SourceText text, String folder, Problems problems) {
      Optional<Mapping> map =
          frontMatter(text)
              .flatMap(front -> new YamlFile(front, Rule.ENTITY_NOT_YAML, folder, problems).read())
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast);
      if (map.isEmpty()) {
        return new Lynk3About("", true);
      }
      YamlFields fields = new YamlFields(map.get(), "ENTITY.md", folder, problems);
      fields
          .word("name")
          .filter(name -> !name.text().equals(folder))
          .ifPresent(
              name ->
                  problems.add(
                      Rule.NAME_IS_FILE_NAME,
                      name.place(),
                      folder,
                      "entity " + name + " stands in a folder called " + folder,
                      "call the folder " + name + ", or write name: " + folder));
      String enabled = fields.text("enabled").map(Scalar::text).orElse("true");
      return new Lynk3About(
          fields.text("description").map(Scalar::text).map(String::strip).orElse(""),
          !Unit.lower(enabled.strip()).equals("false"));
    }

    /** What stands between the first line and the next {@code ---}, each line where it was. */
    private static Optional<SourceText> frontMatter(SourceText file) {
      if (!file.line(0).strip().equals("---")) {
        return Optional.empty();
      }
      int line = 1;
      while (line < file.lines() && !file.line(line).strip().equals("---")) {
        line++;
      }
      int start = file.offset(1, 0);
      int end = line < file.lines() ? file.offset(line, 0) : file.text().length();
      return start >= end
          ? Optional.empty()
          : Optional.of(new SourceText(file.file(), "\n" + file.text().substring(start, end)));
    }
  }
}
