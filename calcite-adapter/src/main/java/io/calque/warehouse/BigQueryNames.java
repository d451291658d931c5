package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/** What names mean in BigQuery, from the reference of GoogleSQL's functions. */
final class BigQueryNames {
  static final Set<String> RESERVED = reserved();

  /** Those that ask another database, a model or a file. */
  private static final NameRules.Refused OUTSIDE =
      new NameRules.Refused(
          Words.of("external_query st_regionstats"), Words.of("ai. ml. obj."), Set.of());

  /** ANY_VALUE and ARRAY_AGG do not pass over NULLs. */
  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of(
              """
              any_value approx_quantiles approx_top_count approx_top_sum array_agg array_concat_agg
              max_by min_by st_centroid_agg st_extent st_union_agg
              """),
          Words.of(
              """
              avg bit_and bit_or bit_xor corr covar_pop covar_samp logical_and logical_or max min
              stddev stddev_pop stddev_samp string_agg sum var_pop var_samp variance
              """),
          Words.of("approx_count_distinct count countif"),
          Aggregates.Filtering.CASE);

  private BigQueryNames() {}

  static NameRules rules() {
    return new NameRules(Set.of("unnest"), OUTSIDE, StandardNames.CONSTANTS, RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of(
            """
            assert_rows_modified at contains current define enum escape exclude extract following
            graph_table groups hash if ignore interval lookup merge new no nulls of over partition
            preceding proto qualify range respect rows set struct treat unbounded within
            """));
    return Set.copyOf(words);
  }
}
