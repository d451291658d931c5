package io.calque.warehouse;

import java.util.Set;

/** What names mean in standard SQL, and in warehouses that follow it. */
final class StandardNames {
  /** Reserved as table aliases in SQL:2016 or in PostgreSQL 18. */
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
}
