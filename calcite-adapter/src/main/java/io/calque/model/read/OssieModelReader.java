package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.read.OssieModel.Dataset;
import io.calque.model.read.OssieModel.Expression;
import io.calque.model.read.OssieModel.Link;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the semantic model of an Apache Ossie document. */
final class OssieModelReader {
  private static final Map<String, Optional<DataType>> DATA_TYPES =
      Map.of(
          "String", Optional.of(DataType.STRING),
          "Integer", Optional.of(DataType.NUMBER),
          "Decimal", Optional.of(DataType.NUMBER),
          "Float", Optional.of(DataType.NUMBER),
          "Boolean", Optional.of(DataType.BOOLEAN),
          "Date", Optional.of(DataType.DATETIME),
          "DateTime", Optional.of(DataType.DATETIME),
          "DateTimeTz", Optional.of(DataType.DATETIME),
          "Time", Optional.empty(),
          "Opaque", Optional.empty());

  private final Optional<String> dialect;
  private final Problems problems;
  private final LeftOut leftOut;

  /**
   * @param dialect the warehouse's own, if it is known
   */
  OssieModelReader(Optional<String> dialect, Problems problems, LeftOut leftOut) {
    this.dialect = dialect;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  OssieModel read(Mapping map) {
    YamlFields fields = new YamlFields(map, "a semantic model", "", problems);
    OssieLosses losses = new OssieLosses("", "the model", problems);
    Written name = fields.word("name").orElseGet(() -> new Written("the model", map.place()));
    losses.text(fields, "description", "its description");
    losses.context(fields, "its instructions", "its synonyms");
    losses.extensions(fields);
    List<Dataset> datasets = new ArrayList<>();
    for (Mapping item : maps(fields, "datasets", "")) {
      dataset(item).ifPresent(datasets::add);
    }
    if (fields.isEmptyList("datasets")) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          map.place(),
          "",
          "semantic model " + name + " has no datasets",
          "add\ndatasets:\n  - {name: …, source: database.schema.table, fields: […]}");
    }
    List<Link> links = new ArrayList<>();
    for (Mapping item : maps(fields, "relationships", "")) {
      link(item).ifPresent(links::add);
    }
    OssieLosses metricLosses = new OssieLosses("", "the metrics", problems);
    List<Expression> metrics = expressions(fields, "metrics", "metric", "", metricLosses);
    fields.reportUnknown();
    losses.report(map.place());
    metricLosses.report(map.place());
    return new OssieModel(name, datasets, links, metrics, map.place());
  }

  private Optional<Dataset> dataset(Mapping map) {
    Optional<Written> named =
        new YamlFields(map, "a dataset", "", problems)
            .word("name")
            .filter(word -> !word.text().isEmpty());
    String subject = named.map(Written::text).orElse("");
    YamlFields fields = new YamlFields(map, "a dataset", subject, problems);
    fields.ignore("name");
    OssieLosses losses = new OssieLosses(subject, "dataset " + subject, problems);
    String description = fields.text("description").map(Scalar::text).map(String::strip).orElse("");
    Optional<Snippet> source = fields.sql("source").filter(text -> !text.text().isBlank());
    if (named.isEmpty() || source.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          map.place(),
          subject,
          named.isEmpty() ? "a dataset has no name" : "dataset " + subject + " has no source",
          named.isEmpty() ? "add name: …" : "add source: database.schema.table, or a query");
    }
    List<Written> primaryKey = words(fields.items("primary_key"), "primary_key", subject);
    List<List<Written>> uniqueKeys = new ArrayList<>();
    for (YamlValue key : fields.items("unique_keys")) {
      List<YamlValue> columns = key instanceof Sequence list ? list.items() : List.of(key);
      uniqueKeys.add(words(columns, "unique_keys", subject));
    }
    List<Written> synonyms = losses.context(fields, "its instructions", "");
    losses.extensions(fields);
    List<Expression> all = expressions(fields, "fields", "field", subject, losses);
    fields.reportUnknown();
    losses.report(map.place());
    if (named.isEmpty() || source.isEmpty() || !Names.isUsable(named.get(), subject, problems)) {
      named.ifPresent(name -> leftOut.add(Unit.entity(name.text())));
      return Optional.empty();
    }
    return Optional.of(
        new Dataset(
            named.get(),
            description,
            source.get(),
            Optional.of(primaryKey).filter(key -> !key.isEmpty()),
            uniqueKeys,
            synonyms,
            all));
  }

  private List<Expression> expressions(
      YamlFields owner, String list, String what, String subject, OssieLosses losses) {
    List<Expression> expressions = new ArrayList<>();
    Map<String, Written> seen = new HashMap<>();
    for (Mapping item : maps(owner, list, subject)) {
      Optional<Expression> read = expression(item, what, subject, losses);
      if (read.isEmpty()) {
        continue;
      }
      Written name = read.get().name();
      Written earlier = seen.putIfAbsent(Unit.lower(name.text()), name);
      if (earlier == null) {
        expressions.add(read.get());
      } else {
        problems.add(
            what.equals("field") ? Rule.DUPLICATE_FEATURE : Rule.DUPLICATE_METRIC,
            name.place(),
            subject,
            "a second " + what + " is called " + name + "; the first is at " + earlier.place(),
            "rename one of the two");
      }
    }
    return expressions;
  }

  private Optional<Expression> expression(
      Mapping map, String what, String subject, OssieLosses losses) {
    YamlFields fields = new YamlFields(map, "a " + what, subject, problems);
    Optional<Written> name = fields.word("name").filter(word -> !word.text().isEmpty());
    if (name.isEmpty()) {
      problems.add(
          Rule.FEATURE_INCOMPLETE,
          map.place(),
          subject,
          "a " + what + " has no name",
          "add name: …");
      return Optional.empty();
    }
    String description = fields.text("description").map(Scalar::text).map(String::strip).orElse("");
    Optional<DataType> dataType = dataType(fields, name.get(), subject);
    losses.context(fields, "the instructions of " + name.get(), "the synonyms of " + name.get());
    losses.extensions(fields);
    if (what.equals("field")) {
      losses.text(fields, "label", "the label of " + name.get());
      timeRole(fields, name.get(), dataType, subject, losses);
    }
    Optional<Snippet> sql = sql(fields, what + " " + name.get(), subject);
    fields.reportUnknown();
    if (sql.isEmpty() || !Names.isUsable(name.get(), subject, problems)) {
      leftOut.add(
          what.equals("field")
              ? Unit.feature(subject, name.get().text())
              : Unit.metric(subject, name.get().text()));
      return Optional.empty();
    }
    return Optional.of(new Expression(name.get(), description, dataType, sql.get(), map.place()));
  }

  private void timeRole(
      YamlFields fields,
      Written name,
      Optional<DataType> dataType,
      String subject,
      OssieLosses losses) {
    Optional<Mapping> dimension = fields.mapping("dimension");
    if (dimension.isEmpty()) {
      return;
    }
    YamlFields role = new YamlFields(dimension.get(), "dimension", subject, problems);
    boolean isTime =
        role.text("is_time").filter(text -> Unit.lower(text.text()).equals("true")).isPresent();
    boolean follows = dataType.filter(DataType.DATETIME::equals).isPresent();
    if (isTime && !follows) {
      losses.add("that " + name + " is a time");
    }
    role.reportUnknown();
  }

  private Optional<DataType> dataType(YamlFields fields, Written name, String subject) {
    Optional<Scalar> text = fields.text("datatype");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = text.get().text().strip();
    if (!DATA_TYPES.containsKey(word)) {
      problems.add(
          Severity.WARNING,
          Rule.DATA_TYPE,
          text.get().place(),
          subject,
          "datatype " + Shown.name(word) + " of " + name + " is not known",
          "write one of "
              + String.join(", ", DATA_TYPES.keySet().stream().sorted().toList())
              + NearestNames.hint(word, DATA_TYPES.keySet()));
      return Optional.empty();
    }
    return DATA_TYPES.get(word);
  }

  /** The expression in the dialect that is used; if empty, a problem has been added. */
  private Optional<Snippet> sql(YamlFields fields, String what, String subject) {
    Optional<Entry> entry = fields.entry("expression");
    if (entry.isPresent() && entry.get().value() instanceof Mapping map) {
      return new OssieDialects(dialect, problems).choose(map, what, subject);
    }
    problems.add(
        entry.isPresent() ? Rule.WRONG_KIND : Rule.FEATURE_INCOMPLETE,
        entry.map(Entry::place).orElse(fields.place()),
        subject,
        what + (entry.isPresent() ? " has an expression that is no map" : " has no expression"),
        "write\nexpression:\n  dialects:\n    - {dialect: ANSI_SQL, expression: …}");
    return Optional.empty();
  }

  private Optional<Link> link(Mapping map) {
    YamlFields fields = new YamlFields(map, "a relationship", "", problems);
    OssieLosses losses = new OssieLosses("", "the relationship", problems);
    Optional<Written> name = fields.word("name").filter(word -> !word.text().isEmpty());
    Optional<Written> from = fields.word("from").filter(word -> !word.text().isEmpty());
    Optional<Written> to = fields.word("to").filter(word -> !word.text().isEmpty());
    List<Written> fromColumns = words(fields.items("from_columns"), "from_columns", "");
    List<Written> toColumns = words(fields.items("to_columns"), "to_columns", "");
    losses.context(fields, "its instructions", "its synonyms");
    losses.extensions(fields);
    fields.reportUnknown();
    losses.report(map.place());
    String label = name.map(word -> "relationship " + word).orElse("a relationship");
    if (name.isEmpty() || from.isEmpty() || to.isEmpty()) {
      problems.add(
          Rule.JOIN_INCOMPLETE,
          map.place(),
          "",
          label + " has no " + (name.isEmpty() ? "name" : from.isEmpty() ? "from" : "to"),
          "write {name: …, from: the many side, to: the one side, from_columns: […], to_columns:"
              + " […]}");
      return Optional.empty();
    }
    if (fromColumns.isEmpty() || fromColumns.size() != toColumns.size()) {
      problems.add(
          Rule.JOIN_INCOMPLETE,
          map.place(),
          from.get() + "-" + to.get(),
          label
              + " has "
              + fromColumns.size()
              + " from_columns and "
              + toColumns.size()
              + " to_columns, which belong together one by one",
          "write as many of one as of the other, at least one");
      return Optional.empty();
    }
    return Optional.of(
        new Link(name.get(), from.get(), to.get(), fromColumns, toColumns, map.place()));
  }

  private List<Mapping> maps(YamlFields fields, String list, String subject) {
    List<Mapping> maps = new ArrayList<>();
    for (YamlValue item : fields.items(list)) {
      if (item instanceof Mapping map) {
        maps.add(map);
      } else {
        problems.add(
            Rule.WRONG_KIND,
            item.place(),
            subject,
            "an item of " + list + " is " + item.kind() + " and should be a map",
            "write - name: …");
      }
    }
    return maps;
  }

  private List<Written> words(List<YamlValue> items, String list, String subject) {
    List<Written> words = new ArrayList<>();
    for (YamlValue item : items) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        words.add(YamlFields.word(scalar));
      } else {
        problems.add(
            Rule.WRONG_KIND,
            item.place(),
            subject,
            "an item of " + list + " is " + item.kind() + " and should be a column",
            "write " + list + ": [a, b]");
      }
    }
    return words;
  }
}
