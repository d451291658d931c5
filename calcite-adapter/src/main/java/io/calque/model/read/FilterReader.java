package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Filter.Operator;
import io.calque.model.Place;
import io.calque.model.read.FeatureDraft.FilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.FieldFilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.SqlFilterDraft;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the filters of one feature. */
final class FilterReader {
  private final String entity;
  private final Written feature;
  private final Problems problems;

  FilterReader(String entity, Written feature, Problems problems) {
    this.entity = entity;
    this.feature = feature;
    this.problems = problems;
  }

  /** The filters; empty if one is broken, since without it the feature would mean another thing. */
  Optional<List<FilterDraft>> filters(YamlFields fields) {
    Optional<Entry> entry = fields.entry("filters");
    if (entry.isEmpty()) {
      return Optional.of(List.of());
    }
    if (!(entry.get().value() instanceof Sequence list)) {
      bad(
          entry.get().value().place(),
          "filters of " + feature + " is " + entry.get().value().kind(),
          "write a list:\nfilters:\n  - {type: sql, sql: '{source}.{status} = ''paid'''}");
      return Optional.empty();
    }
    List<FilterDraft> filters = new ArrayList<>();
    for (YamlValue item : list.items()) {
      filter(item).ifPresent(filters::add);
    }
    return filters.size() == list.items().size() ? Optional.of(filters) : Optional.empty();
  }

  private Optional<FilterDraft> filter(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      bad(
          item.place(),
          "a filter of " + feature + " is " + item.kind() + " and should be a map",
          "write {type: field, field: status, operator: is, values: [paid]}");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a filter", entity, problems);
    Optional<Written> type = fields.word("type");
    String word = type.map(Written::text).map(Unit::lower).orElse("");
    if (type.isEmpty()) {
      word = fields.has("sql") ? "sql" : "field";
    }
    Optional<FilterDraft> filter =
        switch (word) {
          case "sql" -> sqlFilter(fields);
          case "field" -> fieldFilter(fields);
          case "fields" -> {
            problems.add(
                Rule.LEGACY,
                type.get().place(),
                entity,
                "filter type fields is an older name of field",
                "write type: field");
            yield fieldFilter(fields);
          }
          default -> {
            bad(
                type.get().place(),
                "a filter of " + feature + " has the type " + Shown.name(type.get().text()),
                "write type: sql or type: field");
            yield Optional.empty();
          }
        };
    if (filter.isPresent()) {
      fields.reportUnknown();
    }
    return filter;
  }

  private Optional<FilterDraft> sqlFilter(YamlFields fields) {
    Optional<Snippet> sql = fields.sql("sql");
    if (sql.isEmpty() || sql.get().text().isBlank()) {
      bad(
          fields.place(),
          "an sql filter of " + feature + " has no sql",
          "add sql: '{source}.{status} = ''paid'''");
      return Optional.empty();
    }
    return sql.map(SqlFilterDraft::new);
  }

  private Optional<FilterDraft> fieldFilter(YamlFields fields) {
    Optional<Written> field = fields.word("field");
    Optional<Written> word = fields.word("operator");
    Optional<List<Snippet>> values = values(fields);
    if (field.isEmpty() || field.get().text().isEmpty()) {
      bad(fields.place(), "a filter of " + feature + " has no field", "add field: …");
      return Optional.empty();
    }
    if (word.isEmpty()) {
      bad(
          fields.place(),
          "the filter of " + feature + " on " + field.get() + " has no operator",
          "add operator: " + String.join(", ", Words.FILTER_OPERATORS));
      return Optional.empty();
    }
    Optional<Operator> operator = Words.filterOperator(word.get().text());
    if (operator.isEmpty()) {
      bad(
          word.get().place(),
          "there is no filter operator " + Shown.name(word.get().text()),
          "write one of "
              + String.join(", ", Words.FILTER_OPERATORS)
              + NearestNames.hint(word.get().text(), Words.FILTER_OPERATORS)
              + "; for anything else write {type: sql, sql: …}");
      return Optional.empty();
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return counted(field.get(), operator.get(), word.get(), values.get(), fields.place());
  }

  private Optional<FilterDraft> counted(
      Written field, Operator operator, Written word, List<Snippet> values, Place place) {
    int wanted =
        switch (operator) {
          case IS, IS_NOT, GT, GTE, LT, LTE -> 1;
          case BETWEEN -> 2;
          case IS_SET, IS_NOT_SET -> 0;
        };
    if (values.size() == wanted) {
      return Optional.of(new FieldFilterDraft(field, operator, values, place));
    }
    String count = "operator " + word + " takes " + number(wanted) + ", not " + values.size();
    if (wanted == 0) {
      warn(word.place(), count, "remove values");
      return Optional.of(new FieldFilterDraft(field, operator, List.of(), place));
    }
    boolean list = operator == Operator.IS || operator == Operator.IS_NOT;
    if (list && values.size() > 1) {
      warn(
          word.place(),
          count + "; read as " + (operator == Operator.IS ? "any of them" : "none of them"),
          "it will do, or write {type: sql, sql: '{source}.{"
              + field
              + "} IN (…)'} to be understood everywhere");
      return Optional.of(new FieldFilterDraft(field, operator, values, place));
    }
    bad(
        word.place(),
        count,
        operator == Operator.BETWEEN ? "write values: [low, high]" : "write values: [value]");
    return Optional.empty();
  }

  private static String number(int wanted) {
    return switch (wanted) {
      case 0 -> "no values";
      case 1 -> "one value";
      default -> "two values";
    };
  }

  private Optional<List<Snippet>> values(YamlFields fields) {
    Optional<Entry> entry = fields.entry("values");
    if (entry.isEmpty()) {
      return Optional.of(List.of());
    }
    List<YamlValue> items =
        entry.get().value() instanceof Sequence list ? list.items() : List.of(entry.get().value());
    List<Snippet> values = new ArrayList<>();
    for (YamlValue item : items) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        values.add(scalar.snippet());
      } else {
        bad(
            item.place(),
            "a value of the filter of " + feature + " is " + item.kind(),
            item instanceof Scalar
                ? "to ask for NULL write operator: is_not_set without values"
                : "write plain values: values: [a, b]");
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private void bad(Place place, String message, String remedy) {
    problems.add(Rule.BAD_FILTER, place, entity, message, remedy);
  }

  private void warn(Place place, String message, String remedy) {
    problems.add(Severity.WARNING, Rule.BAD_FILTER, place, entity, message, remedy);
  }
}
