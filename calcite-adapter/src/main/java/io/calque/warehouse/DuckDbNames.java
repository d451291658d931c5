package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/**
 * What names mean in DuckDB 2.0, from its own {@code duckdb_keywords()} and {@code
 * duckdb_functions()}.
 */
final class DuckDbNames {
  /** Keywords of the classes reserved and type_function: no table alias without quotes. */
  static final Set<String> RESERVED =
      Words.of(
          """
          all analyse analyze and anti any array as asc asof asymmetric at authorization binary
          both by case cast check collate collation column columns concurrently constraint
          create cross default deferrable desc describe distinct do else end except false fetch
          for foreign freeze from full generated glob group having ilike in initially inner
          intersect into is isnull join lambda lateral leading left like limit map natural not
          notnull null offset on only or order outer overlaps pivot pivot_longer pivot_wider
          placing positional primary qualify references returning right select semi show similar
          some struct summarize symmetric table tablesample then to trailing true try_cast tuple
          union unique unpack unpivot using variadic verbose when where window with
          """);

  /** Keywords of the class column_name: quoted as well, as some begin an expression. */
  static final Set<String> COLUMN_WORDS =
      Words.of(
          """
          between bigint bit boolean char character coalesce columns dec decimal exists extract
          float generated grouping grouping_id inout int integer interval map national nchar
          none nullif numeric out overlay position precision real row setof smallint struct
          substring time timestamp treat trim try_cast tuple values varchar xmlattributes
          xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
          xmlserialize xmltable
          """);

  /** Functions that make rows of their arguments alone. */
  static final Set<String> TABLE_FUNCTIONS =
      Words.of(
          """
          generate_series generate_subscripts json_each json_tree range regexp_split_to_table
          repeat repeat_row test_all_types test_vector_types unnest
          """);

  /**
   * What is called without parentheses and is no column. {@code user} is left out, as columns are
   * called so.
   */
  static final Set<String> CONSTANTS =
      Words.of(
          """
          current_catalog current_date current_localtime current_localtimestamp current_role
          current_schema current_time current_timestamp current_user localtime localtimestamp
          session_user
          """);

  /** Scalar functions that read settings or catalogs, change state, or only waste time. */
  static final Set<String> STATE =
      Words.of(
          """
          add_parquet_key col_description copy_database current_connection_id current_query
          current_query_id current_schemas current_setting current_transaction_id currval
          format_type get_block_size getenv getvariable http_get http_post import_database
          in_search_path index_key inet_client_addr inet_client_port inet_server_addr
          inet_server_port json_serialize_plan nextval obj_description pg_conf_load_time
          pg_get_constraintdef pg_get_expr pg_get_viewdef pg_postmaster_start_time pg_sleep
          read_lines setseed setval shobj_description sleep_ms stats txid_current vector_type
          write_log
          """);

  /** Table functions that read files, catalogs, or any table by its name, and those that act. */
  static final Set<String> READERS =
      Words.of(
          """
          arrow_scan arrow_scan_dumb checkpoint create_external_resource
          deregister_external_resource destroy_external_resource disable_logging
          disable_profiling duckdb_approx_database_count duckdb_available_metrics duckdb_columns
          duckdb_connection_count duckdb_constraints duckdb_coordinate_systems duckdb_databases
          duckdb_dependencies duckdb_dialects duckdb_eviction_queues
          duckdb_extension_repositories duckdb_extensions duckdb_external_file_cache
          duckdb_external_resource_types duckdb_external_resources duckdb_functions
          duckdb_grammar_extensions duckdb_indexes duckdb_keywords duckdb_log_contexts
          duckdb_logs duckdb_logs_parsed duckdb_memory duckdb_optimizers
          duckdb_prepared_statements duckdb_profiling_settings duckdb_schemas
          duckdb_secret_type_parameters duckdb_secret_types duckdb_secrets duckdb_sequences
          duckdb_settings duckdb_table_sample duckdb_tables duckdb_temporary_files
          duckdb_triggers duckdb_types duckdb_variables duckdb_views enable_logging
          enable_profiling force_checkpoint glob icu_calendar_names json_execute_serialized_sql
          parquet_bloom_probe parquet_file_metadata parquet_full_metadata parquet_kv_metadata
          parquet_metadata parquet_scan parquet_schema pg_timezone_names pragma_collations
          pragma_database_size pragma_metadata_info pragma_platform pragma_show
          pragma_storage_info pragma_table_info pragma_user_agent pragma_version query
          query_table read_blob read_csv read_csv_auto read_duckdb read_json read_json_auto
          read_json_objects read_json_objects_auto read_ndjson read_ndjson_auto
          read_ndjson_objects read_parquet read_single_csv_file read_single_json_file
          read_single_parquet_file read_text register_external_resource
          register_external_resource_type seq_scan sniff_csv summary truncate_duckdb_logs
          which_secret
          """);

  /** The optimizer's own functions; called by hand they read what is not theirs or crash. */
  static final Set<String> INTERNALS =
      Words.of(
          """
          __between __cast __internal_barrier __internal_compress_geometry_point
          __internal_compress_integral_ubigint __internal_compress_integral_uinteger
          __internal_compress_integral_usmallint __internal_compress_integral_utinyint
          __internal_compress_string_hugeint __internal_compress_string_ubigint
          __internal_compress_string_uhugeint __internal_compress_string_uinteger
          __internal_compress_string_usmallint __internal_compress_string_utinyint
          __internal_compressed_materialization_cast __internal_decompress_geometry_point
          __internal_decompress_integral_bigint __internal_decompress_integral_hugeint
          __internal_decompress_integral_integer __internal_decompress_integral_smallint
          __internal_decompress_integral_ubigint __internal_decompress_integral_uhugeint
          __internal_decompress_integral_uinteger __internal_decompress_integral_usmallint
          __internal_decompress_string __internal_json_copy_to_geojson
          __internal_json_copy_to_json __internal_tablefilter_bloom_filter
          __internal_tablefilter_dynamic __internal_tablefilter_optional
          __internal_tablefilter_prefix_range __internal_tablefilter_selectivity_optional
          """);

  /** What each gives over no rows was asked of DuckDB 2.0 itself: {@code count_if} gives NULL. */
  static final Aggregates AGGREGATES =
      new Aggregates(
              Words.of("entropy combine_aggr lttb reservoir_quantile variant_group_object"),
              Words.of(
                  """
              any_value approx_quantile approx_top_k arbitrary arg_max arg_max_null
              arg_max_nulls_last arg_min arg_min_null arg_min_nulls_last argmax argmin array_agg
              avg bit_and bit_or bit_xor bitstring_agg bool_and bool_or corr count_if countif
              covar_pop covar_samp favg first fsum geomean geometric_mean group_concat histogram
              histogram_exact json_group_array json_group_object json_group_structure kahan_sum
              kurtosis kurtosis_pop last list listagg mad max max_by mean median min min_by mode
              percentile_cont percentile_disc product quantile quantile_cont quantile_disc regr_avgx
              regr_avgy regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy sem skewness
              stddev stddev_pop stddev_samp string_agg sum sum_no_overflow sumkahan var_pop var_samp
              variance
              """),
              Words.of("approx_count_distinct count count_star regr_count"))
          .summing("sum", "count");

  private DuckDbNames() {}

  static NameRules rules() {
    Set<String> refused = new HashSet<>(STATE);
    refused.addAll(READERS);
    refused.addAll(INTERNALS);
    return new NameRules(TABLE_FUNCTIONS, NameRules.Refused.only(refused), CONSTANTS, RESERVED);
  }
}
