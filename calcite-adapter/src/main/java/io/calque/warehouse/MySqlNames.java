package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/**
 * What names mean in MySQL and MariaDB, from the function references of MySQL 8.4 and of MariaDB
 * 11; a test looks through the functions of a running MariaDB.
 */
final class MySqlNames {
  static final Set<String> RESERVED = reserved();

  /** Those that read files, locks, keys or the server's state, wait, or change something. */
  private static final Set<String> OUTSIDE =
      Words.of(
          """
          benchmark binlog_gtid_pos connection_id database des_decrypt des_encrypt found_rows get_lock is_free_lock is_used_lock last_insert_id lastval load_file
          load_rewrite_rules master_gtid_wait master_pos_wait nextval release_all_locks
          release_lock row_count schema setval sleep source_pos_wait sys_eval sys_exec session_user sys_get
          sys_set system_user user wait_for_executed_gtid_set
          wait_until_sql_thread_after_gtids
          """);

  private static final Set<String> FAMILIES =
      Words.of(
          """
          asynchronous_connection_failover_ audit_ can_access_ gen_blacklist gen_blocklist
          gen_dictionary get_dd_ group_replication_ gtid_ innodb_ internal_ keyring_
          mysql_firewall_ mysql_query_attribute_ ps_ read_firewall_ service_get_ service_release_
          set_firewall_ spider_ version_tokens_ wsrep_
          """);

  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of("any_value bit_and json_arrayagg json_objectagg"),
          Words.of(
              """
              avg group_concat max min std stddev stddev_pop stddev_samp sum var_pop var_samp
              variance
              """),
          Words.of("bit_or bit_xor count"),
          Aggregates.Filtering.CASE);

  private MySqlNames() {}

  static NameRules rules() {
    return new NameRules(
        Set.of("json_table"),
        new NameRules.Refused(OUTSIDE, FAMILIES, Set.of()),
        StandardNames.CONSTANTS,
        RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of(
            """
            accessible add before bigint binary blob cascade change char character condition
            continue convert cume_dist cursor database databases day_hour day_microsecond day_minute
            day_second dec decimal declare delayed dense_rank deterministic distinctrow div double
            drop dual each elseif empty enclosed escaped exit explain first_value float float4 float8
            force fulltext function generated get groups high_priority hour_microsecond hour_minute
            hour_second if ignore index infile inout insensitive int int1 int2 int3 int4 int8 integer
            interval io_after_gtids io_before_gtids iterate key keys kill lag last_value lead leave
            limit linear lines load lock long longblob longtext loop low_priority maxvalue mediumblob
            mediumint mediumtext middleint minute_microsecond minute_second mod modifies
            no_write_to_binlog nth_value ntile numeric of optimize optimizer_costs option optionally
            out outfile over partition percent_rank precision procedure purge range rank read reads
            read_write real recursive regexp release rename repeat replace require resignal restrict
            return revoke rlike row row_number rows schema schemas second_microsecond sensitive
            separator set show signal smallint spatial specific sql sqlexception sqlstate sqlwarning
            sql_big_result sql_calc_found_rows sql_small_result ssl starting stored straight_join
            system terminated tinyblob tinyint tinytext trigger undo unlock unsigned update usage use
            utc_date utc_time utc_timestamp varbinary varchar varcharacter varying virtual while
            write xor year_month zerofill
            """));
    return Set.copyOf(words);
  }
}
