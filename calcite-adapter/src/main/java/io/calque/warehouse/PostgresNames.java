package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.Set;

/**
 * What names mean in PostgreSQL, from the {@code pg_proc} of version 18: a test looks through that
 * of the running server, so that a new version's functions are put on one list or the other.
 */
final class PostgresNames {
  /** Functions that make rows of their arguments alone. */
  static final Set<String> TABLE_FUNCTIONS =
      Words.of(
          """
          generate_series generate_subscripts json_array_elements json_array_elements_text
          json_each json_each_text json_object_keys json_populate_recordset json_to_recordset
          jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text
          jsonb_object_keys jsonb_path_query jsonb_path_query_tz jsonb_populate_recordset
          jsonb_to_recordset regexp_matches regexp_split_to_table string_to_table unnest
          """);

  /** Families of which nearly all read catalogs, files or the server's state, or change them. */
  private static final Set<String> FAMILIES =
      Words.of(
          """
          binary_upgrade_ brin_ cursor_to_xml database_to_xml dblink gin_ has_ inet_client
          inet_server lo_ pg_ plpgsql_ query_to_xml schema_to_xml table_to_xml to_reg txid_
          """);

  /** Those of their members that look at their arguments alone. */
  private static final Set<String> HARMLESS =
      Words.of(
          """
          pg_char_to_encoding pg_collation_for pg_column_compression pg_column_size
          pg_encoding_to_char pg_input_error_info pg_input_is_valid pg_size_bytes pg_size_pretty
          pg_typeof
          """);

  /** Single functions that read outside the model or change state; types too, for casts to them. */
  private static final Set<String> OUTSIDE =
      Words.of(
          """
          regclass regcollation regconfig regdatabase regdictionary regnamespace regoper regoperator
          regproc regprocedure regrole regtype
          aclexplode acldefault col_description current_query current_schemas current_setting
          currtid2 currval format_type get_current_ts_config getpgusername lastval loread lowrite
          makeaclitem mxid_age nextval obj_description row_security_active set_config setseed setval
          shobj_description ts_debug ts_parse ts_rewrite ts_stat ts_token_type
          """);

  static final Aggregates AGGREGATES =
      new Aggregates(
              Set.of(),
              Words.of(
                  """
              any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr covar_pop
              covar_samp every json_agg json_agg_strict json_object_agg json_object_agg_strict
              json_object_agg_unique json_object_agg_unique_strict jsonb_agg jsonb_agg_strict
              jsonb_object_agg jsonb_object_agg_strict jsonb_object_agg_unique
              jsonb_object_agg_unique_strict max min mode percentile_cont percentile_disc range_agg
              range_intersect_agg regr_avgx regr_avgy regr_intercept regr_r2 regr_slope regr_sxx
              regr_sxy regr_syy stddev stddev_pop stddev_samp string_agg sum var_pop var_samp
              variance xmlagg
              """),
              Words.of("count regr_count"))
          .summing("count");

  private PostgresNames() {}

  static NameRules rules() {
    return new NameRules(
        TABLE_FUNCTIONS,
        new NameRules.Refused(OUTSIDE, FAMILIES, HARMLESS),
        StandardNames.CONSTANTS,
        StandardNames.RESERVED);
  }
}
