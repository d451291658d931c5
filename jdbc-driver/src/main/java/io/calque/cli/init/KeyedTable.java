package io.calque.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of which it is known what identifies its rows, or that nothing does.
 *
 * @param key empty if nothing does
 * @param whyNone why it is empty
 */
record KeyedTable(SourceTable source, Optional<Key> key, String whyNone) {
  String entity() {
    return source.entity();
  }

  /** Sets of columns of which no two rows have the same values: the key first. */
  List<List<String>> identities() {
    List<List<String>> all = new ArrayList<>();
    key.ifPresent(found -> all.add(found.columns()));
    if (!source.table().primaryKey().isEmpty()) {
      all.add(source.table().primaryKey());
    }
    all.addAll(source.table().uniques());
    return all.stream().filter(source.features().keySet()::containsAll).distinct().toList();
  }

  /** Whether it is certain that no two rows have the same values in those columns. */
  boolean isIdentifiedBy(List<String> columns) {
    return key.filter(Key::isCertain).filter(k -> columns.containsAll(k.columns())).isPresent()
        || !source.table().primaryKey().isEmpty()
            && columns.containsAll(source.table().primaryKey())
        || source.table().uniques().stream().anyMatch(columns::containsAll);
  }

  boolean isWholeKey(List<String> columns) {
    return key.filter(k -> k.columns().size() == columns.size())
        .filter(k -> k.columns().containsAll(columns))
        .isPresent();
  }
}
