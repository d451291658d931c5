package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Place;
import io.calque.model.Source;
import io.calque.model.TableName;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.EntityDraft.PreAggregateDraft;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one entity file of the native format. */
final class EntityReader {
  private final String fileName;
  private final Problems problems;
  private final LeftOut leftOut;

  /**
   * @param fileName without folder and ending; the entity should be called so
   */
  EntityReader(String fileName, Problems problems, LeftOut leftOut) {
    this.fileName = fileName;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** The entity; if it is left out, a problem has been added. */
  Optional<EntityDraft> read(YamlValue file) {
    Optional<EntityDraft> entity = file instanceof Mapping map ? entity(map) : Optional.empty();
    if (!(file instanceof Mapping)) {
      problems.add(
          Rule.WRONG_KIND,
          file.place(),
          fileName,
          "an entity file is " + file.kind() + " and should be a map",
          "write\nname: " + fileName + "\nkey_source: …\nkeys: [id]\nfeatures:\n  - …");
    }
    if (entity.isEmpty()) {
      leftOut.add(Unit.entity(fileName));
    }
    return entity;
  }

  private Optional<EntityDraft> entity(Mapping map) {
    YamlFields fields = new YamlFields(map, "an entity", fileName, problems);
    Optional<Written> name = name(fields);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String entity = name.get().text();
    YamlFields own = new YamlFields(map, "an entity", entity, problems);
    String description = own.description(name.get());
    Optional<Scalar> table = own.text("key_source", "key_table");
    Optional<Snippet> query = own.sql("query");
    Optional<Source> source = source(table, query, name.get(), own);
    List<Written> keys = keys(own, entity, name.get().place());
    FeatureReader featureReader = new FeatureReader(entity, problems, leftOut);
    List<FeatureDraft> features =
        own.items("features").stream()
            .map(featureReader::feature)
            .flatMap(Optional::stream)
            .toList();
    boolean allColumns = own.flag("all_columns").orElse(false);
    if (own.entry("features").isEmpty() && !allColumns) {
      problems.add(
          Severity.WARNING,
          Rule.ENTITY_INCOMPLETE,
          name.get().place(),
          entity,
          "entity " + entity + " has no features, so its table has no columns",
          "add features:, or all_columns: true to take the columns of its table");
    }
    List<MetricDraft> metrics =
        own.items("metrics", "measures").stream()
            .map(featureReader::metric)
            .flatMap(Optional::stream)
            .toList();
    List<RelatedSourceDraft> related = relatedSources(own, entity);
    List<Written> aliases = words(own.items("aliases"), "aliases", entity);
    PreAggregateReader preAggregateReader = new PreAggregateReader(entity, problems);
    List<PreAggregateDraft> preAggregates =
        own.items("aggregates").stream()
            .map(preAggregateReader::read)
            .flatMap(Optional::stream)
            .toList();
    own.ignore("name", "examples", "tags", "version", "domain");
    own.reportUnknown();
    if (source.isEmpty()) {
      leftOut.add(Unit.entity(entity));
      return Optional.empty();
    }
    return Optional.of(
        new EntityDraft(
            name.get(),
            description,
            source.get(),
            table.map(Scalar::place).orElseGet(() -> query.orElseThrow().place()),
            allColumns,
            keys,
            features,
            metrics,
            related,
            aliases,
            preAggregates));
  }

  private Optional<Written> name(YamlFields fields) {
    Optional<Written> name = fields.word("name");
    if (name.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          fields.place(),
          fileName,
          "the entity has no name",
          "add name: " + fileName);
      return Optional.empty();
    }
    Optional<Written> usable =
        Names.check(name.get(), Rule.NAME_STYLE, name.get().text(), problems);
    if (usable.isPresent() && !name.get().text().equals(fileName)) {
      problems.add(
          Rule.NAME_IS_FILE_NAME,
          name.get().place(),
          name.get().text(),
          "entity " + name.get() + " stands in a file called " + fileName,
          "call the file " + name.get() + ".yml, or write name: " + fileName);
    }
    return usable;
  }

  private Optional<Source> source(
      Optional<Scalar> table, Optional<Snippet> query, Written name, YamlFields fields) {
    String entity = name.text();
    if (table.isPresent() && query.isPresent()) {
      problems.add(
          Rule.CONFLICTING_KEYS,
          query.get().place(),
          entity,
          "entity " + entity + " has a key_source and a query",
          "keep the one whose rows the entity is meant to have");
      return Optional.empty();
    }
    if (query.isPresent()) {
      return new QueryReader(entity, problems)
          .read(query.get(), "the query of " + entity)
          .map(Source.class::cast);
    }
    if (table.isEmpty() && !fields.isUnreadable("query")) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          name.place(),
          entity,
          "entity " + entity + " has no key_source",
          "add key_source: the table with one row for each "
              + entity
              + ", or query: SELECT … in its place");
    }
    return table.flatMap(text -> table(text, entity)).map(Source.class::cast);
  }

  private Optional<TableName> table(Scalar text, String entity) {
    Optional<TableName> table = TableNames.parse(text.text().strip());
    if (table.isEmpty()) {
      problems.add(
          text.text().isBlank() ? Rule.EMPTY_VALUE : Rule.ENTITY_INCOMPLETE,
          text.place(),
          entity,
          "key_source " + Shown.name(text.text().strip()) + " is not the name of a table",
          "write database.schema.table; for a query, write query: instead of key_source:");
    }
    return table;
  }

  private List<Written> keys(YamlFields fields, String entity, Place place) {
    Optional<Entry> entry = fields.entry("keys");
    List<Written> keys =
        entry.isPresent() && entry.get().value() instanceof Scalar single
            ? List.of(YamlFields.word(single))
            : words(fields.items("keys"), "keys", entity);
    if (keys.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          entry.map(Entry::place).orElse(place),
          entity,
          "entity " + entity + " has no keys",
          "add keys: with the features that together identify a row, such as keys: [id]");
    }
    return keys;
  }

  private List<Written> words(List<YamlValue> items, String list, String entity) {
    List<Written> words = new ArrayList<>();
    for (YamlValue item : items) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        words.add(YamlFields.word(scalar));
      } else {
        problems.add(
            item instanceof Scalar ? Rule.EMPTY_VALUE : Rule.WRONG_KIND,
            item.place(),
            entity,
            "an item of " + list + " is " + item.kind() + " and should be a name",
            "write " + list + ": [a, b]");
      }
    }
    return words;
  }

  private List<RelatedSourceDraft> relatedSources(YamlFields fields, String entity) {
    List<RelatedSourceDraft> sources = new ArrayList<>();
    Optional<Mapping> map = fields.mapping("related_sources", "related_assets");
    for (Entry entry : map.map(Mapping::entries).orElse(List.of())) {
      relatedSource(entry, entity).ifPresent(sources::add);
    }
    return sources;
  }

  private Optional<RelatedSourceDraft> relatedSource(Entry entry, String entity) {
    String what = "related source " + Shown.name(entry.key());
    String owner = Unit.relatedSource(entity, entry.key().strip());
    Optional<TableName> table = TableNames.parse(entry.key().strip());
    if (table.isEmpty()) {
      problems.add(
          Rule.UNKNOWN_SOURCE,
          entry.place(),
          entity,
          what + " is not the name of a table",
          "write database.schema.table");
    }
    if (entry.value() instanceof Mapping map) {
      YamlFields fields = new YamlFields(map, what, entity, problems);
      JoinReader reader = new JoinReader(entity, owner, problems, leftOut);
      Optional<Cardinality> cardinality = reader.cardinality(fields, entry.place(), what);
      String description =
          fields.text("description").map(Scalar::text).map(String::strip).orElse("");
      List<JoinDraft> joins = reader.joins(fields, entry.place(), what);
      fields.reportUnknown();
      if (table.isPresent() && cardinality.isPresent() && !joins.isEmpty()) {
        return Optional.of(
            new RelatedSourceDraft(
                table.get(), cardinality.get(), description, joins, entry.place()));
      }
    } else {
      problems.add(
          Rule.WRONG_KIND,
          entry.value().place(),
          entity,
          what + " is " + entry.value().kind() + " and should be a map",
          "write\n" + entry.key() + ":\n  relationship: many_to_one\n  joins:\n    - …");
    }
    leftOut.add(Unit.relationship(owner));
    return Optional.empty();
  }
}
