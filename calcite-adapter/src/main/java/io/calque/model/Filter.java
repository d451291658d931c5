package io.calque.model;

import java.util.List;

/** A condition on the rows of a feature's source. */
public sealed interface Filter {
  /**
   * A condition in the warehouse's SQL.
   *
   * @param sql with {@code {source}.{x}} holes: a feature of the source entity or a column of the
   *     source table
   */
  record SqlFilter(SqlTemplate sql) implements Filter {}

  /**
   * A comparison with constants.
   *
   * @param field a feature of the source entity or a column of the source table
   * @param values as many as the operator takes
   */
  record FieldFilter(String field, Operator operator, List<Literal> values, Place place)
      implements Filter {
    public FieldFilter {
      values = List.copyOf(values);
    }
  }

  /** What a field filter compares with. */
  enum Operator {
    /** Equal to one of the values. */
    IS,
    /** Different from all of the values; NULL is not. */
    IS_NOT,
    GT,
    GTE,
    LT,
    LTE,
    /** From the first value to the second, both included. */
    BETWEEN,
    /** Not NULL. */
    IS_SET,
    /** NULL. */
    IS_NOT_SET
  }

  /**
   * A constant.
   *
   * @param text the value as the file has it, without quotes
   * @param type how it is to be written; decided by the filtered feature's type, or where that is
   *     unknown, by how the file writes the value
   */
  record Literal(String text, DataType type) {}
}
