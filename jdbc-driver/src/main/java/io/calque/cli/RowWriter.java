package io.calque.cli;

import java.util.List;

/** Writes a result in one format: first the columns, then each row, then the end. */
interface RowWriter {
  /**
   * A column of the result.
   *
   * @param label as the query calls it; two columns may be called the same
   * @param isNumber whether its values are numbers
   */
  record Column(String label, boolean isNumber) {}

  void columns(List<Column> columns);

  /**
   * @param values as {@code getObject} gives them; null is NULL
   */
  void row(List<Object> values);

  /** Must be called once, after the last row. */
  void end();
}
