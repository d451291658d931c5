package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/**
 * What names mean in Databricks and Spark, from the alphabetical list of Databricks' built-in
 * functions.
 */
final class DatabricksNames {
  static final Set<String> RESERVED = reserved();

  /**
   * Those that run Java, ask a model, a server or a store of secrets, or tell of files and users.
   */
  private static final NameRules.Refused OUTSIDE =
      new NameRules.Refused(
          Words.of(
              """
              cloud_files_state current_metastore current_oauth_custom_identity_claim
              current_recipient event_log from_avro from_protobuf http_request
              identifier input_file_block_length input_file_block_start input_file_name
              is_account_group_member is_member java_method list_secrets read_files reflect
              remote_query schema_of_avro secret table_changes to_avro to_protobuf try_reflect
              try_secret vector_search
              """),
          Words.of("ai_ read_"),
          Set.of());

  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of(
              """
              approx_top_k array_agg bitmap_construct_agg bitmap_or_agg collect_list collect_set
              histogram_numeric hll_sketch_agg hll_union_agg schema_of_json_agg
              schema_of_variant_agg
              """),
          Words.of(
              """
              any any_value approx_percentile avg bit_and bit_or bit_xor bool_and bool_or corr
              covar_pop covar_samp every first first_value kurtosis last last_value listagg max
              max_by mean median min min_by mode percentile percentile_approx percentile_cont
              percentile_disc regr_avgx regr_avgy regr_intercept regr_r2 regr_slope regr_sxx
              regr_sxy regr_syy skewness some std stddev stddev_pop stddev_samp string_agg sum
              try_avg try_sum var_pop var_samp variance
              """),
          Words.of("approx_count_distinct count count_if regr_count"));

  private DatabricksNames() {}

  static NameRules rules() {
    return new NameRules(
        Words.of(
            """
            explode explode_outer inline inline_outer posexplode posexplode_outer range stack
            variant_explode variant_explode_outer
            """),
        OUTSIDE,
        StandardNames.CONSTANTS,
        RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of("anti cluster distribute escape filter minus pivot qualify semi sort unpivot"));
    return Set.copyOf(words);
  }
}
