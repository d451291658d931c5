package io.calque.warehouse;

import java.util.HashSet;
import java.util.Set;

/**
 * The aggregate functions of a warehouse, by name in lower case.
 *
 * @param names all of them
 * @param nullWhenEmpty those that give NULL over no rows
 * @param zeroWhenEmpty those that give 0 over no rows
 */
public record Aggregates(Set<String> names, Set<String> nullWhenEmpty, Set<String> zeroWhenEmpty) {
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

  public Aggregates {
    Set<String> all = new HashSet<>(names);
    all.addAll(nullWhenEmpty);
    all.addAll(zeroWhenEmpty);
    names = Set.copyOf(all);
    nullWhenEmpty = Set.copyOf(nullWhenEmpty);
    zeroWhenEmpty = Set.copyOf(zeroWhenEmpty);
  }
}
