package io.calque.warehouse;

import io.calque.model.TableName;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import io.calque.warehouse.DeclaredTable.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a catalog's tables, as they are put together while it is read. */
final class DeclaredKeys {
  private final Map<TableName, List<String>> primary = new HashMap<>();
  private final Map<TableName, List<List<String>>> uniques = new HashMap<>();
  private final Map<TableName, List<Reference>> references = new HashMap<>();

  void primary(TableName table, List<String> columns) {
    primary.put(table, columns);
  }

  void unique(TableName table, List<String> columns) {
    uniques.computeIfAbsent(table, key -> new ArrayList<>()).add(columns);
  }

  void reference(TableName table, Reference reference) {
    references.computeIfAbsent(table, key -> new ArrayList<>()).add(reference);
  }

  /** The table with its keys. */
  DeclaredTable of(TableName name, boolean isView, String remarks, List<DeclaredColumn> columns) {
    List<String> key = primary.getOrDefault(name, List.of());
    List<List<String>> others =
        uniques.getOrDefault(name, List.of()).stream()
            .filter(unique -> !unique.equals(key))
            .filter(unique -> names(columns).containsAll(unique))
            .distinct()
            .toList();
    return new DeclaredTable(
        name, isView, remarks, columns, key, others, references.getOrDefault(name, List.of()));
  }

  /** An index over an expression has something else than a column. */
  private static List<String> names(List<DeclaredColumn> columns) {
    return columns.stream().map(DeclaredColumn::name).toList();
  }
}
