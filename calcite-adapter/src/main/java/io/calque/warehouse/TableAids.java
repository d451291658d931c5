package io.calque.warehouse;

import java.util.List;
import java.util.Set;

/**
 * What helps a warehouse to find rows of a table by the values of its columns.
 *
 * @param rows about how many there are; 0 if nobody has counted yet
 * @param isLarge whether reading it from end to end takes a time that one notices
 * @param indexes the columns of each index over the whole table, in the index's order
 * @param analysed columns whose values the warehouse has statistics of
 */
public record TableAids(
    long rows, boolean isLarge, List<List<String>> indexes, Set<String> analysed) {
  public TableAids {
    indexes = List.copyOf(indexes);
    analysed = Set.copyOf(analysed);
  }

  /** Whether an index finds rows by some of these columns, whatever their case. */
  public boolean areIndexed(List<String> columns) {
    return indexes.stream()
        .anyMatch(index -> columns.stream().anyMatch(index.get(0)::equalsIgnoreCase));
  }

  /** Whether there are statistics of all of these columns, whatever their case. */
  public boolean areAnalysed(List<String> columns) {
    return columns.stream()
        .allMatch(column -> analysed.stream().anyMatch(column::equalsIgnoreCase));
  }
}
