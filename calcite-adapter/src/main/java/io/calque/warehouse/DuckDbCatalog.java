package io.calque.warehouse;

import io.calque.model.TableName;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import io.calque.warehouse.DeclaredTable.Reference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The tables of DuckDB's current database. Its driver knows primary keys only; foreign keys, which
 * never leave their schema there, and unique columns stand in {@code duckdb_constraints()}.
 */
final class DuckDbCatalog {
  private static final String TABLES =
      """
      SELECT database_name, schema_name, table_name, false, comment
      FROM duckdb_tables() WHERE NOT internal AND database_name = current_database()
      UNION ALL
      SELECT database_name, schema_name, view_name, true, comment
      FROM duckdb_views() WHERE NOT internal AND database_name = current_database()
      ORDER BY ALL\
      """;

  private static final String COLUMNS =
      """
      SELECT database_name, schema_name, table_name, column_name,
        regexp_replace(data_type, '^ENUM\\(.*\\)$', 'ENUM', 's'),
        numeric_precision, numeric_scale, is_nullable, comment
      FROM duckdb_columns() WHERE NOT internal AND database_name = current_database()
      ORDER BY schema_name, table_name, column_index\
      """;

  private static final String CONSTRAINTS =
      """
      SELECT database_name, schema_name, table_name, constraint_type, constraint_column_names,
        referenced_table, referenced_column_names
      FROM duckdb_constraints()
      WHERE database_name = current_database() AND constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
      ORDER BY schema_name, table_name, constraint_index\
      """;

  private final List<String> schemas;

  /**
   * @param schemas those that are wanted, whatever the case; all if empty
   */
  DuckDbCatalog(List<String> schemas) {
    this.schemas = schemas;
  }

  List<DeclaredTable> read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<TableName, List<DeclaredColumn>> columns = columns(statement);
      DeclaredKeys keys = keys(statement);
      List<DeclaredTable> tables = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          TableName name = name(rows);
          if (isWanted(rows.getString(2)) && columns.containsKey(name)) {
            tables.add(
                keys.of(name, rows.getBoolean(4), remarks(rows.getString(5)), columns.get(name)));
          }
        }
      }
      return tables;
    }
  }

  private boolean isWanted(String schema) {
    return schemas.isEmpty() || schemas.stream().anyMatch(schema::equalsIgnoreCase);
  }

  private static Map<TableName, List<DeclaredColumn>> columns(Statement statement)
      throws SQLException {
    Map<TableName, List<DeclaredColumn>> columns = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        WarehouseColumn column =
            DuckDbTypes.column(
                    rows.getString(4),
                    rows.getString(5),
                    Types.OTHER,
                    rows.getInt(6),
                    rows.getInt(7))
                .nullable(rows.getBoolean(8));
        columns
            .computeIfAbsent(name(rows), key -> new ArrayList<>())
            .add(new DeclaredColumn(column, remarks(rows.getString(9))));
      }
    }
    return columns;
  }

  private static DeclaredKeys keys(Statement statement) throws SQLException {
    DeclaredKeys keys = new DeclaredKeys();
    try (ResultSet rows = statement.executeQuery(CONSTRAINTS)) {
      while (rows.next()) {
        TableName table = name(rows);
        List<String> columns = strings(rows, 5);
        switch (rows.getString(4)) {
          case "PRIMARY KEY" -> keys.primary(table, columns);
          case "UNIQUE" -> keys.unique(table, columns);
          default -> {
            TableName to =
                new TableName(List.of(rows.getString(1), rows.getString(2), rows.getString(6)));
            keys.reference(table, new Reference(columns, to, strings(rows, 7)));
          }
        }
      }
    }
    return keys;
  }

  private static TableName name(ResultSet rows) throws SQLException {
    return new TableName(List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
  }

  private static List<String> strings(ResultSet rows, int index) throws SQLException {
    return Stream.of((Object[]) rows.getArray(index).getArray()).map(String::valueOf).toList();
  }

  private static String remarks(String comment) {
    return Objects.requireNonNullElse(comment, "").strip();
  }
}
