package io.calque.warehouse;

import io.calque.model.TableName;
import io.calque.warehouse.DeclaredTable.Reference;
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

/** The keys of all tables of a PostgreSQL database, in three queries however many there are. */
final class PostgresKeys {
  /** Unique indexes over whole tables; those of primary keys first. */
  private static final String UNIQUE =
      """
      SELECT n.nspname, c.relname, i.indexrelid, a.attname, i.indisprimary
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
        AND k.place <= i.indnkeyatts
      ORDER BY i.indisprimary DESC, i.indexrelid, k.place\
      """;

  private static final String REFERENCES =
      """
      SELECT n.nspname, c.relname, k.oid, a.attname, pn.nspname, p.relname, pa.attname
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class p ON p.oid = k.confrelid
      JOIN pg_namespace pn ON pn.oid = p.relnamespace
      CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u(own, other, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.own
      JOIN pg_attribute pa ON pa.attrelid = p.oid AND pa.attnum = u.other
      WHERE k.contype = 'f' AND k.conparentid = 0
      ORDER BY k.oid, u.place\
      """;

  private static final String PARTITIONS =
      """
      SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relispartition\
      """;

  private final Connection connection;

  PostgresKeys(Connection connection) {
    this.connection = connection;
  }

  void read(Map<TableName, DriverCatalog.Kind> tables, DeclaredKeys keys) throws SQLException {
    Map<List<String>, TableName> names = new HashMap<>();
    tables.keySet().forEach(name -> names.put(schemaAndTable(name), name));
    try (Statement statement = connection.createStatement()) {
      readUnique(statement, names, keys);
      readReferences(statement, names, keys);
    }
  }

  /** Without the parts of other tables, which have no rows of their own. */
  List<DeclaredTable> withoutPartitions(List<DeclaredTable> tables) throws SQLException {
    Set<List<String>> partitions = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PARTITIONS)) {
      while (rows.next()) {
        partitions.add(List.of(rows.getString(1), rows.getString(2)));
      }
    }
    return tables.stream()
        .filter(table -> !partitions.contains(schemaAndTable(table.name())))
        .toList();
  }

  private static List<String> schemaAndTable(TableName name) {
    int size = name.parts().size();
    return name.parts().subList(Math.max(0, size - 2), size);
  }

  private static void readUnique(
      Statement statement, Map<List<String>, TableName> names, DeclaredKeys keys)
      throws SQLException {
    Map<Long, List<String>> columns = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(UNIQUE)) {
      while (rows.next()) {
        TableName table = names.get(List.of(rows.getString(1), rows.getString(2)));
        List<String> known = columns.get(rows.getLong(3));
        if (known != null) {
          known.add(rows.getString(4));
        } else if (table != null) {
          List<String> begun = new ArrayList<>(List.of(rows.getString(4)));
          columns.put(rows.getLong(3), begun);
          if (rows.getBoolean(5)) {
            keys.primary(table, begun);
          } else {
            keys.unique(table, begun);
          }
        }
      }
    }
  }

  private static void readReferences(
      Statement statement, Map<List<String>, TableName> names, DeclaredKeys keys)
      throws SQLException {
    Map<Long, Begun> begun = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        TableName from = names.get(List.of(rows.getString(1), rows.getString(2)));
        if (from != null) {
          List<String> other = List.of(rows.getString(5), rows.getString(6));
          TableName to = names.getOrDefault(other, beside(from, other));
          Begun reference =
              begun.computeIfAbsent(
                  rows.getLong(3),
                  oid -> new Begun(from, to, new ArrayList<>(), new ArrayList<>()));
          reference.columns().add(rows.getString(4));
          reference.referenced().add(rows.getString(7));
        }
      }
    }
    begun
        .values()
        .forEach(
            each ->
                keys.reference(
                    each.from(), new Reference(each.columns(), each.to(), each.referenced())));
  }

  /** A table that is not read, in the catalog of one that is. */
  private static TableName beside(TableName read, List<String> schemaAndTable) {
    List<String> parts = new ArrayList<>(read.parts().subList(0, read.parts().size() - 2));
    parts.addAll(schemaAndTable);
    return new TableName(parts);
  }

  /** A foreign key of which more columns may follow. */
  private record Begun(
      TableName from, TableName to, List<String> columns, List<String> referenced) {}
}
