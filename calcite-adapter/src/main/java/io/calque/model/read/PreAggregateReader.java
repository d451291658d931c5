package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.PreAggregate.Additivity;
import io.calque.model.TableName;
import io.calque.model.read.EntityDraft.PreAggregateDraft;
import io.calque.model.read.EntityDraft.StoredDraft;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the pre-aggregated tables of one entity. */
final class PreAggregateReader {
  private static final String EXAMPLE =
      "- name: by_day\n  table: shop.main.orders_by_day\n  grain: [ordered_on]\n  metrics: [orders]";

  private static final List<String> ADDITIVITIES =
      Arrays.stream(Additivity.values()).map(each -> Unit.lower(each.name())).toList();

  private final String entity;
  private final Problems problems;

  PreAggregateReader(String entity, Problems problems) {
    this.entity = entity;
    this.problems = problems;
  }

  /** The table; if it is left out, a problem has been added. */
  Optional<PreAggregateDraft> read(YamlValue item) {
    if (!(item instanceof Mapping map)) {
      problems.add(
          Rule.WRONG_KIND,
          item.place(),
          entity,
          "an item of aggregates is " + item.kind() + " and should be a map",
          "write\n" + EXAMPLE);
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a pre-aggregated table", entity, problems);
    Optional<Written> name = name(fields);
    String description = fields.text("description").map(Scalar::text).map(String::strip).orElse("");
    Optional<Scalar> table = fields.text("table");
    Optional<TableName> tableName = table(table, fields);
    List<Written> grain = words(fields, "grain");
    List<StoredDraft> metrics =
        fields.items("metrics").stream().map(this::stored).flatMap(Optional::stream).toList();
    fields.reportUnknown();
    boolean complete = isGiven("grain", "features", grain, fields);
    complete &= isGiven("metrics", "metrics", metrics, fields);
    return name.isEmpty() || tableName.isEmpty() || !complete
        ? Optional.empty()
        : Optional.of(
            new PreAggregateDraft(
                name.get(),
                description,
                tableName.get(),
                table.orElseThrow().place(),
                grain,
                metrics,
                fields.place()));
  }

  private Optional<Written> name(YamlFields fields) {
    Optional<Written> name = fields.word("name");
    if (name.isEmpty()) {
      problems.add(
          Rule.PRE_AGGREGATE,
          fields.place(),
          entity,
          "a pre-aggregated table has no name",
          "add name: …");
      return Optional.empty();
    }
    return Names.check(name.get(), Rule.NAME_STYLE, entity, problems);
  }

  private Optional<TableName> table(Optional<Scalar> text, YamlFields fields) {
    Optional<TableName> table =
        text.map(Scalar::text).map(String::strip).flatMap(TableNames::parse);
    if (table.isEmpty() && !fields.isUnreadable("table")) {
      problems.add(
          Rule.PRE_AGGREGATE,
          text.map(Scalar::place).orElse(fields.place()),
          entity,
          text.isEmpty()
              ? "a pre-aggregated table has no table"
              : "table " + Shown.name(text.get().text().strip()) + " is not the name of a table",
          "write table: database.schema.table, where calque materialize is to keep it");
    }
    return table;
  }

  private boolean isGiven(String key, String what, List<?> items, YamlFields fields) {
    if (items.isEmpty()) {
      problems.add(
          Rule.PRE_AGGREGATE,
          fields.place(),
          entity,
          "a pre-aggregated table has no " + key,
          "add " + key + ": [" + what + " of " + entity + "]");
    }
    return !items.isEmpty();
  }

  private List<Written> words(YamlFields fields, String key) {
    List<Written> words = new ArrayList<>();
    for (YamlValue item : fields.items(key)) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        words.add(YamlFields.word(scalar));
      } else {
        problems.add(
            Rule.WRONG_KIND,
            item.place(),
            entity,
            "an item of " + key + " is " + item.kind() + " and should be a name",
            "write " + key + ": [a, b]");
      }
    }
    return words;
  }

  private Optional<StoredDraft> stored(YamlValue item) {
    if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(new StoredDraft(YamlFields.word(scalar), Optional.empty(), List.of()));
    }
    if (!(item instanceof Mapping map)) {
      problems.add(
          Rule.WRONG_KIND,
          item.place(),
          entity,
          "a metric of a pre-aggregated table is " + item.kind() + " and should be a name",
          "write metrics: [a, b], or - {metric: a, additivity: semi_additive, not_over: [day]}");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, "a metric of a pre-aggregated table", entity, problems);
    Optional<Written> metric = fields.word("metric");
    Optional<Written> word = fields.word("additivity");
    List<Written> notOver = words(fields, "not_over");
    fields.reportUnknown();
    if (metric.isEmpty()) {
      problems.add(
          Rule.PRE_AGGREGATE,
          fields.place(),
          entity,
          "a metric of a pre-aggregated table has no name",
          "add metric: …");
      return Optional.empty();
    }
    Optional<Additivity> additivity = word.flatMap(this::additivity);
    return word.isPresent() && additivity.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredDraft(metric.get(), additivity, notOver));
  }

  private Optional<Additivity> additivity(Written word) {
    Optional<Additivity> additivity =
        Arrays.stream(Additivity.values())
            .filter(each -> each.name().equalsIgnoreCase(word.text()))
            .findFirst();
    if (additivity.isEmpty()) {
      problems.add(
          Rule.ADDITIVITY,
          word.place(),
          entity,
          "there is no additivity " + Shown.name(word.text()),
          "write one of "
              + String.join(", ", ADDITIVITIES)
              + NearestNames.hint(word.text(), ADDITIVITIES));
    }
    return additivity;
  }
}
