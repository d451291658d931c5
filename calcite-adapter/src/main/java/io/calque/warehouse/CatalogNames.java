package io.calque.warehouse;

import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names as the warehouse's catalog has them. Each part of the catalog that names lead to is read
 * once, when the first of them is asked for, and again when a name is not in it, though not more
 * than once a second.
 *
 * <p>A table's own name is looked for in the default schema. Of two parts, the first is a schema of
 * the default catalog, else a catalog, in whose default schema the table is looked for. Where
 * several tables differ in case only and none fits exactly, the name is left as it was written.
 */
final class CatalogNames implements TableNames {
  private static final long MIN_AGE_NANOS = Duration.ofSeconds(1).toNanos();

  private final WarehouseDialect dialect;
  private final Function<TableScope, List<CatalogTable>> reader;
  private final Function<SourceQuery, Optional<List<String>>> queries;
  private final TableNames asWritten;
  private final ConcurrentMap<TableScope, Snapshot> snapshots = new ConcurrentHashMap<>();

  /** A part of the catalog as it was, by table name in lower case. */
  private record Snapshot(Map<String, List<CatalogTable>> tables, long readAt) {}

  /** A table and how its name has to be printed. */
  private record Found(CatalogTable table, List<String> parts) {}

  /**
   * @param queries the columns that a query returns
   */
  CatalogNames(
      WarehouseDialect dialect,
      Function<TableScope, List<CatalogTable>> reader,
      Function<SourceQuery, Optional<List<String>>> queries) {
    this.queries = queries;
    this.dialect = dialect;
    this.reader = reader;
    this.asWritten = TableNames.asWritten(dialect);
  }

  @Override
  public String table(TableName name) {
    return find(name).map(found -> printed(found.parts())).orElseGet(() -> asWritten.table(name));
  }

  @Override
  public String qualified(TableName name) {
    return find(name)
        .filter(found -> found.parts().size() == 1 && !found.table().schema().isEmpty())
        .map(found -> printed(schemaAndTable(found.table())))
        .orElseGet(() -> table(name));
  }

  private String printed(List<String> parts) {
    return parts.stream().map(dialect::identifier).collect(Collectors.joining("."));
  }

  @Override
  public String column(Source source, String column) {
    return columns(source)
        .flatMap(columns -> one(columns, Function.identity(), column))
        .map(dialect::identifier)
        .orElseGet(() -> asWritten.column(source, column));
  }

  /** The columns in order; empty if there is no such table, or the query is not understood. */
  Optional<List<String>> columns(Source source) {
    return source instanceof TableName table
        ? find(table).map(found -> found.table().columnNames())
        : queries.apply((SourceQuery) source);
  }

  /** The column as the catalog has it; empty if it has none of that name. */
  Optional<WarehouseColumn> catalogColumn(TableName table, String column) {
    return find(table)
        .flatMap(found -> one(found.table().columns(), WarehouseColumn::name, column));
  }

  /** The schema and the name of the table as the catalog has them. */
  Optional<List<String>> inCatalog(TableName name) {
    return find(name).map(found -> schemaAndTable(found.table()));
  }

  /** Whether there is such a table. */
  boolean has(TableName name) {
    return find(name).isPresent();
  }

  private Optional<Found> find(TableName name) {
    Optional<Found> found = find(name, this::present);
    return found.isPresent() ? found : find(name, this::fresh);
  }

  /** What is known of a part of the catalog. */
  private Snapshot present(TableScope scope) {
    return snapshots.computeIfAbsent(scope, this::read);
  }

  /** The same as it is now, or was a second ago. */
  private Snapshot fresh(TableScope scope) {
    return snapshots.compute(
        scope,
        (key, known) ->
            known == null || System.nanoTime() - known.readAt() > MIN_AGE_NANOS
                ? read(key)
                : known);
  }

  private Snapshot read(TableScope scope) {
    Map<String, List<CatalogTable>> tables = new HashMap<>();
    reader
        .apply(scope)
        .forEach(
            table ->
                tables.computeIfAbsent(lower(table.name()), key -> new ArrayList<>()).add(table));
    return new Snapshot(tables, System.nanoTime());
  }

  private static Optional<Found> find(TableName name, Function<TableScope, Snapshot> snapshots) {
    List<String> parts = name.parts();
    Function<TableScope, List<CatalogTable>> called =
        scope -> snapshots.apply(scope).tables().getOrDefault(lower(name.last()), List.of());
    return switch (parts.size()) {
      case 1 ->
          best(
              called.apply(TableScope.DEFAULT),
              CatalogTable::isDefault,
              parts,
              CatalogNames::tableOnly);
      case 2 ->
          best(
                  called.apply(TableScope.schema(parts.get(0))),
                  CatalogTable::isDefaultCatalog,
                  parts,
                  CatalogNames::schemaAndTable)
              .or(
                  () ->
                      best(
                              called.apply(TableScope.catalog(parts.get(0))),
                              table -> isUsualSchema(table.schema()),
                              parts,
                              CatalogNames::catalogAndTable)
                          .map(found -> new Found(found.table(), all(found.table()))));
      case 3 ->
          best(
              called.apply(new TableScope(Optional.of(parts.get(0)), Optional.of(parts.get(1)))),
              table -> true,
              parts,
              CatalogNames::all);
      default -> Optional.empty();
    };
  }

  /** The schema that a catalog without further words means. */
  private static boolean isUsualSchema(String schema) {
    return schema.equals("main") || schema.equals("public");
  }

  private static Optional<Found> best(
      List<CatalogTable> tables,
      Predicate<CatalogTable> wanted,
      List<String> parts,
      Function<CatalogTable, List<String>> shown) {
    List<CatalogTable> candidates = tables.stream().filter(wanted).toList();
    return one(candidates, table -> String.join("\0", shown.apply(table)), String.join("\0", parts))
        .map(table -> new Found(table, shown.apply(table)));
  }

  /** The one of that exact name, else the only one of that name if case does not count. */
  private static <T> Optional<T> one(List<T> candidates, Function<T, String> nameOf, String name) {
    Optional<T> exact = candidates.stream().filter(c -> name.equals(nameOf.apply(c))).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    List<T> similar =
        candidates.stream().filter(c -> name.equalsIgnoreCase(nameOf.apply(c))).toList();
    return similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty();
  }

  private static List<String> tableOnly(CatalogTable table) {
    return List.of(table.name());
  }

  private static List<String> schemaAndTable(CatalogTable table) {
    return List.of(table.schema(), table.name());
  }

  private static List<String> catalogAndTable(CatalogTable table) {
    return List.of(table.catalog(), table.name());
  }

  private static List<String> all(CatalogTable table) {
    return List.of(table.catalog(), table.schema(), table.name());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
