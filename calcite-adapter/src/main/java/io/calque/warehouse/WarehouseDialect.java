package io.calque.warehouse;

import io.calque.bind.NameRules;
import io.calque.model.DataType;
import io.calque.sql.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /**
   * The user's own string literal, whose quotes are to be spelled in the warehouse's way; escapes
   * in it stay.
   *
   * @param value as it stands between the quotes, {@code '} for a quote
   */
  default String requoted(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

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

  /** Where it reads a text in another way than Calque does. */
  default Lexis lexis() {
    return Lexis.STANDARD;
  }

  /** Whether a condition is a value. */
  default Booleans booleans() {
    return Booleans.VALUES;
  }

  /** Whether it reads <code>{d '2020-01-01'}</code> and its kind as they stand. */
  default boolean readsJdbcEscapes() {
    return false;
  }

  /** A moment, to be compared with columns of dates and of moments. */
  default String momentLiteral(String value) {
    return "CAST(" + stringLiteral(value) + " AS TIMESTAMP)";
  }

  /** What CAST calls a type. */
  default String castType(DataType type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case NUMBER -> "INTEGER";
      case BOOLEAN -> "BOOLEAN";
      case DATETIME -> "TIMESTAMP";
    };
  }

  /** What stands in an ORDER BY for an order in which NULL comes last. */
  default String nullsLast(String value, boolean isAscending) {
    return value + (isAscending ? " ASC" : " DESC") + " NULLS LAST";
  }

  /** The ORDER BY of rows to be numbered in any order; empty where it needs none. */
  default String anyOrder() {
    return "";
  }

  /** Whether {@code GROUP BY 1} means the first column of the result. */
  default boolean groupsByOrdinals() {
    return true;
  }

  /**
   * The condition that a row of a result belongs to one of its grouping sets.
   *
   * @param keys all that the result is grouped by
   * @param set those of the grouping set
   */
  default String groupsBy(List<String> keys, List<String> set) {
    long mask = 0;
    for (String key : keys) {
      mask = mask * 2 + (set.contains(key) ? 0 : 1);
    }
    return "GROUPING(" + String.join(", ", keys) + ") = " + mask;
  }

  /** Kinds of FULL JOIN. */
  enum FullJoin {
    /** By the condition of a join of the model. */
    DIRECT,
    /** By equality of keys, NULLs included. */
    LOOKUP
  }

  /** The kinds of FULL JOIN that it has. */
  default Set<FullJoin> fullJoins() {
    return Set.of(FullJoin.values());
  }

  /** Whether a join may stand in parentheses on the right of another. */
  default boolean nestsJoins() {
    return true;
  }

  /** Whether a scalar subquery may be over the values of the row around it. */
  default boolean hasOneRowSubqueries() {
    return true;
  }

  /** What stands before a query that is to tell its plan; empty if there is no such statement. */
  default Optional<String> plan() {
    return Optional.of("EXPLAIN ANALYZE ");
  }

  /**
   * Rows of literals as a derived table.
   *
   * @param rows one or more
   * @param columns their names, ready to be printed
   */
  default String values(List<List<String>> rows, String alias, List<String> columns) {
    return rows.stream()
        .map(row -> "(" + String.join(", ", row) + ")")
        .collect(
            Collectors.joining(
                ", ", "(VALUES ", ") AS " + alias + "(" + String.join(", ", columns) + ")"));
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

  /**
   * Whether {@code COUNT(DISTINCT ROW(a, b)) FILTER (WHERE c)} counts the pairs in which c holds,
   * those with NULLs too, and does so faster than by numbered rows.
   */
  default boolean countsDistinctRows() {
    return false;
  }

  /**
   * Whether texts that are equal, by the collation that columns have unless they say otherwise, may
   * still be told apart: by functions, LIKE or another collation.
   */
  default boolean tellsEqualTextsApart() {
    return false;
  }

  /** An aggregate that gives the one value that an expression has in all rows of its group. */
  default String anyValue(String value) {
    return "ANY_VALUE(" + value + ")";
  }

  /**
   * A scalar subquery over one row that is made of the values of the row around it.
   *
   * @param values one or more
   * @param alias the row's alias
   * @param condition without which there is no row; may speak of the row around it
   */
  default OneRow oneRow(List<NamedValue> values, String alias, Optional<String> condition) {
    return OneRow.of(
        " FROM (SELECT %s) AS %s%s"
            .formatted(
                values.stream()
                    .map(value -> value.sql() + " AS " + value.name())
                    .collect(Collectors.joining(", ")),
                alias,
                condition.map(sql -> " WHERE " + sql).orElse("")),
        values,
        alias);
  }

  /**
   * How a scalar subquery sees one row.
   *
   * @param from what follows its select list
   * @param values the SQL of each value in its select list
   */
  record OneRow(String from, List<String> values) {
    /** With columns of the alias that are called as the values. */
    static OneRow of(String from, List<NamedValue> values, String alias) {
      return new OneRow(from, values.stream().map(value -> alias + "." + value.name()).toList());
    }
  }

  /**
   * An expression and what it is called.
   *
   * @param name ready to be printed
   */
  record NamedValue(String sql, String name) {}
}
