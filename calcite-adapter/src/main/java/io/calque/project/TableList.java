package io.calque.project;

import io.calque.model.Entity;
import io.calque.model.Source;
import io.calque.model.TableName;
import io.calque.project.ListedTable.ListedKey;
import io.calque.schema.SemanticSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All tables that tools see, and the keys between them: what {@code DatabaseMetaData} answers from.
 * Immutable.
 */
public final class TableList {
  private static final Comparator<ListedTable> ORDER =
      Comparator.comparing(ListedTable::kind)
          .thenComparing(ListedTable::schema)
          .thenComparing(ListedTable::name);

  private final List<ListedTable> tables;
  private final Map<String, List<ForeignKey>> imported = new HashMap<>();
  private final Map<String, List<ForeignKey>> exported = new HashMap<>();

  private TableList(List<ListedTable> tables, List<ForeignKey> foreignKeys) {
    this.tables = tables.stream().sorted(ORDER).toList();
    for (ForeignKey key : foreignKeys) {
      imported.computeIfAbsent(id(key.from()), k -> new ArrayList<>()).add(key);
      exported.computeIfAbsent(id(key.to()), k -> new ArrayList<>()).add(key);
    }
  }

  /** The tables of a catalog. This is the place to add to, where it gets more of them. */
  static TableList of(SemanticSchema schema) {
    Map<String, ListedTable> entities = new HashMap<>();
    schema
        .entities()
        .forEach(table -> entities.put(lower(table.entity().name()), entity(table.entity())));
    SystemListing bridges = SystemListing.bridges(schema, entities);
    SystemListing meta = SystemListing.meta(schema);
    return new TableList(
        Stream.of(entities.values(), bridges.tables(), meta.tables())
            .<ListedTable>flatMap(tables -> tables.stream())
            .toList(),
        Stream.of(KeyJoins.of(schema.model(), entities), bridges.keys(), meta.keys())
            .flatMap(List::stream)
            .toList());
  }

  private static ListedTable entity(Entity entity) {
    List<ListedColumn> columns = new ArrayList<>();
    entity.queryableFeatures().forEach(feature -> columns.add(ListedColumn.of(feature, entity)));
    entity.metrics().stream()
        .filter(metric -> columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(metric.name())))
        .forEach(metric -> columns.add(ListedColumn.of(metric)));
    return new ListedTable(
        SemanticSchema.ENTITIES,
        entity.name(),
        ListedTable.Kind.TABLE,
        entity.description(),
        columns,
        key(entity),
        tables(Stream.of(entity.source())));
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
        : Optional.of(ListedKey.of(entity.name(), columns));
  }

  /** The tables among sources; whether a query can be read only the warehouse can tell. */
  static List<TableName> tables(Stream<Source> sources) {
    return sources.filter(TableName.class::isInstance).map(TableName.class::cast).toList();
  }

  /** By name; each is there even if it has no tables. */
  public List<String> schemas() {
    return SemanticSchema.SCHEMAS;
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
