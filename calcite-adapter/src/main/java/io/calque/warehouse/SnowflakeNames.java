package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/** What names mean in Snowflake, from its reference of functions. */
final class SnowflakeNames {
  static final Set<String> RESERVED = reserved();

  /** Those that tell of the account, the session, stages or objects, or ask a model. */
  private static final Set<String> OUTSIDE =
      Words.of(
          """
          all_user_names build_scoped_file_url build_stage_file_url classify_text complete
          cumulative_privacy_losses embed_text_768 embed_text_1024 entity_sentiment
          estimate_remaining_dml_data_rate extract_answer extract_semantic_categories finetune
          get_absolute_path get_anon_event_log get_condition_query_uuid get_ddl get_lineage
          get_object_references get_presigned_url get_query_operator_stats get_stage_location
          getvariable identifier invoker_role invoker_share last_query_id
          last_successful_scheduled_time last_transaction parse_document policy_context result_scan
          scheduled_time search_preview sentiment summarize to_file try_complete try_to_file
          """);

  private static final Set<String> FAMILIES =
      Words.of(
          """
          ai_ current_account current_available_roles current_client current_ip_address
          current_organization current_region current_role_type current_secondary_roles
          current_session current_statement current_transaction current_version current_warehouse
          current_schemas explain_ fl_ is_application_ is_database_role is_granted_to is_instance_role
          is_organization is_role_in snowflake. system$
          """);

  /**
   * ANY_VALUE, MAX_BY and the like do not pass over NULLs; over no rows ARRAY_AGG and LISTAGG give
   * what is empty and not NULL.
   */
  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of(
              """
              any_value approx_percentile_accumulate approx_top_k array_agg array_union_agg
              array_unique_agg bitmap_construct_agg hash_agg hll_accumulate listagg max_by min_by
              minhash object_agg
              """),
          Words.of(
              """
              approx_percentile avg bitand_agg bitor_agg bitxor_agg booland_agg boolor_agg
              boolxor_agg corr covar_pop covar_samp kurtosis max median min mode percentile_cont
              percentile_disc regr_avgx regr_avgy regr_intercept regr_r2 regr_slope regr_sxx
              regr_sxy regr_syy skew stddev stddev_pop stddev_samp sum var_pop var_samp variance
              variance_pop variance_samp
              """),
          Words.of("approx_count_distinct count count_if hll regr_count"),
          Aggregates.Filtering.CASE);

  private SnowflakeNames() {}

  static NameRules rules() {
    return new NameRules(
        Words.of("flatten generator split_to_table strtok_split_to_table"),
        new NameRules.Refused(OUTSIDE, FAMILIES, Set.of()),
        StandardNames.CONSTANTS,
        RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of(
            """
            account connect connection current database drop gscluster increment insert intersect
            issue lateral minus organization qualify regexp revoke rlike row rows sample schema set
            start tablesample trigger try_cast update view whenever
            """));
    return Set.copyOf(words);
  }
}
