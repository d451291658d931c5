package io.calque.model.read;

import io.calque.model.read.SignalSmithKeys.Kind;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * What SignalSmith's API answers, sorted: one bundle, or lists of one kind each, bare or in an
 * object with {@code data} or {@code items}.
 */
final class SignalSmithBundle {
  private static final List<String> WRAPPERS = List.of("data", "items", "results");

  private final Problems problems;
  private final List<JsonObject> entityTypes = new ArrayList<>();
  private final List<JsonObject> relationships = new ArrayList<>();
  private final List<JsonObject> models = new ArrayList<>();
  private final List<JsonObject> sources = new ArrayList<>();
  private final List<Entry> tables = new ArrayList<>();

  SignalSmithBundle(Problems problems) {
    this.problems = problems;
  }

  List<JsonObject> entityTypes() {
    return entityTypes;
  }

  List<JsonObject> relationships() {
    return relationships;
  }

  List<JsonObject> models() {
    return models;
  }

  List<JsonObject> sources() {
    return sources;
  }

  /** Where entity types have their rows, by the entity type's id or name. */
  List<Entry> tables() {
    return tables;
  }

  /** Notes the keys that are not read, of everything but attributes. */
  void noteKeys(SignalSmithKeys keys) {
    entityTypes.forEach(type -> keys.note(Kind.ENTITY_TYPE, type));
    models.forEach(model -> keys.note(Kind.MODEL, model));
    sources.forEach(source -> keys.note(Kind.SOURCE, source));
    for (JsonObject relationship : relationships) {
      keys.note(Kind.RELATIONSHIP, relationship);
      relationship.object("junction").ifPresent(junction -> keys.note(Kind.JUNCTION, junction));
    }
    for (Entry table : tables) {
      if (table.value() instanceof Mapping map) {
        keys.note(Kind.TABLE, new JsonObject(map));
      }
    }
  }

  /** Adds what a file holds. */
  void add(YamlValue file) {
    if (file instanceof Sequence list) {
      list.items().forEach(this::addByContent);
    } else if (file instanceof Mapping map) {
      if (isItem(map)) {
        addByContent(map);
      } else {
        map.entries().forEach(this::addPart);
      }
    } else {
      problems.add(
          Rule.WRONG_KIND,
          file.place(),
          "",
          "the file is " + file.kind() + " and should be an object or a list",
          "write {\"entity_types\": […], \"relationships\": […], \"models\": […], \"tables\": {…}}");
    }
  }

  private static boolean isItem(Mapping map) {
    return map.has("source_entity_type_id") || map.has("attributes") && map.has("name");
  }

  private void addPart(Entry entry) {
    switch (entry.key()) {
      case "entity_types", "entityTypes" -> addAll(entry, entityTypes);
      case "relationships" -> addAll(entry, relationships);
      case "models" -> addAll(entry, models);
      case "sources" -> addAll(entry, sources);
      case "tables" -> {
        if (entry.value() instanceof Mapping map) {
          tables.addAll(map.entries());
        } else {
          wrongKind(entry, "an object: {\"entity type's id\": \"database.schema.table\"}");
        }
      }
      case "traits" ->
          problems.add(
              Rule.NOT_EXPRESSED,
              entry.place(),
              "",
              "traits are not read, so the columns that they compute are missing",
              "write them as features in the native format; \"calque convert\" makes a beginning");
      default -> {
        boolean wrapper = WRAPPERS.contains(entry.key()) && entry.value() instanceof Sequence;
        if (wrapper) {
          ((Sequence) entry.value()).items().forEach(this::addByContent);
        } else if (entry.value() instanceof Sequence || entry.value() instanceof Mapping) {
          problems.add(
              Rule.UNKNOWN_KEY,
              entry.place(),
              "",
              "the file has " + Shown.name(entry.key()) + ", which is not read",
              "what is read is entity_types, relationships, models, sources and tables");
        }
      }
    }
  }

  private void addAll(Entry entry, List<JsonObject> into) {
    YamlValue value = entry.value();
    if (value instanceof Mapping map) {
      value =
          map.entries().stream()
              .filter(inner -> WRAPPERS.contains(inner.key()))
              .map(Entry::value)
              .findFirst()
              .orElse(value);
    }
    if (!(value instanceof Sequence list)) {
      wrongKind(entry, "a list: \"" + entry.key() + "\": [{…}]");
      return;
    }
    for (YamlValue item : list.items()) {
      if (item instanceof Mapping map) {
        into.add(new JsonObject(map));
      } else {
        notAnObject(item);
      }
    }
  }

  private void wrongKind(Entry entry, String wanted) {
    problems.add(
        Rule.WRONG_KIND,
        entry.value().place(),
        "",
        entry.key() + " is " + entry.value().kind(),
        "write " + wanted);
  }

  private void notAnObject(YamlValue item) {
    problems.add(
        Rule.WRONG_KIND,
        item.place(),
        "",
        "an item is " + item.kind() + " and should be an object",
        "write {\"name\": …}");
  }

  private void addByContent(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      notAnObject(item);
      return;
    }
    JsonObject object = new JsonObject(map);
    if (object.has("source_entity_type_id", "target_entity_type_id")) {
      relationships.add(object);
    } else if (object.has("sql_query", "source_table", "model_type")) {
      models.add(object);
    } else if (object.has("config")) {
      sources.add(object);
    } else {
      entityTypes.add(object);
    }
  }
}
