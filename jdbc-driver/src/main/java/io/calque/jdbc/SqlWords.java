package io.calque.jdbc;

import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseFunction;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word lists of {@code DatabaseMetaData}: keywords, and the functions of JDBC's escapes. */
final class SqlWords {
  /** The reserved words of SQL:2003, which JDBC wants left out of the keywords. */
  private static final Set<String> SQL_2003 =
      words(
          """
          add all allocate alter and any are array as asensitive asymmetric at atomic authorization
          begin between bigint binary blob boolean both by call called cascaded case cast char
          character check clob close collate column commit connect constraint continue
          corresponding create cross cube current current_date current_default_transform_group
          current_path current_role current_time current_timestamp
          current_transform_group_for_type current_user cursor cycle date day deallocate dec
          decimal declare default delete deref describe deterministic disconnect distinct double
          drop dynamic each element else end end-exec escape except exec execute exists external
          false fetch filter float for foreign free from full function get global grant group
          grouping having hold hour identity immediate in indicator inner inout input insensitive
          insert int integer intersect interval into is isolation join language large lateral
          leading left like local localtime localtimestamp match member merge method minute
          modifies module month multiset national natural nchar nclob new no none not null numeric
          of old on only open or order out outer output over overlaps parameter partition precision
          prepare primary procedure range reads real recursive ref references referencing release
          return returns revoke right rollback rollup row rows savepoint scroll search second
          select sensitive session_user set similar smallint some specific specifictype sql
          sqlexception sqlstate sqlwarning start static submultiset symmetric system system_user
          table then time timestamp timezone_hour timezone_minute to trailing translation treat
          trigger true undo union unique unknown unnest update user using value values varchar
          varying when whenever where window with within without year
          """);

  private static final Set<String> NUMERIC =
      words(
          """
          abs acos asin atan atan2 ceiling cos cot degrees exp floor log log10 mod pi power radians
          rand round sign sin sqrt tan truncate
          """);
  private static final Set<String> STRING =
      words(
          """
          ascii char char_length character_length concat difference insert lcase left length locate
          ltrim octet_length position repeat replace right rtrim soundex space substring ucase
          """);
  private static final Set<String> TIME_DATE =
      words(
          """
          curdate current_date current_time current_timestamp curtime dayname dayofmonth dayofweek
          dayofyear extract hour minute month monthname now quarter second timestampadd
          timestampdiff week year
          """);
  private static final Set<String> SYSTEM = words("database ifnull user");

  private SqlWords() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** The words that have to be quoted as names and are not reserved in SQL:2003. */
  static String keywords(Warehouse warehouse) {
    return warehouse.dialect().nameRules().reservedWords().stream()
        .filter(word -> !SQL_2003.contains(word))
        .map(word -> word.toUpperCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(","));
  }

  static String numericFunctions(Warehouse warehouse) throws SQLException {
    return known(NUMERIC, warehouse);
  }

  static String stringFunctions(Warehouse warehouse) throws SQLException {
    return known(STRING, warehouse);
  }

  static String timeDateFunctions(Warehouse warehouse) throws SQLException {
    return known(TIME_DATE, warehouse);
  }

  static String systemFunctions(Warehouse warehouse) throws SQLException {
    return known(SYSTEM, warehouse);
  }

  /** Those of JDBC's names by which the warehouse has a function; escapes do not rename any. */
  private static String known(Set<String> names, Warehouse warehouse) throws SQLException {
    Set<String> present =
        Stream.concat(
                warehouse.facts().functions().stream().map(WarehouseFunction::name),
                warehouse.dialect().nameRules().constants().stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(names::contains)
            .map(name -> name.toUpperCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(",", present);
  }
}
