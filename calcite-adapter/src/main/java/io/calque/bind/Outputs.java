package io.calque.bind;

import java.util.List;

/**
 * The columns that a query gives.
 *
 * @param columns in order, as far as they are known
 * @param areComplete whether these are all
 */
record Outputs(List<DerivedColumn> columns, boolean areComplete) {
  Outputs {
    columns = List.copyOf(columns);
  }

  /** The same columns, of which none is a metric's any more. */
  Outputs withoutMetrics() {
    return new Outputs(columns.stream().map(DerivedColumn::withoutMetric).toList(), areComplete);
  }

  static Outputs unknown() {
    return new Outputs(List.of(), false);
  }
}
