package io.calque.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The indexes and statistics of all tables of a PostgreSQL database, in three queries. */
final class PostgresAids {
  /** A table of ten thousand rows, or of a megabyte, is read in some milliseconds. */
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname, greatest(c.reltuples, 0)::bigint,
        c.reltuples >= 10000 OR pg_relation_size(c.oid) >= 1048576
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')\
      """;

  private static final String INDEXES =
      """
      SELECT n.nspname, c.relname, i.indexrelid, a.attname
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE i.indisvalid AND i.indpred IS NULL AND k.place <= i.indnkeyatts AND i.indkey[0] <> 0
      ORDER BY i.indexrelid, k.place\
      """;

  private static final String STATISTICS =
      """
      SELECT schemaname, tablename, attname FROM pg_stats
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')\
      """;

  private PostgresAids() {}

  /** By schema and table. */
  static Map<List<String>, TableAids> read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<List<String>, Map<Long, List<String>>> indexes = indexes(statement);
      Map<List<String>, Set<String>> analysed = analysed(statement);
      Map<List<String>, TableAids> aids = new HashMap<>();
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          List<String> name = List.of(rows.getString(1), rows.getString(2));
          aids.put(
              name,
              new TableAids(
                  rows.getLong(3),
                  rows.getBoolean(4),
                  List.copyOf(indexes.getOrDefault(name, Map.of()).values()),
                  analysed.getOrDefault(name, Set.of())));
        }
      }
      return aids;
    }
  }

  private static Map<List<String>, Map<Long, List<String>>> indexes(Statement statement)
      throws SQLException {
    Map<List<String>, Map<Long, List<String>>> indexes = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(INDEXES)) {
      while (rows.next()) {
        indexes
            .computeIfAbsent(
                List.of(rows.getString(1), rows.getString(2)), name -> new LinkedHashMap<>())
            .computeIfAbsent(rows.getLong(3), index -> new ArrayList<>())
            .add(rows.getString(4));
      }
    }
    return indexes;
  }

  private static Map<List<String>, Set<String>> analysed(Statement statement) throws SQLException {
    Map<List<String>, Set<String>> analysed = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(STATISTICS)) {
      while (rows.next()) {
        analysed
            .computeIfAbsent(List.of(rows.getString(1), rows.getString(2)), name -> new HashSet<>())
            .add(rows.getString(3));
      }
    }
    return analysed;
  }
}
