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

  static Outputs unknown() {
    return new Outputs(List.of(), false);
  }
}
