package io.calque.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tables as they are put together from the list of their columns. */
final class CatalogRows {
  /** A table's full name. */
  private record Name(String catalog, String schema, String table) {}

  /** Tells which tables are found by their name alone. */
  @FunctionalInterface
  interface Visible {
    boolean test(String catalog, String schema, String table);
  }

  private final Visible isDefault;
  private final Predicate<String> isDefaultCatalog;
  private final Map<Name, List<WarehouseColumn>> columns = new LinkedHashMap<>();

  CatalogRows(Visible isDefault, Predicate<String> isDefaultCatalog) {
    this.isDefault = isDefault;
    this.isDefaultCatalog = isDefaultCatalog;
  }

  /** The next column, in the order of its table. */
  void add(String catalog, String schema, String table, WarehouseColumn column) {
    columns.computeIfAbsent(new Name(catalog, schema, table), key -> new ArrayList<>()).add(column);
  }

  List<CatalogTable> done() {
    return columns.entrySet().stream()
        .map(
            entry -> {
              Name name = entry.getKey();
              return new CatalogTable(
                  name.catalog(),
                  name.schema(),
                  name.table(),
                  entry.getValue(),
                  isDefault.test(name.catalog(), name.schema(), name.table()),
                  isDefaultCatalog.test(name.catalog()));
            })
        .toList();
  }
}
