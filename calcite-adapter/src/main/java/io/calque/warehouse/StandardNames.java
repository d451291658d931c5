package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.Set;

/** What names mean in PostgreSQL, Trino and standard SQL. */
final class StandardNames {
  /** Reserved in SQL:2016, or in PostgreSQL 18, or in Trino, as table aliases. */
  static final Set<String> RESERVED =
      Words.of(
          """
          all alter analyse analyze and any array as asc asymmetric authorization between binary
          both by case cast check collate collation column concurrently constraint create cross
          cube current_catalog current_date current_path current_role current_schema current_time
          current_timestamp current_user deallocate default deferrable delete desc describe
          distinct do drop else end escape except execute exists extract false fetch for foreign
          freeze from full grant group grouping having ilike in initially inner insert intersect
          into is isnull join json_array json_exists json_object json_query json_table json_value
          lateral leading left like limit listagg localtime localtimestamp natural normalize not
          notnull null offset on only or order outer overlaps placing prepare primary recursive
          references returning right rollup select session_user similar skip some symmetric
          table tablesample then to trailing trim true uescape union unique unnest user using
          values variadic verbose when where window with
          """);

  static final Set<String> CONSTANTS =
      Words.of(
          """
          current_catalog current_date current_role current_schema current_time current_timestamp
          current_user localtime localtimestamp session_user
          """);

  private StandardNames() {}

  static NameRules postgresql() {
    Set<String> refused =
        Words.of(
            """
            current_setting currval database_to_xml database_to_xml_and_xmlschema
            database_to_xmlschema dblink dblink_connect dblink_exec dblink_open dblink_send_query
            cursor_to_xml cursor_to_xmlschema lastval lo_create lo_export lo_from_bytea lo_get
            lo_import lo_put lo_unlink loread lowrite nextval pg_advisory_lock
            pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all
            pg_advisory_xact_lock pg_cancel_backend pg_create_restore_point pg_file_read
            pg_file_write pg_get_constraintdef pg_get_expr pg_get_functiondef pg_get_indexdef
            pg_get_viewdef pg_logical_emit_message pg_ls_dir pg_ls_logdir pg_ls_tmpdir pg_ls_waldir
            pg_notify pg_read_binary_file pg_read_file pg_read_server_files pg_reload_conf
            pg_rotate_logfile pg_sleep pg_sleep_for pg_sleep_until pg_stat_file
            pg_stat_get_activity pg_switch_wal pg_terminate_backend pg_try_advisory_lock
            query_to_xml query_to_xml_and_xmlschema query_to_xmlschema schema_to_xml
            schema_to_xml_and_xmlschema schema_to_xmlschema set_config setseed setval table_to_xml
            table_to_xml_and_xmlschema table_to_xmlschema ts_stat xmlparse_file
            """);
    Set<String> tableFunctions =
        Words.of(
            """
            generate_series generate_subscripts json_array_elements json_array_elements_text
            json_each json_each_text json_object_keys json_populate_recordset json_to_recordset
            jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text
            jsonb_object_keys jsonb_to_recordset regexp_matches regexp_split_to_table
            string_to_table unnest
            """);
    return new NameRules(tableFunctions, refused, CONSTANTS, RESERVED);
  }

  static NameRules trino() {
    return new NameRules(
        Set.of("unnest", "sequence"), Set.of("current_groups"), CONSTANTS, RESERVED);
  }
}
