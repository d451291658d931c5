package io.calque.bind;

import java.util.List;
import java.util.Optional;

/**
 * A subquery, a CTE, a VALUES list or a table function in FROM.
 *
 * @param alias the name that qualifies its columns
 * @param columns those that are known
 * @param isOpen whether it may have others
 */
record DerivedRelation(Optional<String> alias, List<DerivedColumn> columns, boolean isOpen)
    implements Relation {
  DerivedRelation {
    columns = List.copyOf(columns);
  }

  static DerivedRelation of(Optional<String> alias, Outputs outputs) {
    boolean allNamed = outputs.columns().stream().allMatch(c -> c.name().isPresent());
    return new DerivedRelation(alias, outputs.columns(), !outputs.areComplete() || !allNamed);
  }

  /** The same relation with its first columns renamed, as {@code AS t(a, b)} does. */
  DerivedRelation renamed(List<String> names) {
    List<DerivedColumn> renamed =
        java.util.stream.IntStream.range(0, Math.max(names.size(), columns.size()))
            .mapToObj(i -> i < names.size() ? DerivedColumn.named(names.get(i)) : columns.get(i))
            .toList();
    return new DerivedRelation(
        alias, renamed, isOpen && names.size() < Math.max(1, columns.size()));
  }
}
