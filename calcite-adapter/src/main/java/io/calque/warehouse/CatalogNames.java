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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Names as the warehouse's catalog has them. The catalog is read once, whole, when the first name
 * is asked for, and again when a name is not in it, though not more than once a second.
 *
 * <p>A table's own name is looked for in the default schema. Of two parts, the first is a schema of
 * the default catalog, else a catalog, in whose default schema the table is looked for. Where
 * several tables differ in case only and none fits exactly, the name is left as it was written.
 */
final class CatalogNames implements TableNames {
  private static final long MIN_AGE_NANOS = Duration.ofSeconds(1).toNanos();

  private final WarehouseDialect dialect;
  private final Supplier<List<CatalogTable>> reader;
  private final Function<SourceQuery, Optional<List<String>>> queries;
  private final TableNames asWritten;
  private volatile Snapshot snapshot;

  /** The catalog as it was, by table name in lower case. */
  private record Snapshot(Map<String, List<CatalogTable>> tables, long readAt) {}

  /** A table and how its name has to be printed. */
  private record Found(CatalogTable table, List<String> parts) {}

  /**
   * @param queries the columns that a query returns
   */
  CatalogNames(
      WarehouseDialect dialect,
      Supplier<List<CatalogTable>> reader,
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
        ? find(table).map(found -> found.table().columns())
        : queries.apply((SourceQuery) source);
  }

  /** Whether there is such a table. */
  boolean has(TableName name) {
    return find(name).isPresent();
  }

  private Optional<Found> find(TableName name) {
    Optional<Found> found = find(name, snapshot());
    if (found.isEmpty() && System.nanoTime() - snapshot().readAt() > MIN_AGE_NANOS) {
      found = find(name, read());
    }
    return found;
  }

  private Snapshot snapshot() {
    Snapshot current = snapshot;
    return current == null ? read() : current;
  }

  private synchronized Snapshot read() {
    Snapshot current = snapshot;
    if (current != null && System.nanoTime() - current.readAt() <= MIN_AGE_NANOS) {
      return current;
    }
    Map<String, List<CatalogTable>> tables = new HashMap<>();
    reader
        .get()
        .forEach(
            table ->
                tables.computeIfAbsent(lower(table.name()), key -> new ArrayList<>()).add(table));
    snapshot = new Snapshot(tables, System.nanoTime());
    return snapshot;
  }

  private static Optional<Found> find(TableName name, Snapshot snapshot) {
    List<CatalogTable> called = snapshot.tables().getOrDefault(lower(name.last()), List.of());
    List<String> parts = name.parts();
    return switch (parts.size()) {
      case 1 -> best(called, CatalogTable::isDefault, parts, CatalogNames::tableOnly);
      case 2 ->
          best(called, CatalogTable::isDefaultCatalog, parts, CatalogNames::schemaAndTable)
              .or(
                  () ->
                      best(
                              called,
                              table -> isUsualSchema(table.schema()),
                              parts,
                              CatalogNames::catalogAndTable)
                          .map(found -> new Found(found.table(), all(found.table()))));
      case 3 -> best(called, table -> true, parts, CatalogNames::all);
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
