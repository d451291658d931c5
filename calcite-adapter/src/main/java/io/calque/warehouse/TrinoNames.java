package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/**
 * What names mean in Trino, from its {@code SHOW FUNCTIONS}. No scalar function of Trino's own
 * reads outside its arguments but the one that tells the user's groups; a table function is a
 * connector's way to the world behind it ({@code system.query} sends any text there), so only two
 * may be called.
 */
final class TrinoNames {
  static final Set<String> RESERVED = reserved();

  static final Aggregates AGGREGATES =
      new Aggregates(
              Words.of("approx_set empty_approx_set merge merge_set_digest"),
              Words.of(
                  """
              any_value approx_most_frequent approx_percentile arbitrary array_agg avg
              bitwise_and_agg bitwise_or_agg bool_and bool_or checksum corr covar_pop covar_samp
              every geometric_mean histogram kurtosis listagg map_agg map_union max max_by min
              min_by multimap_agg numeric_histogram qdigest_agg reduce_agg regr_intercept regr_slope
              skewness stddev stddev_pop stddev_samp sum tdigest_agg var_pop var_samp variance
              """),
              Words.of("approx_distinct count count_if"))
          .summing("sum", "count");

  private TrinoNames() {}

  static NameRules rules() {
    return new NameRules(
        Set.of("unnest", "sequence"),
        NameRules.Refused.only(Set.of("current_groups")),
        StandardNames.CONSTANTS,
        RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(Words.of("alter describe execute grouping insert json_array json_object uescape"));
    return Set.copyOf(words);
  }
}
