package io.calque.model.read;

import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.OssieModel.Dataset;
import io.calque.model.read.OssieModel.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the semantic model of an Ossie document into entities and relationships. */
final class OssieDrafts {
  private final OssieModel model;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<Dataset, OwnColumns> columns = new LinkedHashMap<>();
  private final Map<Dataset, Source> sources = new LinkedHashMap<>();
  private final Map<Dataset, List<FeatureDraft>> features = new LinkedHashMap<>();
  private final Map<Dataset, List<MetricDraft>> metrics = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  OssieDrafts(OssieModel model, Problems problems, LeftOut leftOut) {
    this.model = model;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  ModelDraft draft() {
    for (Dataset dataset : model.datasets()) {
      Optional<Source> source = source(dataset);
      if (source.isPresent()) {
        sources.put(dataset, source.get());
        names.add(Unit.lower(dataset.name().text()));
        addFeatures(dataset, source.get());
      } else {
        leftOut.add(Unit.entity(dataset.name().text()));
      }
    }
    OssieRelationships relationships = new OssieRelationships(model, columns, problems, leftOut);
    List<RelationshipDraft> drafts = relationships.drafts();
    OssieMetrics reader = new OssieMetrics(model, columns, relationships, problems);
    model.metrics().forEach(metric -> reader.read(metric).ifPresent(this::addMetric));
    List<EntityDraft> entities = new ArrayList<>();
    sources.forEach((dataset, source) -> entities.add(entity(dataset, source)));
    return new ModelDraft(entities, drafts);
  }

  private void addMetric(OssieMetrics.Owned owned) {
    features.get(owned.owner()).addAll(owned.helpers());
    metrics.computeIfAbsent(owned.owner(), d -> new ArrayList<>()).add(owned.metric());
  }

  private Optional<Source> source(Dataset dataset) {
    String text = dataset.source().text().strip();
    String name = dataset.name().text();
    boolean isQuery =
        text.chars().anyMatch(Character::isWhitespace) && !text.matches("[\"`].*[\"`]")
            || text.startsWith("(");
    if (isQuery) {
      return new QueryReader(name, problems)
          .read(dataset.source(), "the source of " + name)
          .map(Source.class::cast);
    }
    Optional<TableName> table = TableNames.parse(text);
    if (table.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          dataset.source().place(),
          name,
          "source " + Shown.name(text) + " is neither the name of a table nor a query",
          "write database.schema.table, or SELECT …");
    }
    return table.map(Source.class::cast);
  }

  private void addFeatures(Dataset dataset, Source source) {
    String ownSource =
        source instanceof TableName table ? TableNames.written(table) : EntityDraft.OWN_QUERY;
    OwnColumns own = new OwnColumns(ownSource);
    columns.put(dataset, own);
    OssieFields fields = new OssieFields(dataset, problems);
    List<FeatureDraft> drafts = new ArrayList<>();
    for (Expression field : dataset.fields()) {
      own.take(field.name().text());
      Optional<Snippet> sql = fields.overColumns(field);
      if (sql.isEmpty()) {
        leftOut.add(Unit.feature(dataset.name().text(), field.name().text()));
        continue;
      }
      TableNames.column(sql.get().text())
          .ifPresent(column -> own.show(column, field.name().text()));
      Head head =
          new Head(
              field.name(),
              field.description(),
              field.dataType(),
              Optional.of(true),
              field.place());
      drafts.add(new FieldDraft(head, own.origin(field.place()), sql.get()));
    }
    model.metrics().forEach(metric -> own.take(metric.name().text()));
    features.put(dataset, drafts);
  }

  private EntityDraft entity(Dataset dataset, Source source) {
    OwnColumns own = columns.get(dataset);
    List<Written> keys =
        dataset
            .primaryKey()
            .or(() -> dataset.uniqueKeys().stream().findFirst())
            .orElse(List.of())
            .stream()
            .map(key -> feature(dataset, own, key, problems))
            .toList();
    if (keys.isEmpty()) {
      problems.add(
          Severity.WARNING,
          Rule.ENTITY_INCOMPLETE,
          dataset.name().place(),
          dataset.name().text(),
          "dataset "
              + dataset.name()
              + " has no primary_key, so a metric cannot tell its rows apart where a join repeats"
              + " them",
          "add primary_key: [column]");
    }
    List<FeatureDraft> all = new ArrayList<>(features.get(dataset));
    all.addAll(own.hidden());
    return new EntityDraft(
        dataset.name(),
        dataset.description(),
        source,
        dataset.source().place(),
        source instanceof SourceQuery && dataset.fields().isEmpty(),
        keys,
        all,
        metrics.getOrDefault(dataset, List.of()),
        List.of(),
        aliases(dataset));
  }

  /**
   * A column that a key, relationship or metric names: a field of that name, or else, with a note,
   * what shows the column of the source.
   */
  static Written feature(Dataset dataset, OwnColumns own, Written column, Problems problems) {
    Optional<Expression> declared = dataset.field(column.text());
    if (declared.isPresent()) {
      return new Written(declared.get().name().text(), column.place());
    }
    problems.add(
        Rule.OSSIE_COLUMN,
        column.place(),
        dataset.name().text(),
        Shown.name(column.text())
            + " is no field of "
            + dataset.name()
            + ", so it is taken as a column of its source",
        "declare a field of that name, if queries should see it");
    return new Written(own.feature(bare(column.text()), column.place()), column.place());
  }

  private static String bare(String column) {
    return TableNames.column(column).orElse(column);
  }

  /** The synonyms that are nobody else's, as names that SQL can say without quotes. */
  private List<Written> aliases(Dataset dataset) {
    List<Written> aliases = new ArrayList<>();
    for (Written synonym : dataset.synonyms()) {
      String alias =
          Unit.lower(synonym.text()).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
      boolean usable = alias.matches("[a-z].*");
      boolean isDataset = model.dataset(alias).isPresent();
      if (usable && !isDataset && names.add(alias)) {
        aliases.add(new Written(alias, synonym.place()));
      } else if (!alias.equalsIgnoreCase(dataset.name().text())) {
        problems.add(
            Rule.NOT_EXPRESSED,
            synonym.place(),
            dataset.name().text(),
            "the synonym "
                + Shown.name(synonym.text())
                + " of "
                + dataset.name()
                + (usable ? " is already a name of another dataset" : " cannot be a name in SQL"),
            "choose another, or remove it");
      }
    }
    return aliases;
  }
}
