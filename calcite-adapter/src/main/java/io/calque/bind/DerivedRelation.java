package io.calque.bind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A subquery, a CTE, a VALUES list or a table function in FROM.
 *
 * @param called the name that qualifies its columns
 * @param columns those that are known
 * @param isOpen whether it may have others
 * @param isShared whether others may select from the same text: it is a CTE
 */
record DerivedRelation(
    Optional<Name> called, List<DerivedColumn> columns, boolean isOpen, boolean isShared)
    implements Relation {
  DerivedRelation {
    columns = List.copyOf(columns);
  }

  static DerivedRelation of(Optional<Name> called, Outputs outputs) {
    boolean allNamed = outputs.columns().stream().allMatch(c -> c.name().isPresent());
    return new DerivedRelation(
        called, outputs.columns(), !outputs.areComplete() || !allNamed, false);
  }

  @Override
  public Optional<String> alias() {
    return called.map(Name::value);
  }

  /** The same relation with its first columns renamed, as {@code AS t(a, b)} does. */
  DerivedRelation renamed(List<Name> names) {
    List<DerivedColumn> renamed =
        IntStream.range(0, Math.max(names.size(), columns.size()))
            .mapToObj(i -> i < names.size() ? renamed(i, names.get(i)) : columns.get(i))
            .toList();
    return new DerivedRelation(
        called, renamed, isOpen && (columns.isEmpty() || names.size() < columns.size()), isShared);
  }

  /** The same relation as a mention of a CTE. */
  DerivedRelation shared() {
    return new DerivedRelation(called, columns, isOpen, true);
  }

  private DerivedColumn renamed(int index, Name name) {
    DerivedColumn column = DerivedColumn.named(name);
    return index < columns.size() ? column.withMetric(columns.get(index).metric()) : column;
  }

  /** Whether each of its columns can be named, and means one column. */
  boolean canBeSpelledOut() {
    List<String> names =
        columns.stream()
            .flatMap(column -> column.name().stream())
            .map(name -> name.value().toLowerCase(Locale.ROOT))
            .toList();
    return !isOpen && names.size() == names.stream().distinct().count();
  }

  /** Whether some of its columns are metrics. */
  boolean passesMetricsOn() {
    return columns.stream().anyMatch(column -> column.metric().isPresent());
  }
}
