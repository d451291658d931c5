package io.calque.warehouse;

import java.util.List;

/**
 * A table or view as the warehouse's catalog has it.
 *
 * @param catalog empty if the warehouse has no catalogs
 * @param schema empty if the warehouse has no schemas
 * @param name exact case
 * @param columns exact case, in order; of unknown type if the catalog does not tell them as a query
 *     would
 * @param isDefault whether it is found by its name alone
 * @param isDefaultCatalog whether it is found without its catalog
 */
record CatalogTable(
    String catalog,
    String schema,
    String name,
    List<WarehouseColumn> columns,
    boolean isDefault,
    boolean isDefaultCatalog) {
  CatalogTable {
    columns = List.copyOf(columns);
  }

  List<String> columnNames() {
    return columns.stream().map(WarehouseColumn::name).toList();
  }
}
