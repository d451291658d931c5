package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.JoinType;
import io.calque.model.read.Lynk3Entity.Definition;
import io.calque.model.read.Lynk3Entity.Path;
import io.calque.model.read.Lynk3Entity.Step;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code schema.yml} of one entity of Lynk's third generation. */
final class Lynk3EntityReader {
  private static final List<String> JOIN_TYPES = List.of("left", "inner", "full_outer");

  private final String domain;
  private final Written name;
  private final String description;
  private final Problems problems;
  private final LeftOut leftOut;

  /**
   * @param name that of the entity's folder
   * @param description that of its {@code ENTITY.md}
   */
  Lynk3EntityReader(
      String domain, Written name, String description, Problems problems, LeftOut leftOut) {
    this.domain = domain;
    this.name = name;
    this.description = description;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** The entity; if it is left out, a problem has been added. */
  Optional<Lynk3Entity> read(YamlValue file) {
    if (!(file instanceof Mapping map)) {
      wrongItem(file, "a schema.yml", "identity: database.schema.table\nkeys: [id]\nfeatures:");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "an entity", name.text(), problems);
    Optional<Written> identity = fields.word("identity").filter(word -> !word.text().isEmpty());
    if (identity.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          map.place(),
          name.text(),
          "entity " + name + " has no identity",
          "add identity: with the table that has one row for each " + name);
    }
    List<Written> keys = words(fields, "keys");
    List<Written> imports = new ArrayList<>();
    Optional<Mapping> imported = fields.mapping("imports");
    if (imported.isPresent()) {
      YamlFields lists = new YamlFields(imported.get(), "imports", name.text(), problems);
      for (String list : List.of("features", "metrics", "entity_relationships")) {
        imports.addAll(words(lists, list));
      }
      lists.reportUnknown();
    }
    List<Definition> features = definitions(fields, "features", true);
    List<Definition> metrics = definitions(fields, "metrics", false);
    List<Path> tablePaths = paths(fields, "table_relationships", "table");
    List<Path> entityPaths = paths(fields, "entity_relationships", "entity");
    fields.reportUnknown();
    return identity.map(
        table ->
            new Lynk3Entity(
                domain,
                name,
                description,
                table,
                keys,
                imports,
                features,
                metrics,
                tablePaths,
                entityPaths));
  }

  private List<Written> words(YamlFields fields, String list) {
    List<Written> words = new ArrayList<>();
    for (YamlValue item : fields.items(list)) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        words.add(YamlFields.word(scalar));
      } else {
        wrongItem(item, "an item of " + list, list + ": [a, b]");
      }
    }
    return words;
  }

  private List<Definition> definitions(YamlFields fields, String list, boolean isFeature) {
    List<Definition> definitions = new ArrayList<>();
    for (YamlValue item : fields.items(list)) {
      if (item instanceof Mapping map) {
        definition(map, isFeature).ifPresent(definitions::add);
      } else {
        wrongItem(item, "an item of " + list, "- {name: …, description: …, sql: …, data_type: …}");
      }
    }
    return definitions;
  }

  private Optional<Definition> definition(Mapping map, boolean isFeature) {
    String what = isFeature ? "feature" : "metric";
    YamlFields fields = new YamlFields(map, "a " + what, name.text(), problems);
    Optional<Written> defined = fields.word("name");
    if (defined.isEmpty()) {
      incomplete(map, "a " + what + " has no name", "add name: …");
      return Optional.empty();
    }
    Optional<Written> usable = Names.check(defined.get(), Rule.NAME_STYLE, name.text(), problems);
    String about = fields.description(defined.get());
    Optional<DataType> dataType = dataType(fields, defined.get());
    boolean badType = dataType.isEmpty() && fields.text("data_type").isPresent();
    Optional<Snippet> sql = fields.sql("sql").filter(text -> !text.text().isBlank());
    if (sql.isEmpty() && !fields.isUnreadable("sql")) {
      incomplete(map, what + " " + defined.get() + " has no sql", "add sql: with an expression");
    }
    Optional<Written> joinName =
        isFeature
            ? fields.word("join_name").filter(word -> !word.text().isEmpty())
            : Optional.empty();
    Optional<Snippet> filter = fields.sql("filter").filter(text -> !text.text().isBlank());
    fields.reportUnknown();
    boolean badFilter = fields.isUnreadable("filter") || fields.isUnreadable("join_name");
    if (usable.isEmpty() || sql.isEmpty() || badType || badFilter) {
      leftOut.add(
          isFeature
              ? Unit.feature(name.text(), defined.get().text())
              : Unit.metric(name.text(), defined.get().text()));
      return Optional.empty();
    }
    return Optional.of(
        new Definition(usable.get(), about, dataType, sql.get(), joinName, filter, map.place()));
  }

  private Optional<DataType> dataType(YamlFields fields, Written defined) {
    Optional<Scalar> text = fields.text("data_type");
    if (text.isEmpty()) {
      problems.add(
          Severity.INFO,
          Rule.DATA_TYPE,
          defined.place(),
          name.text(),
          defined + " has no data_type",
          "add data_type: " + String.join(", ", Words.DATA_TYPES));
      return Optional.empty();
    }
    Optional<DataType> type = Words.dataType(text.get().text()).map(Words.Understood::value);
    if (type.isEmpty()) {
      problems.add(
          Rule.DATA_TYPE,
          text.get().place(),
          name.text(),
          "data_type " + Shown.name(text.get().text()) + " of " + defined + " is not known",
          "write one of "
              + String.join(", ", Words.DATA_TYPES)
              + NearestNames.hint(text.get().text(), Words.DATA_TYPES));
    }
    return type;
  }

  private List<Path> paths(YamlFields fields, String list, String target) {
    List<Path> paths = new ArrayList<>();
    for (YamlValue item : fields.items(list)) {
      if (item instanceof Mapping map) {
        path(map, target).ifPresent(paths::add);
      } else {
        wrongItem(
            item,
            "an item of " + list,
            "- name: …\n  " + target + ": …\n  cardinality: many_to_one\n  steps:\n    - …");
      }
    }
    return paths;
  }

  private Optional<Path> path(Mapping map, String targetKey) {
    YamlFields fields = new YamlFields(map, "a relationship", name.text(), problems);
    Optional<Written> path = fields.word("name").filter(word -> !word.text().isEmpty());
    Optional<Written> target = fields.word(targetKey).filter(word -> !word.text().isEmpty());
    if (path.isEmpty() || target.isEmpty()) {
      incomplete(
          map,
          "a relationship of " + name + " has no " + (path.isEmpty() ? "name" : targetKey),
          "add " + (path.isEmpty() ? "name" : targetKey) + ": …");
    }
    String about = fields.text("description").map(Scalar::text).map(String::strip).orElse("");
    Optional<Cardinality> cardinality = cardinality(fields, map, path);
    Optional<Boolean> marked = marked(fields);
    List<YamlValue> items = fields.items("steps");
    List<Step> steps = new ArrayList<>();
    items.forEach(item -> step(item).ifPresent(steps::add));
    if (items.isEmpty() && fields.isEmptyList("steps")) {
      problems.add(
          Rule.NO_JOINS,
          map.place(),
          name.text(),
          "relationship " + path.map(Written::text).orElse("without name") + " has no steps",
          "add\nsteps:\n  - {target: …, join_type: left, sql: …}");
    }
    fields.reportUnknown();
    boolean sound =
        path.isPresent()
            && target.isPresent()
            && cardinality.isPresent()
            && !steps.isEmpty()
            && steps.size() == items.size();
    if (!sound) {
      target.ifPresent(end -> leftOut.add(Unit.relationship(name + "-" + end)));
      return Optional.empty();
    }
    return Optional.of(
        new Path(path.get(), about, target.get(), cardinality.get(), marked, steps, map.place()));
  }

  private Optional<Cardinality> cardinality(
      YamlFields fields, Mapping map, Optional<Written> path) {
    Optional<Scalar> text = fields.text("cardinality");
    Optional<Cardinality> cardinality =
        text.flatMap(written -> Words.cardinality(written.text())).map(Words.Understood::value);
    if (cardinality.isEmpty()) {
      problems.add(
          Rule.CARDINALITY,
          text.map(Scalar::place).orElse(map.place()),
          name.text(),
          text.isPresent()
              ? "there is no cardinality " + Shown.name(text.get().text())
              : "relationship "
                  + path.map(Written::text).orElse("without name")
                  + " has no cardinality",
          "write cardinality: with one of " + String.join(", ", Words.CARDINALITIES));
    }
    return cardinality;
  }

  private Optional<Boolean> marked(YamlFields fields) {
    Optional<Scalar> text = fields.text("default");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = Unit.lower(text.get().text().strip());
    if (word.equals("true") || word.equals("false")) {
      return Optional.of(Boolean.valueOf(word));
    }
    problems.add(
        Rule.WRONG_KIND,
        text.get().place(),
        name.text(),
        "default is " + Shown.name(text.get().text()) + " and should be true or false",
        "write default: true or default: false");
    return Optional.empty();
  }

  private Optional<Step> step(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      wrongItem(item, "a step", "{target: …, join_type: left, sql: …}");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a step", name.text(), problems);
    Optional<Written> target = fields.word("target").filter(word -> !word.text().isEmpty());
    Optional<Scalar> typeText = fields.text("join_type");
    Optional<JoinType> joinType =
        typeText
            .filter(text -> JOIN_TYPES.contains(Unit.lower(text.text().strip())))
            .flatMap(text -> Words.joinType(text.text()));
    Optional<Snippet> sql = fields.sql("sql").filter(text -> !text.text().isBlank());
    fields.reportUnknown();
    if (typeText.isPresent() && joinType.isEmpty()) {
      problems.add(
          Rule.JOIN_TYPE,
          typeText.get().place(),
          name.text(),
          "there is no join_type " + Shown.name(typeText.get().text()),
          "write one of " + String.join(", ", JOIN_TYPES));
      return Optional.empty();
    }
    if (target.isEmpty() || sql.isEmpty() && !fields.isUnreadable("sql")) {
      problems.add(
          Rule.JOIN_INCOMPLETE,
          map.place(),
          name.text(),
          "a step has no " + (target.isEmpty() ? "target" : "sql"),
          "write {target: …, join_type: left, sql: …}");
    }
    return target.isEmpty() || sql.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(target.get(), joinType, sql.get()));
  }

  private void incomplete(Mapping map, String message, String remedy) {
    problems.add(Rule.FEATURE_INCOMPLETE, map.place(), name.text(), message, remedy);
  }

  private void wrongItem(YamlValue item, String what, String example) {
    problems.add(
        Rule.WRONG_KIND,
        item.place(),
        name.text(),
        what
            + " is "
            + item.kind()
            + " and should be "
            + (what.contains("keys") ? "text" : "a map"),
        "write\n" + example);
  }
}
