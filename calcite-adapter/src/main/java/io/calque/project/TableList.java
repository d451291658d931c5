package io.calque.project;

import io.calque.model.Entity;
import io.calque.model.SemanticModel;
import io.calque.model.TableName;
import io.calque.project.ListedTable.ListedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All tables that tools see, and the keys between them: what {@code DatabaseMetaData} answers from.
 * Immutable.
 */
public final class TableList {
  /** The schema of entities, which is the default one. */
  public static final String ENTITIES = "entities";

  private static final Comparator<ListedTable> ORDER =
      Comparator.comparing(ListedTable::kind)
          .thenComparing(ListedTable::schema)
          .thenComparing(ListedTable::name);

  private final List<String> schemas;
  private final List<ListedTable> tables;
  private final Map<String, List<ForeignKey>> imported = new HashMap<>();
  private final Map<String, List<ForeignKey>> exported = new HashMap<>();

  private TableList(List<String> schemas, List<ListedTable> tables, List<ForeignKey> foreignKeys) {
    this.schemas = schemas.stream().sorted().toList();
    this.tables = tables.stream().sorted(ORDER).toList();
    for (ForeignKey key : foreignKeys) {
      imported.computeIfAbsent(id(key.from()), k -> new ArrayList<>()).add(key);
      exported.computeIfAbsent(id(key.to()), k -> new ArrayList<>()).add(key);
    }
  }

  /** The tables of a model. This is the place to add to, where the catalog gets more of them. */
  static TableList of(SemanticModel model) {
    Map<String, ListedTable> entities = new HashMap<>();
    model.entities().forEach(entity -> entities.put(lower(entity.name()), table(entity)));
    return new TableList(
        List.of(ENTITIES), List.copyOf(entities.values()), KeyJoins.of(model, entities));
  }

  private static ListedTable table(Entity entity) {
    List<ListedColumn> columns = new ArrayList<>();
    entity
        .queryableFeatures()
        .forEach(
            feature ->
                columns.add(
                    new ListedColumn(
                        feature.name(),
                        feature.info().description(),
                        ListedColumn.Kind.FEATURE,
                        feature.info().dataType())));
    entity.metrics().stream()
        .filter(metric -> columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(metric.name())))
        .forEach(
            metric ->
                columns.add(
                    new ListedColumn(
                        metric.name(),
                        metric.description(),
                        ListedColumn.Kind.METRIC,
                        metric.dataType())));
    return new ListedTable(
        ENTITIES,
        entity.name(),
        ListedTable.Kind.TABLE,
        entity.description(),
        columns,
        key(entity),
        entity.source() instanceof TableName table ? Optional.of(table) : Optional.empty());
  }

  /** The key, unless queries cannot see one of its features. */
  private static Optional<ListedKey> key(Entity entity) {
    List<String> columns = new ArrayList<>();
    for (String key : entity.keys()) {
      entity
          .feature(key)
          .filter(feature -> feature.info().queryable())
          .ifPresent(feature -> columns.add(feature.name()));
    }
    return columns.isEmpty() || columns.size() < entity.keys().size()
        ? Optional.empty()
        : Optional.of(new ListedKey(entity.name() + "_key", columns));
  }

  /** By name. */
  public List<String> schemas() {
    return schemas;
  }

  /** By kind, schema and name. */
  public List<ListedTable> tables() {
    return tables;
  }

  /** The keys by which a table refers to others. */
  public List<ForeignKey> imported(ListedTable table) {
    return imported.getOrDefault(id(table), List.of());
  }

  /** The keys by which others refer to a table. */
  public List<ForeignKey> exported(ListedTable table) {
    return exported.getOrDefault(id(table), List.of());
  }

  private static String id(ListedTable table) {
    return lower(table.schema()) + "\0" + lower(table.name());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
