package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.Feature.Method;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.FirstLastDraft;
import io.calque.model.read.FeatureDraft.FormulaDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.MetricFeatureDraft;
import io.calque.model.read.FeatureDraft.Origin;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the features and metrics of one entity of the native format. */
final class FeatureReader {
  private static final List<String> TYPES = List.of("field", "metric", "first_last", "formula");

  private final String entity;
  private final Problems problems;
  private final LeftOut leftOut;

  FeatureReader(String entity, Problems problems, LeftOut leftOut) {
    this.entity = entity;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** The feature; if it is left out, a problem has been added. */
  Optional<FeatureDraft> feature(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      wrongItem(item, "features", "- type: field\n  name: …\n  source: …\n  field: …");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a feature", entity, problems);
    Optional<Written> name = name(fields, "feature", Rule.FEATURE_INCOMPLETE);
    Optional<Written> type = fields.word("type");
    Optional<FeatureDraft> feature =
        name.isPresent() ? typed(fields, name.get(), type) : Optional.empty();
    if (name.isPresent() && feature.isEmpty()) {
      leftOut.add(Unit.feature(entity, name.get().text()));
    }
    return feature;
  }

  private Optional<FeatureDraft> typed(YamlFields fields, Written name, Optional<Written> type) {
    if (type.isEmpty()) {
      boolean metric = fields.has("sql") && !fields.has("source") && !fields.has("data_type");
      problems.add(
          metric ? Rule.MISPLACED_DEFINITION : Rule.FEATURE_INCOMPLETE,
          name.place(),
          entity,
          metric
              ? name + " has sql and no type, as a metric has, but stands under features"
              : "feature " + name + " has no type",
          metric
              ? "move it to metrics:, or add type: formula"
              : "add type: " + String.join(", ", TYPES));
      return Optional.empty();
    }
    String word = Unit.lower(type.get().text());
    if (!TYPES.contains(word)) {
      problems.add(
          Rule.FEATURE_TYPE,
          type.get().place(),
          entity,
          "there is no feature type " + Shown.name(type.get().text()),
          "write one of " + String.join(", ", TYPES) + NearestNames.hint(word, TYPES));
      return Optional.empty();
    }
    Head head =
        new Head(
            name,
            fields.description(name),
            dataType(fields, name),
            fields.flag("queryable"),
            fields.place());
    Optional<FeatureDraft> feature =
        switch (word) {
          case "field" -> field(fields, head);
          case "metric" -> metricFeature(fields, head);
          case "first_last" -> firstLast(fields, head);
          default -> formula(fields, head);
        };
    fields.reportUnknown();
    return invalidType(head, fields) ? Optional.empty() : feature;
  }

  /** A declared type that is none of the four; the feature is left out. */
  private boolean invalidType(Head head, YamlFields fields) {
    return head.dataType().isEmpty() && fields.text("data_type").isPresent();
  }

  private Optional<FeatureDraft> field(YamlFields fields, Head head) {
    Optional<Origin> origin = origin(fields, head);
    Optional<Scalar> field = required(fields, head, "field", "the column or feature to read");
    return origin.isEmpty() || field.isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldDraft(head, origin.get(), field.get().snippet()));
  }

  private Optional<FeatureDraft> metricFeature(YamlFields fields, Head head) {
    Optional<Origin> origin = origin(fields, head);
    Optional<Written> metric = fields.word("metric", "measure", "measures", "field");
    if (metric.isEmpty() || metric.get().text().isEmpty()) {
      missing(head, "metric", "the metric of the source entity");
      return Optional.empty();
    }
    return origin.map(found -> new MetricFeatureDraft(head, found, metric.get()));
  }

  private Optional<FeatureDraft> formula(YamlFields fields, Head head) {
    fields.ignore("join_name", "filters", "time_field");
    Optional<Snippet> sql = sql(fields, head.name(), "formula", Rule.FEATURE_INCOMPLETE);
    return sql.map(text -> new FormulaDraft(head, text));
  }

  private Optional<FeatureDraft> firstLast(YamlFields fields, Head head) {
    Optional<Origin> origin = origin(fields, head);
    Optional<Mapping> map = fields.mapping("options");
    if (map.isEmpty()) {
      problems.add(
          Rule.FIRST_LAST_INCOMPLETE,
          head.name().place(),
          entity,
          "first_last feature " + head.name() + " has no options",
          "add options: {method: last, sort_by: …, field: …}");
      return Optional.empty();
    }
    YamlFields options =
        new YamlFields(map.get(), "the options of " + head.name(), entity, problems);
    Optional<Method> method = method(options, head);
    Optional<Scalar> sortBy = option(options, head, "sort_by", "what the rows are sorted by");
    Optional<Scalar> field = option(options, head, "field", "what to return");
    Optional<Integer> offset = offset(options);
    checkInnerType(options, head);
    options.reportUnknown();
    if (origin.isEmpty()
        || method.isEmpty()
        || sortBy.isEmpty()
        || field.isEmpty()
        || offset.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FirstLastDraft(
            head,
            origin.get(),
            method.get(),
            sortBy.get().snippet(),
            field.get().snippet(),
            offset.get()));
  }

  private Optional<Method> method(YamlFields options, Head head) {
    Optional<Scalar> word = option(options, head, "method", "first or last");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String method = Unit.lower(word.get().text().strip());
    if (!method.equals("first") && !method.equals("last")) {
      problems.add(
          Rule.FIRST_LAST_INCOMPLETE,
          word.get().place(),
          entity,
          "method " + Shown.name(word.get().text()) + " of " + head.name() + " is not known",
          "write method: first (the smallest " + "sort_by) or method: last (the largest)");
      return Optional.empty();
    }
    return Optional.of(Method.valueOf(method.toUpperCase(Locale.ROOT)));
  }

  private Optional<Integer> offset(YamlFields options) {
    Optional<Scalar> text = options.text("offset");
    if (text.isEmpty()) {
      return options.isUnreadable("offset") ? Optional.empty() : Optional.of(1);
    }
    String digits = text.get().text().strip();
    if (digits.matches("0*[1-9][0-9]{0,8}")) {
      return Optional.of(Integer.valueOf(digits));
    }
    problems.add(
        Rule.FIRST_LAST_INCOMPLETE,
        text.get().place(),
        entity,
        "offset " + Shown.name(digits) + " is not a whole number from 1",
        "write offset: 1 for the first or last row itself, 2 for the one next to it");
    return Optional.empty();
  }

  private void checkInnerType(YamlFields options, Head head) {
    Optional<Scalar> text = options.text("data_type");
    Optional<DataType> inner =
        text.flatMap(t -> Words.dataType(t.text())).map(Words.Understood::value);
    if (text.isPresent() && head.dataType().isPresent() && !inner.equals(head.dataType())) {
      problems.add(
          Rule.IMPLAUSIBLE_TYPE,
          text.get().place(),
          entity,
          "data_type of the options of "
              + head.name()
              + " is "
              + text.get().text()
              + ", that of the feature "
              + Unit.lower(head.dataType().get().name()),
          "remove it from the options; the feature's own counts");
    }
  }

  private Optional<Scalar> option(YamlFields options, Head head, String key, String meaning) {
    Optional<Scalar> text = options.text(key);
    if (text.isEmpty() || text.get().text().isBlank()) {
      problems.add(
          Rule.FIRST_LAST_INCOMPLETE,
          options.place(),
          entity,
          "the options of " + head.name() + " have no " + key,
          "add " + key + ": " + meaning);
      return Optional.empty();
    }
    return text;
  }

  private Optional<Origin> origin(YamlFields fields, Head head) {
    Optional<Written> joinName = fields.word("join_name").filter(name -> !name.text().isEmpty());
    Optional<Written> timeField = fields.word("time_field").filter(name -> !name.text().isEmpty());
    FilterReader filterReader = new FilterReader(entity, head.name(), problems);
    Optional<List<FeatureDraft.FilterDraft>> filters = filterReader.filters(fields);
    Optional<Written> source = fields.word("source", "asset");
    if (source.isEmpty()) {
      missing(head, "source", "the entity's key_source, a related source or a related entity");
      return Optional.empty();
    }
    if (source.get().text().isEmpty()) {
      problems.add(
          Rule.EMPTY_VALUE,
          source.get().place(),
          entity,
          "source of " + head.name() + " is empty",
          "write a table or an entity");
      return Optional.empty();
    }
    return fields.isUnreadable("join_name")
        ? Optional.empty()
        : filters.map(found -> new Origin(source.get(), joinName, timeField, found));
  }

  private Optional<Scalar> required(YamlFields fields, Head head, String key, String meaning) {
    Optional<Scalar> text = fields.text(key);
    if (text.isEmpty() || text.get().text().isBlank()) {
      missing(head, key, meaning);
      return Optional.empty();
    }
    return text;
  }

  private void missing(Head head, String key, String meaning) {
    problems.add(
        Rule.FEATURE_INCOMPLETE,
        head.name().place(),
        entity,
        "feature " + head.name() + " has no " + key,
        "add " + key + ": with " + meaning);
  }

  /** The metric; if it is left out, a problem has been added. */
  Optional<MetricDraft> metric(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      wrongItem(item, "metrics", "- name: …\n  description: …\n  sql: SUM({…})");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a metric", entity, problems);
    Optional<Written> name = name(fields, "metric", Rule.FEATURE_INCOMPLETE);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Written> type = fields.word("type");
    if (type.isPresent() && TYPES.contains(Unit.lower(type.get().text()))) {
      problems.add(
          Rule.MISPLACED_DEFINITION,
          type.get().place(),
          entity,
          name + " has the type of a feature, " + type.get() + ", but stands under metrics",
          "move it to features:, or remove type: if it is a metric");
      leftOut.add(Unit.metric(entity, name.get().text()));
      return Optional.empty();
    }
    String description = fields.description(name.get());
    Optional<DataType> dataType =
        fields.has("data_type") ? dataType(fields, name.get()) : Optional.empty();
    Optional<Snippet> sql = sql(fields, name.get(), "metric", Rule.FEATURE_INCOMPLETE);
    fields.reportUnknown();
    if (sql.isEmpty()) {
      leftOut.add(Unit.metric(entity, name.get().text()));
    }
    return sql.map(
        text -> new MetricDraft(name.get(), description, dataType, text, fields.place()));
  }

  private Optional<Written> name(YamlFields fields, String what, Rule missing) {
    Optional<Written> name = fields.word("name");
    if (name.isEmpty()) {
      problems.add(missing, fields.place(), entity, "a " + what + " has no name", "add name: …");
      return Optional.empty();
    }
    return Names.check(name.get(), Rule.NAME_STYLE, entity, problems);
  }

  private Optional<Snippet> sql(YamlFields fields, Written name, String what, Rule missing) {
    boolean present = fields.has("sql");
    Optional<Snippet> sql = fields.sql("sql");
    if (sql.isPresent() && !sql.get().text().isBlank()) {
      return sql;
    }
    if (!present || sql.isPresent() || fields.entry("sql").isEmpty()) {
      problems.add(
          present ? Rule.EMPTY_VALUE : missing,
          name.place(),
          entity,
          what + " " + name + (present ? " has an empty sql" : " has no sql"),
          what.equals("metric") ? "add sql: SUM({…})" : "add sql: an expression over {features}");
    }
    return Optional.empty();
  }

  private Optional<DataType> dataType(YamlFields fields, Written name) {
    Optional<Scalar> text = fields.text("data_type");
    if (text.isEmpty()) {
      problems.add(
          Severity.INFO,
          Rule.DATA_TYPE,
          name.place(),
          entity,
          name + " has no data_type",
          "add data_type: " + String.join(", ", Words.DATA_TYPES));
      return Optional.empty();
    }
    Optional<Words.Understood<DataType>> type = Words.dataType(text.get().text());
    if (type.isEmpty()) {
      problems.add(
          Rule.DATA_TYPE,
          text.get().place(),
          entity,
          "data_type " + Shown.name(text.get().text()) + " of " + name + " is not known",
          "write one of "
              + String.join(", ", Words.DATA_TYPES)
              + NearestNames.hint(text.get().text(), Words.DATA_TYPES));
      return Optional.empty();
    }
    if (!type.get().word().equals(text.get().text())) {
      problems.add(
          Rule.LEGACY,
          text.get().place(),
          entity,
          "data_type " + text.get().text() + " is read as " + type.get().word(),
          "write data_type: " + type.get().word());
    }
    return type.map(Words.Understood::value);
  }

  private void wrongItem(YamlValue item, String list, String example) {
    problems.add(
        Rule.WRONG_KIND,
        item.place(),
        entity,
        "an item of " + list + " is " + item.kind() + " and should be a map",
        "write\n" + example);
  }
}
