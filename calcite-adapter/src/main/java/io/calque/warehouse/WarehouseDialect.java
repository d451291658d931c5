package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one warehouse writes SQL, as far as Calque writes any itself. What has a default is standard
 * SQL.
 */
public interface WarehouseDialect {
  /** The dialect's name, such as {@code duckdb}. */
  String name();

  /** An identifier that means exactly this name, quoted only if it has to be. */
  String identifier(String name);

  /** A character string literal. */
  String stringLiteral(String value);

  /** What binding has to know of this dialect. */
  NameRules nameRules();

  /** The warehouse's aggregate functions. */
  Aggregates aggregates();

  /** How the first of each group's rows is found. */
  FirstRow firstRow();

  /** Ways to find the first of each group's rows in an order. */
  sealed interface FirstRow {
    /** By the number of each row in its group; also the way to any other row than the first. */
    record Numbered() implements FirstRow {}

    /** By {@code DISTINCT ON}. */
    record DistinctOn() implements FirstRow {}

    /**
     * By an aggregate with ORDER BY that gives the value of the first row, a NULL too.
     *
     * @param function its name
     */
    record Aggregate(String function) implements FirstRow {}
  }

  /**
   * Whether a comment can hold another one. Calque's own can; a text that means something else to
   * the warehouse must not reach it.
   */
  default boolean nestsComments() {
    return true;
  }

  /**
   * True where all values equal their counterparts, NULLs each other, and never NULL itself; in the
   * form that the warehouse joins by without comparing each with each.
   *
   * @param left one or more
   * @param right as many, of the same types
   */
  default String sameValues(List<String> left, List<String> right) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(left.get(i) + " IS NOT DISTINCT FROM " + right.get(i));
    }
    return String.join(" AND ", pairs);
  }

  /**
   * Whether the warehouse turns an aggregating LATERAL subquery into a join with the rows around
   * it, so that it costs as much as the related rows are, and not once again for each row.
   */
  default boolean unnestsLateral() {
    return false;
  }

  /** An aggregate that gives the one value that an expression has in all rows of its group. */
  default String anyValue(String value) {
    return "ANY_VALUE(" + value + ")";
  }

  /**
   * What follows the select list of a subquery over one row that is made of the values of the row
   * around it.
   *
   * @param values one or more
   * @param alias the row's alias
   * @param condition without which there is no row; may speak of the row around it
   */
  default String fromOneRow(List<NamedValue> values, String alias, Optional<String> condition) {
    return " FROM (SELECT %s) AS %s%s"
        .formatted(
            values.stream()
                .map(value -> value.sql() + " AS " + value.name())
                .collect(Collectors.joining(", ")),
            alias,
            condition.map(sql -> " WHERE " + sql).orElse(""));
  }

  /**
   * An expression and what it is called.
   *
   * @param name ready to be printed
   */
  record NamedValue(String sql, String name) {}
}
