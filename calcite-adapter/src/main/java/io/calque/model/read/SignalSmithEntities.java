package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.TableName;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import io.calque.model.read.SignalSmithModels.Rows;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entities of SignalSmith's entity types. */
final class SignalSmithEntities {
  private final SignalSmithModels models;
  private final SignalSmithKeys unread;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<String, Type> byName = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  SignalSmithEntities(
      SignalSmithModels models, SignalSmithKeys unread, Problems problems, LeftOut leftOut) {
    this.models = models;
    this.unread = unread;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /**
   * An entity type whose rows are known.
   *
   * @param listed whether the type lists its attributes, so that there are no others
   */
  record Type(
      Written name,
      String description,
      Rows rows,
      boolean listed,
      List<Written> keys,
      Map<String, FieldDraft> attributes) {
    String ownSource() {
      return rows.source() instanceof TableName table
          ? TableNames.written(table)
          : EntityDraft.OWN_QUERY;
    }

    EntityDraft draft() {
      return new EntityDraft(
          name,
          description,
          rows.source(),
          rows.place(),
          !listed,
          keys,
          List.copyOf(attributes.values()),
          List.of(),
          List.of(),
          List.of());
    }
  }

  /** Reads an entity type. */
  void add(JsonObject json) {
    Optional<Written> label = json.text("name", "slug", "key");
    String name = label.map(word -> SqlIdentifiers.of(word.text())).orElse("");
    if (name.isEmpty()) {
      problems.add(
          Rule.JSON_ITEM, json.place(), "", "an entity type has no name", "add \"name\": \"User\"");
      return;
    }
    Written written = new Written(name, label.get().place());
    json.text("id").ifPresent(id -> names.put(id.text(), name));
    names.putIfAbsent(label.get().text(), name);
    if (byName.containsKey(name)) {
      problems.add(
          Rule.DUPLICATE_ENTITY,
          written.place(),
          name,
          "there is a second entity type "
              + label.get()
              + "; the first is at "
              + byName.get(name).name().place(),
          "rename one of the two");
      return;
    }
    Optional<Rows> rows = models.of(json, label.get());
    if (rows.isEmpty()) {
      leftOut.add(Unit.entity(name));
      return;
    }
    List<JsonObject> attributes = attributes(json, name);
    Set<String> keys = new LinkedHashSet<>();
    json.texts("primary_key", "primaryKey").forEach(key -> keys.add(key.text()));
    Type type =
        new Type(
            written,
            json.description("description"),
            rows.get(),
            !attributes.isEmpty(),
            new ArrayList<>(),
            new LinkedHashMap<>());
    attributes.forEach(attribute -> attribute(attribute, type, keys));
    if (keys.isEmpty()) {
      rows.get().key().forEach(column -> keys.add(attributeOf(column.text(), type)));
    }
    keys(type, keys);
    byName.put(name, type);
  }

  /** The attributes: a list of objects or names, or an object by name. */
  private List<JsonObject> attributes(JsonObject json, String entity) {
    Optional<Entry> entry = json.entry("attributes", "fields", "columns");
    List<JsonObject> attributes = new ArrayList<>();
    if (entry.isEmpty()) {
      return attributes;
    }
    if (entry.get().value() instanceof Sequence list) {
      for (YamlValue item : list.items()) {
        if (item instanceof Mapping map) {
          attributes.add(new JsonObject(map));
        } else if (item instanceof Scalar text) {
          attributes.add(named("name", text, text));
        } else {
          problems.add(
              Rule.WRONG_KIND,
              item.place(),
              entity,
              "an attribute is " + item.kind(),
              "write {\"name\": …}");
        }
      }
    } else if (entry.get().value() instanceof Mapping map) {
      for (Entry inner : map.entries()) {
        Snippet name = Snippet.at(inner.key(), inner.place());
        Scalar key = new Scalar(name, inner.place());
        attributes.add(named("name", key, inner.value()));
      }
    } else {
      problems.add(
          Rule.WRONG_KIND,
          entry.get().value().place(),
          entity,
          entry.get().key() + " is " + entry.get().value().kind() + " and should be a list",
          "write \"attributes\": [{\"name\": …, \"type\": …}]");
    }
    return attributes;
  }

  /** An attribute's object with its name in it. */
  private static JsonObject named(String key, Scalar name, YamlValue value) {
    List<Entry> entries = new ArrayList<>(List.of(new Entry(key, name.place(), name)));
    if (value instanceof Mapping map) {
      entries.addAll(map.entries());
    } else if (value instanceof Scalar type && type != name) {
      entries.add(new Entry("type", type.place(), type));
    }
    return new JsonObject(new Mapping(entries, name.place()));
  }

  private void attribute(JsonObject json, Type type, Set<String> keys) {
    String entity = type.name().text();
    unread.note(SignalSmithKeys.Kind.ATTRIBUTE, json);
    Optional<Written> name = json.text("name", "slug", "key");
    if (name.isEmpty()) {
      problems.add(
          Rule.JSON_ITEM,
          json.place(),
          entity,
          "an attribute of " + entity + " has no name",
          "add \"name\": …");
      return;
    }
    if (json.isTrue("primary_key", "is_primary_key", "isPrimaryKey", "pk")) {
      keys.add(name.get().text());
    }
    if (json.isTrue("identifier", "is_identifier", "isIdentifier")) {
      problems.add(
          Severity.INFO,
          Rule.NOT_EXPRESSED,
          name.get().place(),
          entity,
          "that "
              + name.get()
              + " is an identifier is about identity resolution and changes nothing in queries",
          "");
    }
    Optional<Written> usable = Names.check(name.get(), Rule.NAME_STYLE, entity, problems);
    if (usable.isEmpty()) {
      leftOut.add(Unit.feature(entity, name.get().text()));
      return;
    }
    Written column =
        type.rows()
            .columns()
            .getOrDefault(
                name.get().text(), json.text("column", "source_column").orElse(name.get()));
    FieldDraft earlier =
        type.attributes()
            .putIfAbsent(
                Unit.lower(name.get().text()),
                field(
                    type,
                    name.get(),
                    column,
                    json.description("description", "display_name", "label"),
                    dataType(json, entity)));
    if (earlier != null) {
      problems.add(
          Rule.DUPLICATE_FEATURE,
          name.get().place(),
          entity,
          entity + " has a second attribute " + name.get() + "; the first is at " + earlier.place(),
          "rename one of the two");
    }
  }

  private static FieldDraft field(
      Type type, Written name, Written column, String description, Optional<DataType> dataType) {
    return new FieldDraft(
        new Head(name, description, dataType, Optional.of(true), name.place()),
        new Origin(
            new Written(type.ownSource(), name.place()),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        Snippet.at(TableNames.writtenColumn(column.text()).orElse(column.text()), column.place()));
  }

  private Optional<DataType> dataType(JsonObject json, String entity) {
    Optional<Written> written = json.text("type", "data_type", "dataType");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<DataType> type =
        switch (Unit.lower(written.get().text()).replaceAll("\\(.*", "")) {
          case "string", "text", "varchar", "char", "email", "phone", "url", "uuid", "id" ->
              Optional.of(DataType.STRING);
          case "number", "integer", "int", "bigint", "decimal", "numeric", "float", "double" ->
              Optional.of(DataType.NUMBER);
          case "boolean", "bool" -> Optional.of(DataType.BOOLEAN);
          case "date", "datetime", "timestamp", "timestamp_ntz", "timestamptz" ->
              Optional.of(DataType.DATETIME);
          default -> Optional.empty();
        };
    if (type.isEmpty()) {
      problems.add(
          Severity.INFO,
          Rule.DATA_TYPE,
          written.get().place(),
          entity,
          "the type " + Shown.name(written.get().text()) + " is left to the warehouse",
          "");
    }
    return type;
  }

  /** The attribute that shows a column. */
  private static String attributeOf(String column, Type type) {
    return type.attributes().values().stream()
        .filter(
            field ->
                TableNames.column(field.field().text())
                    .filter(column::equalsIgnoreCase)
                    .isPresent())
        .map(FieldDraft::name)
        .findFirst()
        .orElse(column);
  }

  private void keys(Type type, Set<String> keys) {
    for (String key : keys) {
      find(type, new Written(key, type.name().place()), "the primary key of " + type.name())
          .ifPresent(name -> type.keys().add(new Written(name, type.name().place())));
    }
    if (type.keys().isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          type.name().place(),
          type.name().text(),
          "nothing says what identifies a " + type.name(),
          "add \"primary_key\": true to the attributes that together identify a row");
    }
  }

  /** The entity's feature of that name; if empty, a problem has been added. */
  Optional<String> find(Type type, Written attribute, String what) {
    FieldDraft known = type.attributes().get(Unit.lower(attribute.text()));
    if (known != null) {
      return Optional.of(known.name());
    }
    if (!type.listed()) {
      Written name = new Written(SqlIdentifiers.feature(attribute.text()), attribute.place());
      type.attributes()
          .put(Unit.lower(attribute.text()), field(type, name, attribute, "", Optional.empty()));
      return Optional.of(name.text());
    }
    List<String> all = type.attributes().values().stream().map(FieldDraft::name).toList();
    problems.add(
        Rule.UNKNOWN_NAME_IN_JOIN,
        attribute.place(),
        type.name().text(),
        type.name()
            + " has no attribute "
            + Shown.name(attribute.text())
            + ", which "
            + what
            + " names",
        "write one of its attributes, or add it to them"
            + NearestNames.hint(attribute.text(), all));
    return Optional.empty();
  }

  /** The entity type of an id or name; if empty, a problem has been added. */
  Optional<Type> find(Written id, String relationship) {
    String name = names.get(id.text());
    if (name == null) {
      problems.add(
          Rule.UNKNOWN_END,
          id.place(),
          relationship,
          "there is no entity type " + Shown.name(id.text()) + ", which " + relationship + " names",
          "write the id of an entity type" + NearestNames.hint(id.text(), names.keySet()));
      return Optional.empty();
    }
    if (!byName.containsKey(name)) {
      Dependencies.note(
          problems, id.place(), relationship, "relationship " + relationship, "entity " + name);
    }
    return Optional.ofNullable(byName.get(name));
  }

  boolean isNamed(String idOrName) {
    return names.containsKey(idOrName);
  }

  Set<String> names() {
    return names.keySet();
  }

  List<EntityDraft> drafts() {
    return byName.values().stream().map(Type::draft).toList();
  }
}
