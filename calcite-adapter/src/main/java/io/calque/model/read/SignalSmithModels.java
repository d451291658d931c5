package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.Source;
import io.calque.model.TableName;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where entity types and junctions have their rows: tables, and SignalSmith's models of them. */
final class SignalSmithModels {
  private final SignalSmithBundle bundle;
  private final Problems problems;
  private final Map<String, JsonObject> models = new LinkedHashMap<>();
  private final Map<String, JsonObject> sources = new HashMap<>();

  SignalSmithModels(SignalSmithBundle bundle, Problems problems) {
    this.bundle = bundle;
    this.problems = problems;
    for (JsonObject model : bundle.models()) {
      model.text("id").ifPresent(id -> models.putIfAbsent(id.text(), model));
      model.text("name").ifPresent(name -> models.putIfAbsent(name.text(), model));
    }
    for (JsonObject source : bundle.sources()) {
      source.text("id").ifPresent(id -> sources.putIfAbsent(id.text(), source));
    }
  }

  /**
   * Where rows are.
   *
   * @param key the column that identifies a row, if a model says it
   * @param columns the columns that attributes have, where they are called otherwise
   */
  record Rows(Source source, Place place, List<Written> key, Map<String, Written> columns) {}

  /** The rows of an entity type; if empty, a problem has been added. */
  Optional<Rows> of(JsonObject entityType, Written name) {
    List<String> names = new ArrayList<>(List.of(name.text()));
    entityType.text("id").ifPresent(id -> names.add(id.text()));
    for (Entry table : bundle.tables()) {
      if (names.contains(table.key())) {
        return ofTable(table);
      }
    }
    Optional<Written> named = entityType.text("model_id", "modelId");
    if (named.isPresent()) {
      return model(named.get(), Map.of());
    }
    for (JsonObject model : bundle.models()) {
      Optional<Written> entity = model.text("entity_type_id", "entityTypeId");
      if (entity.filter(id -> names.contains(id.text())).isPresent()) {
        return rows(model, Map.of());
      }
    }
    problems.add(
        Rule.NO_ROWS,
        name.place(),
        name.text(),
        "nothing says which table has the rows of " + name,
        "add to the bundle \"tables\": {\""
            + names.get(names.size() - 1)
            + "\": \"database.schema.table\"}, or the id of a model in place of the table");
    return Optional.empty();
  }

  private Optional<Rows> ofTable(Entry entry) {
    if (entry.value() instanceof Mapping map) {
      JsonObject object = new JsonObject(map);
      Map<String, Written> columns = new HashMap<>();
      object
          .object("columns", "attributes", "mapping")
          .ifPresent(
              mapping ->
                  mapping.map().entries().stream()
                      .filter(e -> e.value() instanceof Scalar)
                      .forEach(e -> columns.put(e.key(), YamlFields.word((Scalar) e.value()))));
      return object
          .text("table")
          .map(table -> tableOrModel(table, columns))
          .or(() -> object.text("model_id", "model").map(model -> model(model, columns)))
          .orElseGet(
              () -> {
                noTable(new Written("", map.place()));
                return Optional.empty();
              });
    }
    return entry.value() instanceof Scalar text
        ? tableOrModel(YamlFields.word(text), Map.of())
        : Optional.empty();
  }

  private Optional<Rows> tableOrModel(Written written, Map<String, Written> columns) {
    if (models.containsKey(written.text())) {
      return model(written, columns);
    }
    Optional<TableName> table = TableNames.parse(written.text());
    if (table.isEmpty()) {
      noTable(written);
    }
    return table.map(name -> new Rows(name, written.place(), List.of(), columns));
  }

  private void noTable(Written written) {
    problems.add(
        Rule.NO_ROWS,
        written.place(),
        "",
        Shown.name(written.text()) + " is neither the name of a table nor the id of a model",
        "write database.schema.table" + NearestNames.hint(written.text(), models.keySet()));
  }

  /** The rows of a model; if empty, a problem has been added. */
  Optional<Rows> model(Written id, Map<String, Written> columns) {
    JsonObject model = models.get(id.text());
    if (model == null) {
      problems.add(
          Rule.NO_ROWS,
          id.place(),
          "",
          "there is no model " + Shown.name(id.text()),
          "write the id of one of models" + NearestNames.hint(id.text(), models.keySet()));
      return Optional.empty();
    }
    return rows(model, columns);
  }

  private Optional<Rows> rows(JsonObject model, Map<String, Written> columns) {
    String name = model.text("name").or(() -> model.text("id")).map(Written::text).orElse("");
    List<Written> key = model.texts("primary_key_column", "primary_key");
    Optional<Snippet> sql = model.snippet("sql_query", "sql");
    if (sql.isPresent()) {
      return new QueryReader(name, problems)
          .read(sql.get(), "the query of model " + name)
          .map(query -> new Rows(query, sql.get().place(), key, columns));
    }
    Optional<Written> table = model.text("source_table", "table");
    if (table.isEmpty()) {
      problems.add(
          Rule.NO_ROWS,
          model.place(),
          name,
          "the model " + Shown.name(name) + " has neither sql_query nor source_table",
          "add \"source_schema\" and \"source_table\"");
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    Optional<JsonObject> config =
        model.text("source_id").map(id -> sources.get(id.text())).flatMap(s -> s.object("config"));
    Optional<String> schema =
        model
            .text("source_schema", "schema")
            .or(() -> config.flatMap(c -> c.text("schema", "dataset")))
            .map(Written::text);
    config
        .flatMap(c -> c.text("database", "project", "catalog"))
        .filter(database -> schema.isPresent())
        .ifPresent(database -> parts.add(database.text()));
    schema.ifPresent(parts::add);
    parts.add(table.get().text());
    return Optional.of(new Rows(new TableName(parts), table.get().place(), key, columns));
  }

  /** Adds a problem for each table that is given to nobody. */
  void reportUnknown(SignalSmithEntities entities) {
    for (Entry table : bundle.tables()) {
      if (!entities.isNamed(table.key())) {
        problems.add(
            Rule.UNKNOWN_KEY,
            table.place(),
            "",
            "tables names " + Shown.name(table.key()) + ", which is no entity type",
            "write the id of an entity type" + NearestNames.hint(table.key(), entities.names()));
      }
    }
  }
}
