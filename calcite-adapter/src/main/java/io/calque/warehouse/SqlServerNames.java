package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/** What names mean in SQL Server, from the reference of Transact-SQL. */
final class SqlServerNames {
  static final Set<String> RESERVED = reserved();

  /** Rowset, metadata, security, cryptographic, system and model functions. */
  private static final Set<String> OUTSIDE =
      Words.of(
          """
          ai_generate_chunks ai_generate_embeddings app_name applock_mode applock_test
          assemblyproperty asymkey_id asymkeyproperty cert_id certencoded certprivatekey
          certproperty changetable col_length col_name columnproperty columns_updated
          connectionproperty context_info current_request_id current_timezone_id
          current_transaction_id database_principal_id databaseproperty databasepropertyex db_id
          db_name decryptbyasymkey decryptbycert decryptbykey decryptbykeyautoasymkey
          decryptbykeyautocert decryptbypassphrase encryptbyasymkey encryptbycert encryptbykey
          encryptbypassphrase error_line error_message error_number error_procedure error_severity
          error_state eventdata file_id file_idex file_name filegroup_id filegroup_name
          filegroupproperty fileproperty filepropertyex fulltextcatalogproperty
          fulltextserviceproperty get_filestream_transaction_context getansinull has_dbaccess
          has_perms_by_name host_id host_name ident_current ident_incr ident_seed index_col
          indexkey_property indexproperty is_member is_objectsigned is_rolemember is_srvrolemember
          key_guid key_id key_name loginproperty min_active_rowversion newsequentialid
          next_value_for object_definition object_id object_name object_schema_name
          objectproperty objectpropertyex opendatasource openquery openrowset openxml original_db_name
          original_login permissions predict publishingservername rowcount_big schema_id schema_name
          scope_identity serverproperty session_context sessionproperty signbyasymkey signbycert
          stats_date suser_id suser_name suser_sid suser_sname symkeyproperty textptr textvalid
          trigger_nestlevel try_decryptbykey type_id type_name typeproperty update user user_id
          user_name vector_search verifysignedbyasymkey verifysignedbycert xact_state
          """);

  private static final Set<String> FAMILIES = Words.of("change_tracking_ dm_ fn_ semantic sp_ xp_");

  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of("any_value checksum_agg json_arrayagg json_objectagg"),
          Words.of("avg max min stdev stdevp string_agg sum var varp"),
          Words.of("approx_count_distinct count count_big"),
          Aggregates.Filtering.CASE);

  private SqlServerNames() {}

  static NameRules rules() {
    Set<String> constants = new HashSet<>(StandardNames.CONSTANTS);
    constants.removeAll(Words.of("current_catalog current_role current_schema"));
    return new NameRules(
        Words.of("generate_series openjson regexp_matches regexp_split_to_table string_split"),
        new NameRules.Refused(OUTSIDE, FAMILIES, Set.of()),
        constants,
        RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of(
            """
            add backup begin break browse bulk cascade checkpoint close clustered coalesce commit
            compute contains containstable continue convert current cursor database dbcc declare
            deny disk distributed double drop dump errlvl escape exec execute exit external file
            fillfactor freetext freetexttable function goto holdlock identity identity_insert
            identitycol if index insert key kill lineno load merge national nocheck nonclustered
            nullif of off offsets open opendatasource openquery openrowset openxml option percent
            pivot plan precision print proc procedure public raiserror read readtext reconfigure
            replication restore restrict return revert revoke rowcount rowguidcol rule save schema
            securityaudit semantickeyphrasetable semanticsimilaritydetailstable
            semanticsimilaritytable set setuser shutdown statistics system_user textsize top tran
            transaction trigger truncate try_convert tsequal unpivot update updatetext use varying
            view waitfor while within writetext
            """));
    return Set.copyOf(words);
  }
}
