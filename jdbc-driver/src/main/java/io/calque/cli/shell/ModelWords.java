package io.calque.cli.shell;

import io.calque.cli.shell.StatementOutline.Item;
import io.calque.cli.shell.Suggestion.Group;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Join;
import io.calque.model.Metric;
import io.calque.model.SemanticModel;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a model, as suggestions. */
final class ModelWords {
  private final SemanticSchema schema;

  ModelWords(SemanticSchema schema) {
    this.schema = schema;
  }

  /** What may stand after FROM. */
  List<Suggestion> tables() {
    List<Suggestion> all = new ArrayList<>(entities());
    SemanticSchema.SCHEMAS.forEach(name -> all.add(Suggestion.open(name + ".", Group.SCHEMAS, "")));
    return all;
  }

  private List<Suggestion> entities() {
    List<Suggestion> all = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      Entity entity = table.entity();
      Stream.concat(Stream.of(entity.name()), entity.aliases().stream())
          .forEach(
              name ->
                  all.add(
                      Suggestion.of(
                          Completion.quoted(name), Group.ENTITIES, entity.description())));
    }
    return all;
  }

  /** The tables of a schema; none if there is no such schema. */
  List<Suggestion> tablesOf(String name) {
    return switch (name) {
      case SemanticSchema.ENTITIES -> entities();
      case SemanticSchema.BRIDGES ->
          schema.bridges().stream()
              .map(bridge -> Suggestion.word(Completion.quoted(bridge.name()), Group.TABLES))
              .toList();
      case SemanticSchema.META ->
          schema.metaTables().stream()
              .map(table -> Suggestion.of(table.name(), Group.TABLES, table.remarks()))
              .toList();
      default -> List.of();
    };
  }

  /** The features and metrics of an entity. */
  List<Suggestion> columns(Item item) {
    List<Suggestion> all = new ArrayList<>();
    item.entity().queryableFeatures().forEach(feature -> all.add(feature(feature)));
    for (Metric metric : item.entity().metrics()) {
      if (item.entity().feature(metric.name()).isEmpty()) {
        all.add(
            Suggestion.of(Completion.quoted(metric.name()), Group.METRICS, metric.description()));
      }
    }
    return all;
  }

  private static Suggestion feature(Feature feature) {
    return Suggestion.of(
        Completion.quoted(feature.name()), Group.FEATURES, feature.info().description());
  }

  /** The features that need no qualifier. */
  List<Suggestion> features(List<Item> scope) {
    Map<String, List<Feature>> byName =
        scope.stream()
            .flatMap(item -> item.entity().queryableFeatures().stream())
            .collect(
                Collectors.groupingBy(
                    feature -> feature.name().toLowerCase(Locale.ROOT),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byName.values().stream()
        .filter(features -> features.size() == 1)
        .map(features -> feature(features.get(0)))
        .toList();
  }

  /** Each name of a feature once, for a statement that has no FROM yet. */
  List<Suggestion> allFeatures() {
    return schema.entities().stream()
        .flatMap(table -> table.columns().stream())
        .map(feature -> Completion.quoted(feature.name()))
        .distinct()
        .map(name -> Suggestion.word(name, Group.FEATURES))
        .toList();
  }

  /**
   * What METRIC('…') takes: the metrics of the first entity, and those of each with its name before
   * them; without a FROM, those of all entities.
   *
   * @param closing what ends the string and the parentheses
   */
  List<Suggestion> metricNames(List<Item> scope, String closing) {
    List<Suggestion> all = new ArrayList<>();
    if (scope.isEmpty()) {
      schema
          .entities()
          .forEach(table -> metrics(table.entity(), table.entity().name() + ".", closing, all));
    } else {
      metrics(scope.get(0).entity(), "", closing, all);
      scope.forEach(item -> metrics(item.entity(), item.name() + ".", closing, all));
    }
    return all;
  }

  private static void metrics(
      Entity entity, String qualifier, String closing, List<Suggestion> into) {
    for (Metric metric : entity.metrics()) {
      String name = qualifier + metric.name();
      into.add(
          new Suggestion(
              name + closing, name, Group.METRICS, metric.description(), !closing.isEmpty()));
    }
  }

  /**
   * The joins between the last entity and those before it.
   *
   * @param closing what ends the string and the parentheses
   */
  List<Suggestion> joins(List<Item> from, String closing) {
    List<Suggestion> all = new ArrayList<>();
    if (from.isEmpty()) {
      return all;
    }
    Item joined = from.get(from.size() - 1);
    List<Item> related =
        from.subList(0, from.size() - 1).stream()
            .filter(left -> !ways(left, joined).isEmpty())
            .toList();
    for (Item left : related) {
      for (SemanticModel.Way way : ways(left, joined)) {
        for (Join join : way.relationship().joins()) {
          String name = join.name(way.direction(), way.relationship().isSelf());
          if (related.size() == 1) {
            all.add(join(name, join, closing));
          }
          all.add(join(left.name() + "." + name, join, closing));
        }
      }
    }
    return all;
  }

  private List<SemanticModel.Way> ways(Item left, Item right) {
    return schema.ways(left.entity().name(), right.entity().name());
  }

  private static Suggestion join(String name, Join join, String closing) {
    String description = (join.isDefault() ? "the default" : "");
    if (!join.description().isEmpty()) {
      description += (description.isEmpty() ? "" : ": ") + join.description();
    }
    return new Suggestion(name + closing, name, Group.JOINS, description, true);
  }
}
