package io.calque.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model in which each table of a DuckDB file is an entity of the same name, with the same columns
 * in the same order, so that one text means the same on DuckDB and through Calque.
 */
public final class PassThroughModel {
  private record Column(String name, String type) {}

  private final String catalog;
  private final Map<String, List<Column>> tables = new LinkedHashMap<>();
  private final Map<String, List<String>> keys = new LinkedHashMap<>();

  private PassThroughModel(String catalog) {
    this.catalog = catalog;
  }

  /** Reads the tables of the default schema. Each must have a primary key. */
  public static PassThroughModel of(Connection warehouse) throws SQLException {
    PassThroughModel model = withoutKeys(warehouse);
    String primaryKeys =
        "SELECT table_name, unnest(constraint_column_names) FROM duckdb_constraints()"
            + " WHERE constraint_type = 'PRIMARY KEY'";
    for (List<String> row : strings(warehouse, primaryKeys)) {
      model.keys.computeIfAbsent(row.get(0), t -> new ArrayList<>()).add(row.get(1));
    }
    return model;
  }

  /** Reads the tables of the default schema, whose keys the caller knows. */
  public static PassThroughModel of(Connection warehouse, Map<String, List<String>> keys)
      throws SQLException {
    PassThroughModel model = withoutKeys(warehouse);
    model.keys.putAll(keys);
    return model;
  }

  private static PassThroughModel withoutKeys(Connection warehouse) throws SQLException {
    PassThroughModel model = new PassThroughModel(warehouse.getCatalog());
    String columns =
        "SELECT table_name, column_name, data_type FROM duckdb_columns()"
            + " WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal"
            + " ORDER BY table_name, column_index";
    for (List<String> row : strings(warehouse, columns)) {
      model
          .tables
          .computeIfAbsent(row.get(0), t -> new ArrayList<>())
          .add(new Column(row.get(1), row.get(2)));
    }
    return model;
  }

  /** All feature names of all entities. */
  Set<String> features() {
    Set<String> names = new LinkedHashSet<>();
    tables.values().forEach(columns -> columns.forEach(column -> names.add(column.name)));
    return names;
  }

  /** Writes the project: {@code calque.yml} and a file for each entity. */
  public void writeTo(Path folder, String warehouseUrl) throws IOException {
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: %s\nwarehouse:\n  url: %s\n".formatted(catalog, text(warehouseUrl)));
    Path entities = Files.createDirectories(folder.resolve("entities"));
    for (String table : tables.keySet()) {
      Files.writeString(entities.resolve(table + ".yml"), entity(table));
    }
  }

  private String entity(String table) {
    String source = catalog + ".main." + table;
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: ").append(table).append('\n');
    yaml.append("description: The rows of ").append(table).append(", as they are\n");
    yaml.append("key_source: ").append(source).append('\n');
    yaml.append("keys: ")
        .append(keys.get(table).stream().map(PassThroughModel::text).toList())
        .append('\n');
    yaml.append("features:\n");
    for (Column column : tables.get(table)) {
      yaml.append("  - {type: field, name: ").append(text(column.name));
      yaml.append(", source: ").append(source);
      yaml.append(", field: ").append(text(field(column.name)));
      yaml.append(dataType(column.type)).append(", description: ''}\n");
    }
    return yaml.toString();
  }

  /** A field that is no plain identifier is an expression, in which a name needs quotes. */
  private static String field(String column) {
    return column.matches("\\w+") ? column : '"' + column.replace("\"", "\"\"") + '"';
  }

  /** Lynk knows four types; other columns go without one. */
  private static String dataType(String type) {
    if (type.contains("[") || type.startsWith("STRUCT") || type.startsWith("MAP")) {
      return "";
    }
    if (type.equals("VARCHAR") || type.startsWith("ENUM") || type.equals("UUID")) {
      return ", data_type: string";
    }
    if (type.equals("BOOLEAN")) {
      return ", data_type: boolean";
    }
    if (type.startsWith("DATE") || type.startsWith("TIME")) {
      return ", data_type: datetime";
    }
    boolean number = type.endsWith("INT") || type.matches("INTEGER|DOUBLE|FLOAT|DECIMAL.*");
    return number ? ", data_type: number" : "";
  }

  /** A double-quoted YAML scalar. */
  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<List<String>> strings(Connection warehouse, String sql) throws SQLException {
    try (var statement = warehouse.createStatement();
        var result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
