package io.calque.rewrite;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions of which it is known, on every warehouse that has them, that they take one row's values
 * and give the same for the same values within one query. Any other may aggregate, or differ from
 * row to row.
 */
final class PureFunctions {
  private static final Set<String> NAMES =
      Arrays.stream(
              """
              abs acos array_length ascii asin atan atan2 bit_length cardinality cast cbrt ceil
              ceiling char_length character_length chr coalesce concat concat_ws contains cos cot
              current_date current_timestamp date date_add date_bin date_diff date_format date_part
              date_sub date_trunc datediff datepart dayname dayofmonth dayofweek
              dayofyear day decade degrees div ends_with epoch epoch_ms era exp extract floor
              format_datetime from_unixtime greatest grouping grouping_id hour if ifnull iif
              initcap instr isodow isoyear last_day last_day_of_month lcase least left len length
              list_value ln localtime localtimestamp log log10 log2 lower lpad ltrim make_date
              make_timestamp md5 millennium minute mod month monthname now nullif octet_length
              overlay pi position pow power quarter radians regexp_extract regexp_full_match
              regexp_like regexp_matches regexp_replace repeat replace reverse right round row
              rpad rtrim safe_cast second sign sin split_part sqrt starts_with strftime strip_accents
              strpos strptime struct_pack substr substring suffix tan time time_bucket timestamp
              timestampadd timestampdiff to_char to_date to_timestamp translate trim trunc truncate
              try_cast ucase unicode upper week weekday weekofyear year year_of_week
              yearweek
              """
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toUnmodifiableSet());

  private PureFunctions() {}

  /**
   * Whether a function is one of them.
   *
   * @param name in lower case
   */
  static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
