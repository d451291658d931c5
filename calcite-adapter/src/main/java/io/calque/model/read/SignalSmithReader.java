package io.calque.model.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what SignalSmith's API says of entity types, relationships and models, as JSON. */
final class SignalSmithReader implements ModelReader {
  private static final String ENDING = ".json";
  private static final Pattern TELLING =
      Pattern.compile("\"(entity_types|entityTypes|source_entity_type_id)\"\\s*:");
  private static final Pattern PART =
      Pattern.compile("\"(model_type|sql_query|source_table|attributes|tables)\"\\s*:");

  @Override
  public String format() {
    return "SignalSmith";
  }

  @Override
  public String recognisedBy() {
    return "a file *.json with entity_types, or a folder with such files";
  }

  @Override
  public boolean recognises(ModelFiles files) throws IOException {
    return !matching(files, TELLING).isEmpty();
  }

  private static List<Path> matching(ModelFiles files, Pattern pattern) throws IOException {
    return files.endingIn(ENDING).stream()
        .filter(file -> files.isText(file, text -> pattern.matcher(text).find()))
        .toList();
  }

  @Override
  public ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    List<Path> telling = matching(files, TELLING);
    List<Path> parts = matching(files, PART);
    SignalSmithBundle bundle = new SignalSmithBundle(problems);
    for (Path file : files.endingIn(ENDING)) {
      if (files.single().isPresent() || telling.contains(file) || parts.contains(file)) {
        files
            .text(file, Rule.JSON_SYNTAX, "", problems)
            .map(SignalSmithReader::withoutTabs)
            .flatMap(text -> new YamlFile(text, Rule.JSON_SYNTAX, "", problems).read())
            .ifPresent(bundle::add);
      }
    }
    SignalSmithModels models = new SignalSmithModels(bundle, problems);
    SignalSmithKeys keys = new SignalSmithKeys(problems);
    SignalSmithEntities entities = new SignalSmithEntities(models, keys, problems, leftOut);
    bundle.entityTypes().forEach(entities::add);
    models.reportUnknown(entities);
    bundle.noteKeys(keys);
    keys.report();
    List<RelationshipDraft> relationships =
        new SignalSmithRelationships(entities, models, problems, leftOut)
            .read(bundle.relationships());
    return new ModelDraft(entities.drafts(), relationships);
  }

  /** JSON may be indented with tabs, YAML may not; inside texts JSON has none. */
  private static SourceText withoutTabs(SourceText source) {
    return new SourceText(source.file(), source.text().replace('\t', ' '));
  }
}
