package io.calque.model.write;

import io.calque.model.Entity;
import io.calque.model.Metric;
import io.calque.model.PreAggregate;
import io.calque.model.RelatedSource;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.model.read.TableNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the native format: a file for each entity, and one for all relationships. */
final class LynkWriter implements ModelWriter {
  @Override
  public String format() {
    return "lynk";
  }

  @Override
  public WrittenModel write(SemanticModel model, String origin) {
    return write(model, ModelNotes.onlyOrigin("converted from " + origin));
  }

  /** The model's files with comments. */
  static WrittenModel write(SemanticModel model, ModelNotes notes) {
    Map<String, String> files = new TreeMap<>();
    for (Entity entity : model.entities()) {
      files.put(
          "entities/" + entity.name().replaceAll("[^\\w.-]", "_") + ".yml",
          YamlComments.of(List.of(entity.name() + ", " + notes.origin()), 0)
              + YamlComments.of(notes.of(entity.name()), 0)
              + entity(entity, notes));
    }
    files.put(
        "entities_relationships.yml",
        YamlComments.of(List.of("Relationships, " + notes.origin()), 0)
            + "# In a key a-b and in its joins, a is {source} and b is {destination}; in a later"
            + " step of a lookup\n# {source} is what the step before reached.\n"
            + YamlComments.of(notes.ofRelationships(), 0)
            + relationships(model.relationships(), notes));
    return new WrittenModel(files, List.of());
  }

  private static String entity(Entity entity, ModelNotes notes) {
    YamlMap head =
        new YamlMap().text("name", entity.name()).text("description", entity.description());
    if (entity.source() instanceof TableName table) {
      head.text("key_source", TableNames.written(table));
    } else {
      head.text("query", ((SourceQuery) entity.source()).sql());
    }
    head.yaml("keys", list(entity.keys()));
    if (!entity.aliases().isEmpty()) {
      head.yaml("aliases", list(entity.aliases()));
    }
    StringBuilder yaml = new StringBuilder(head.lines(0));
    LynkFeatures features = new LynkFeatures(entity);
    section(
        yaml,
        "features",
        entity.features().stream()
            .map(f -> features.feature(f).comments(notes.of(entity.name(), f.name())))
            .toList());
    section(
        yaml,
        "metrics",
        entity.metrics().stream()
            .map(m -> metric(m).comments(notes.of(entity.name(), m.name())))
            .toList());
    if (!entity.relatedSources().isEmpty()) {
      yaml.append("\n# Tables that only the features of this entity read.\nrelated_sources:\n");
      entity.relatedSources().forEach(source -> yaml.append(relatedSource(source)));
    }
    section(
        yaml, "aggregates", entity.preAggregates().stream().map(LynkWriter::preAggregate).toList());
    return yaml.toString();
  }

  static String list(List<String> words) {
    return words.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static void section(StringBuilder yaml, String key, List<YamlMap> items) {
    if (!items.isEmpty()) {
      yaml.append('\n').append(key).append(":\n");
      items.forEach(item -> yaml.append(item.item(2)));
    } else if (key.equals("features")) {
      yaml.append("\nfeatures: []\n");
    }
  }

  private static YamlMap metric(Metric metric) {
    YamlMap map =
        new YamlMap().text("name", metric.name()).text("description", metric.description());
    metric.dataType().ifPresent(type -> map.text("data_type", word(type)));
    return map.text("sql", LynkSql.of(metric.sql()));
  }

  private static YamlMap preAggregate(PreAggregate table) {
    YamlMap map = new YamlMap().text("name", table.name()).text("description", table.description());
    return map.text("table", TableNames.written(table.table()))
        .yaml("grain", list(table.grain()))
        .yaml(
            "metrics",
            table.metrics().stream()
                .map(LynkWriter::stored)
                .collect(Collectors.joining(", ", "[", "]")));
  }

  private static String stored(PreAggregate.Stored stored) {
    String metric = YamlText.of(stored.metric());
    return stored
        .additivity()
        .map(
            said ->
                "{metric: %s, additivity: %s%s}"
                    .formatted(
                        metric,
                        word(said),
                        stored.notOver().isEmpty() ? "" : ", not_over: " + list(stored.notOver())))
        .orElse(metric);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String relatedSource(RelatedSource source) {
    YamlMap map =
        new YamlMap()
            .text("relationship", word(source.cardinality()))
            .text("description", source.description())
            .items(
                "joins",
                source.joins().stream()
                    .map(join -> LynkJoins.join(join, source.cardinality(), source.joins().size()))
                    .toList());
    return "  " + YamlText.of(TableNames.written(source.table())) + ":\n" + map.lines(4);
  }

  private static String relationships(List<Relationship> relationships, ModelNotes notes) {
    if (relationships.isEmpty()) {
      return "relationships: {}\n";
    }
    StringBuilder yaml = new StringBuilder("relationships:\n");
    for (Relationship relationship : relationships) {
      YamlMap map = new YamlMap().text("relationship", word(relationship.cardinality()));
      if (!relationship.isReversible()) {
        map.yaml("reversible", "false");
      }
      map.text("description", relationship.description())
          .items(
              "joins",
              relationship.joins().stream()
                  .map(
                      join ->
                          LynkJoins.join(
                                  join, relationship.cardinality(), relationship.joins().size())
                              .comments(notes.of(relationship.name(), join.name())))
                  .toList());
      yaml.append(YamlComments.of(notes.of(relationship.name()), 2))
          .append("  ")
          .append(YamlText.of(relationship.name()))
          .append(":\n")
          .append(map.lines(4));
    }
    return yaml.toString();
  }
}
