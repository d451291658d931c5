package io.calque.generated;

import java.util.List;

/** A feature of an entity, as the model declares it. */
sealed interface Feature {
  String name();

  Type type();

  /** A column of the entity's own table. */
  record Own(String name, Type type, String column) implements Feature {}

  /** An expression over features of the entity. */
  record Formula(String name, Type type, Expr sql) implements Feature {}

  /** A feature over rows of a related entity or table. */
  sealed interface Related extends Feature {
    /** An entity, or the table of a related source. */
    String source();

    /** The join's name, or null for the default join. */
    String join();

    List<Filter> filters();
  }

  /** A column of a related source or a feature of an entity, of which there is at most one row. */
  record ToOne(
      String name, Type type, String source, String join, String field, List<Filter> filters)
      implements Related {}

  /** A metric of a related entity. */
  record Metric(
      String name, Type type, String source, String join, String metric, List<Filter> filters)
      implements Related {}

  /**
   * A value of the first or last related row.
   *
   * @param offset from 1
   */
  record FirstLast(
      String name,
      Type type,
      String source,
      String join,
      boolean last,
      String sortBy,
      String field,
      int offset,
      List<Filter> filters)
      implements Related {}
}
