package io.calque.model.read;

import io.calque.error.CalqueException;
import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives entities that are to show all columns of their source a feature for each of them, as the
 * warehouse's catalog has them. Without a warehouse they keep the columns that their files mention.
 */
final class ColumnCompletion {
  private final Optional<ColumnSource> warehouse;
  private final Problems problems;

  ColumnCompletion(Optional<ColumnSource> warehouse, Problems problems) {
    this.warehouse = warehouse;
    this.problems = problems;
  }

  /** The draft with all features; nothing is asked if no entity wants columns. */
  ModelDraft complete(ModelDraft draft) {
    return new ModelDraft(
        draft.entities().stream()
            .map(entity -> entity.allColumns() ? complete(entity) : entity)
            .toList(),
        draft.relationships());
  }

  private EntityDraft complete(EntityDraft entity) {
    if (warehouse.isEmpty()) {
      List<String> listed = entity.features().stream().map(FeatureDraft::name).toList();
      tell(
          Rule.WAREHOUSE_COLUMNS,
          Rule.WAREHOUSE_COLUMNS.severity(),
          entity,
          "the other features of "
              + entity.name()
              + " are the columns of "
              + label(entity)
              + ", but there is no warehouse to ask; for now it has "
              + (listed.isEmpty() ? "none" : Shown.list(listed)),
          "use the model in a project that names its warehouse in calque.yml");
      return entity;
    }
    try {
      Optional<List<String>> columns = warehouse.get().columns(entity.source());
      if (columns.isPresent()) {
        return with(entity, columns.get());
      }
      tell(
          Rule.NO_SUCH_COLUMN,
          Rule.NO_SUCH_COLUMN.severity(),
          entity,
          "the warehouse has no table "
              + label(entity)
              + ", whose columns "
              + entity.name()
              + " shows",
          "correct the table's name, or create the table");
    } catch (CalqueException e) {
      tell(
          Rule.NO_SUCH_COLUMN,
          Severity.ERROR,
          entity,
          "the columns of " + label(entity) + " are not known: " + oneLine(e.reason()),
          "make the warehouse reachable, or list the features");
    }
    return entity;
  }

  private EntityDraft with(EntityDraft entity, List<String> columns) {
    Map<String, FeatureDraft> mentioned = new LinkedHashMap<>();
    for (FeatureDraft feature : entity.features()) {
      column(entity, feature)
          .ifPresent(column -> mentioned.putIfAbsent(Unit.lower(column), feature));
    }
    Map<String, FeatureDraft> byName = new LinkedHashMap<>();
    List<FeatureDraft> others = new ArrayList<>(entity.features());
    others.forEach(feature -> byName.put(Unit.lower(feature.name()), feature));
    List<FeatureDraft> features = new ArrayList<>();
    int added = 0;
    for (String column : columns) {
      FeatureDraft known = mentioned.remove(Unit.lower(column));
      if (known != null) {
        features.add(known);
        others.remove(known);
        continue;
      }
      Optional<FeatureDraft> feature = feature(entity, column, byName);
      if (feature.isPresent()) {
        features.add(feature.get());
        byName.put(Unit.lower(feature.get().name()), feature.get());
        added++;
      }
    }
    mentioned.values().forEach(feature -> missing(entity, feature, columns));
    features.addAll(others);
    tell(
        Rule.WAREHOUSE_COLUMNS,
        Rule.WAREHOUSE_COLUMNS.severity(),
        entity,
        added
            + (added == 1 ? " feature of " : " features of ")
            + entity.name()
            + (added == 1 ? " is a column of " : " are columns of ")
            + label(entity)
            + " that the file does not list, as the warehouse has them",
        "");
    return entity.withFeatures(features);
  }

  /** The column of the entity's own source that a feature shows as it is. */
  private static Optional<String> column(EntityDraft entity, FeatureDraft feature) {
    return feature instanceof FieldDraft field
            && field.origin().source().text().equals(entity.ownSource())
        ? TableNames.column(field.field().text())
        : Optional.empty();
  }

  private Optional<FeatureDraft> feature(
      EntityDraft entity, String column, Map<String, FeatureDraft> taken) {
    String name = SqlIdentifiers.feature(column);
    Optional<String> written = TableNames.writtenColumn(column);
    boolean isNew = !taken.containsKey(Unit.lower(name));
    if (written.isEmpty() || !isNew) {
      tell(
          Rule.NO_SUCH_COLUMN,
          Severity.WARNING,
          entity,
          "column "
              + Shown.name(column)
              + " of "
              + label(entity)
              + " is no feature of "
              + entity.name()
              + (isNew ? ": no quotes can hold its name" : ", which has another feature " + name),
          "list it as a feature with a name of its own");
      return Optional.empty();
    }
    if (!name.equals(column)) {
      tell(
          Rule.WAREHOUSE_COLUMNS,
          Severity.INFO,
          entity,
          "column " + Shown.name(column) + " of " + label(entity) + " is called " + name,
          "to choose the name yourself, list it as a feature");
    }
    Place place = entity.name().place();
    return Optional.of(
        new FieldDraft(
            new Head(new Written(name, place), "", Optional.empty(), Optional.of(true), place),
            new Origin(
                new Written(entity.ownSource(), place),
                Optional.empty(),
                Optional.empty(),
                List.of()),
            Snippet.at(written.get(), place)));
  }

  private void missing(EntityDraft entity, FeatureDraft feature, List<String> columns) {
    String column = column(entity, feature).orElseThrow();
    problems.add(
        Rule.NO_SUCH_COLUMN,
        feature.place(),
        entity.name().text(),
        "the warehouse's " + label(entity) + " has no column " + column,
        "write one of its columns" + NearestNames.hint(column, columns));
  }

  private void tell(
      Rule rule, Severity severity, EntityDraft entity, String message, String remedy) {
    problems.add(severity, rule, entity.name().place(), entity.name().text(), message, remedy);
  }

  private static String label(EntityDraft entity) {
    Source source = entity.source();
    return source instanceof SourceQuery ? "its query" : source.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
