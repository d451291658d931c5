package io.calque.generated;

import java.util.Map;

/** One row of a table or subquery. Two rows are never equal, whatever is in them. */
final class Row {
  private final Map<String, Object> values;

  /**
   * @param values by column; not copied, in the order of the columns
   */
  Row(Map<String, Object> values) {
    this.values = values;
  }

  Object get(String column) {
    if (!values.containsKey(column)) {
      throw new IllegalStateException("no column " + column + " in " + values);
    }
    return values.get(column);
  }

  Map<String, Object> values() {
    return values;
  }
}
