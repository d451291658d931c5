package io.calque.warehouse;

import java.util.HashSet;
import java.util.Set;

/**
 * The aggregate functions of a warehouse, by name in lower case.
 *
 * @param names all of them
 * @param nullWhenEmpty those that give NULL over no rows
 * @param zeroWhenEmpty those that give 0 over no rows
 * @param filtering how an aggregate is told which rows count
 * @param summable those of {@code sum} and {@code count} whose value over all rows is the SUM of
 *     their values over parts of the rows, and of the same type; for {@code count}, once that is
 *     cast to BIGINT
 */
public record Aggregates(
    Set<String> names,
    Set<String> nullWhenEmpty,
    Set<String> zeroWhenEmpty,
    Filtering filtering,
    Set<String> summable) {
  /** Ways to leave rows out of one aggregate. */
  public enum Filtering {
    /** {@code SUM(x) FILTER (WHERE c)}. */
    FILTER,
    /**
     * {@code SUM(CASE WHEN c THEN x END)}, for the functions of which it is known what they give
     * over no rows: all these pass over rows in which their first argument is NULL. The others
     * cannot be filtered.
     */
    CASE
  }

  /**
   * Functions that give over all rows what they give over their values of parts of the rows. So a
   * row that occurs twice counts as one.
   */
  private static final Set<String> IDEMPOTENT =
      Words.of(
          """
          any_value bit_and bit_or bitand_agg bitor_agg bitwise_and_agg bitwise_or_agg bool_and
          bool_or booland_agg boolor_agg every logical_and logical_or max min
          """);

  /** What SQL:2016 defines, and what the warehouses that Calque knows have in common. */
  public static final Aggregates STANDARD =
      new Aggregates(
          Set.of(),
          Set.of(
              "sum",
              "avg",
              "min",
              "max",
              "any_value",
              "array_agg",
              "string_agg",
              "listagg",
              "stddev",
              "stddev_pop",
              "stddev_samp",
              "variance",
              "var_pop",
              "var_samp",
              "corr",
              "covar_pop",
              "covar_samp",
              "bool_and",
              "bool_or",
              "every",
              "percentile_cont",
              "percentile_disc",
              "mode",
              "max_by",
              "min_by",
              "bit_and",
              "bit_or"),
          Set.of("count", "regr_count"));

  /** Of a warehouse that has FILTER. */
  Aggregates(Set<String> names, Set<String> nullWhenEmpty, Set<String> zeroWhenEmpty) {
    this(names, nullWhenEmpty, zeroWhenEmpty, Filtering.FILTER);
  }

  /** Of a warehouse of which it is not known what its sums of sums are. */
  Aggregates(
      Set<String> names,
      Set<String> nullWhenEmpty,
      Set<String> zeroWhenEmpty,
      Filtering filtering) {
    this(names, nullWhenEmpty, zeroWhenEmpty, filtering, Set.of());
  }

  public Aggregates {
    Set<String> all = new HashSet<>(names);
    all.addAll(nullWhenEmpty);
    all.addAll(zeroWhenEmpty);
    names = Set.copyOf(all);
    nullWhenEmpty = Set.copyOf(nullWhenEmpty);
    zeroWhenEmpty = Set.copyOf(zeroWhenEmpty);
    summable = Set.copyOf(summable);
  }

  /** The same with {@link #summable}. */
  Aggregates summing(String... functions) {
    return new Aggregates(names, nullWhenEmpty, zeroWhenEmpty, filtering, Set.of(functions));
  }

  /** Whether a function passes over rows in which its argument is NULL, as far as that is known. */
  public boolean skipsNulls(String name) {
    return nullWhenEmpty.contains(name) || zeroWhenEmpty.contains(name);
  }

  /**
   * Whether a function of one argument gives over all rows what it gives over its values of parts
   * of the rows, however often a row occurs among them.
   */
  public boolean isIdempotent(String name) {
    return names.contains(name) && IDEMPOTENT.contains(name);
  }
}
