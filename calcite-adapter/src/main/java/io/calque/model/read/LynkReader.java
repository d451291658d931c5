package io.calque.model.read;

import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the native format: Lynk's, of the first and the second generation, mixed as they come. */
final class LynkReader implements ModelReader {
  private static final Pattern OF_AN_ENTITY =
      Pattern.compile("^(key_source|key_table|query|relationships)\\s*:", Pattern.MULTILINE);

  @Override
  public String format() {
    return "Lynk";
  }

  @Override
  public String recognisedBy() {
    return "a folder with entities/*.yml and entities_relationships.yml, or with .lynk/";
  }

  @Override
  public boolean recognises(ModelFiles files) {
    if (Lynk3Reader.isProject(files)) {
      return false;
    }
    if (LynkLayout.isProject(files)) {
      return files.single().isEmpty() || ModelFiles.isYaml(files.single().get());
    }
    return files
        .single()
        .filter(ModelFiles::isYaml)
        .filter(file -> isNative(files, file))
        .isPresent();
  }

  private static boolean isNative(ModelFiles files, Path file) {
    return files.isText(file, text -> OF_AN_ENTITY.matcher(text).find());
  }

  @Override
  public ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    LynkLayout layout =
        LynkLayout.isProject(files) ? LynkLayout.of(files, options, problems) : singleFile(files);
    return new Project(layout, problems, leftOut).read();
  }

  private static LynkLayout singleFile(ModelFiles files) {
    return new LynkLayout(
        files, List.of(files.single().orElseThrow()), Optional.empty(), List.of(), List.of());
  }

  /**
   * What one file holds.
   *
   * @param problems what is wrong with it
   * @param leftOut what is left out because of that
   */
  private record EntityFile(
      Optional<EntityDraft> entity,
      List<RelationshipDraft> relationships,
      Problems problems,
      LeftOut leftOut) {}

  /** One project while it is read. */
  private record Project(LynkLayout layout, Problems problems, LeftOut leftOut) {
    ModelDraft read() {
      List<RelationshipDraft> relationships = new ArrayList<>();
      Map<String, EntityDraft> entities = new LinkedHashMap<>();
      List<EntityDraft> all = new ArrayList<>();
      for (EntityFile file : entityFiles()) {
        problems.addAll(file.problems());
        leftOut.addAll(file.leftOut());
        relationships.addAll(file.relationships());
        file.entity()
            .ifPresent(
                entity -> {
                  all.add(entity);
                  entities.putIfAbsent(Unit.lower(entity.name().text()), entity);
                });
      }
      for (Path file : layout.overrides()) {
        override(file, entities);
      }
      layout.others().forEach(this::reportDataAsset);
      layout.relationships().ifPresent(file -> relationships.addAll(relationships(file)));
      List<EntityDraft> overridden =
          all.stream()
              .map(
                  entity -> {
                    EntityDraft current = entities.get(Unit.lower(entity.name().text()));
                    return current.name().equals(entity.name()) ? current : entity;
                  })
              .toList();
      return new ModelDraft(overridden, relationships);
    }

    /** The files of entities in order; none of them knows of another, so all cores read. */
    private List<EntityFile> entityFiles() {
      return layout.entities().parallelStream()
          .map(file -> new Project(layout, new Problems(), new LeftOut()).entityFile(file))
          .toList();
    }

    private EntityFile entityFile(Path file) {
      List<RelationshipDraft> relationships = new ArrayList<>();
      Optional<EntityDraft> entity = entity(file, relationships);
      return new EntityFile(entity, relationships, problems, leftOut);
    }

    private Optional<YamlValue> yaml(Path file, Rule rule, String subject) {
      return layout
          .files()
          .text(file, rule, subject, problems)
          .flatMap(text -> new YamlFile(text, rule, subject, problems).read());
    }

    private Optional<EntityDraft> entity(Path file, List<RelationshipDraft> relationships) {
      String stem = ModelFiles.stem(file);
      Optional<YamlValue> value = yaml(file, Rule.ENTITY_NOT_YAML, stem);
      if (value.isEmpty()) {
        leftOut.add(Unit.entity(stem));
        return Optional.empty();
      }
      if (value.get() instanceof Mapping map && isDataAsset(map)) {
        dataAsset(map, file);
        return Optional.empty();
      }
      if (value.get() instanceof Mapping map && map.has("relationships") && !map.has("name")) {
        relationships.addAll(new RelationshipsReader(problems, leftOut).read(map));
        return Optional.empty();
      }
      return new EntityReader(stem, problems, leftOut).read(value.get());
    }

    private List<RelationshipDraft> relationships(Path file) {
      Optional<YamlValue> value = yaml(file, Rule.RELATIONSHIPS_NOT_YAML, "");
      if (value.isEmpty()) {
        leftOut.addAllRelationships();
        return List.of();
      }
      return new RelationshipsReader(problems, leftOut).read(value.get());
    }

    /** Features of the same name replace those of the default domain, others join them. */
    private void override(Path file, Map<String, EntityDraft> entities) {
      String stem = ModelFiles.stem(file);
      Optional<YamlValue> value = yaml(file, Rule.ENTITY_NOT_YAML, stem);
      if (value.isEmpty() || !(value.get() instanceof Mapping map)) {
        value.ifPresent(
            other ->
                problems.add(
                    Rule.WRONG_KIND,
                    other.place(),
                    stem,
                    "an entity file is " + other.kind() + " and should be a map",
                    "write\nname: " + stem + "\nfeatures:\n  - …"));
        return;
      }
      YamlFields fields = new YamlFields(map, "an entity of a domain", stem, problems);
      String name = fields.word("name").map(Written::text).orElse(stem);
      EntityDraft entity = entities.get(Unit.lower(name));
      if (entity == null) {
        problems.add(
            Rule.DOMAIN_CONTENT,
            map.place(),
            name,
            "entity " + Shown.name(name) + " is not in the default domain, so it is not read",
            "define it in the default domain; other domains only override features");
        return;
      }
      fields.ignore(
          "description",
          "key_source",
          "key_table",
          "query",
          "all_columns",
          "keys",
          "aliases",
          "examples");
      FeatureReader reader = new FeatureReader(entity.name().text(), problems, leftOut);
      List<FeatureDraft> own =
          fields.items("features").stream().map(reader::feature).flatMap(Optional::stream).toList();
      for (String key : List.of("metrics", "measures", "related_sources", "related_assets")) {
        fields.ignore(key);
        map.entries().stream()
            .filter(entry -> entry.key().equals(key))
            .forEach(entry -> notOverridden(entry, name));
      }
      fields.reportUnknown();
      entities.put(Unit.lower(name), merged(entity, own));
    }

    private void notOverridden(Entry entry, String entity) {
      problems.add(
          Rule.DOMAIN_CONTENT,
          entry.place(),
          entity,
          entry.key() + " of a domain other than default are not read",
          "move them to the default domain; other domains only override features");
    }

    private EntityDraft merged(EntityDraft entity, List<FeatureDraft> own) {
      Map<String, FeatureDraft> features = new LinkedHashMap<>();
      List<FeatureDraft> repeated = new ArrayList<>();
      for (FeatureDraft feature : entity.features()) {
        if (features.putIfAbsent(Unit.lower(feature.name()), feature) != null) {
          repeated.add(feature);
        }
      }
      own.forEach(feature -> features.put(Unit.lower(feature.name()), feature));
      List<FeatureDraft> all = new ArrayList<>(features.values());
      all.removeIf(feature -> leftOut.contains(Unit.feature(entity.name().text(), feature.name())));
      all.addAll(repeated);
      return entity.withFeatures(all);
    }

    private void reportDataAsset(Path file) {
      if (!ModelFiles.stem(file).contains(".")) {
        return;
      }
      yaml(file, Rule.ENTITY_NOT_YAML, "")
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .filter(Project::isDataAsset)
          .ifPresent(map -> dataAsset(map, file));
    }

    private static boolean isDataAsset(Mapping map) {
      return map.has("asset") && !map.has("key_source") && !map.has("key_table");
    }

    private void dataAsset(Mapping map, Path file) {
      problems.add(
          Rule.DATA_ASSET,
          map.place(),
          "",
          "this file gives metrics to a table; it is not read",
          "make an entity of the table, with the metrics under metrics:\nname: …\nkey_source: "
              + ModelFiles.stem(file)
              + "\nkeys: […]");
    }
  }
}
