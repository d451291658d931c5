package io.calque.warehouse;

import io.calque.model.TableName;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import io.calque.warehouse.DeclaredTable.Reference;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tables of the connection's own catalog, as {@link DatabaseMetaData} tells them. Where there
 * are no schemas, catalogs are what users call schemas.
 */
final class DriverCatalog {
  /** Schemas that warehouses fill themselves. */
  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of("information_schema", "pg_catalog", "pg_toast", "sys", "performance_schema", "mysql");

  private final DatabaseMetaData metaData;
  private final boolean hasSchemas;

  /** Those to ask about; null for all. */
  private final List<String> catalogs;

  private final List<String> schemas;

  /**
   * Asks for the keys of tables; a warehouse that can tell them all at once has a way of its own.
   */
  @FunctionalInterface
  interface KeySource {
    void read(Map<TableName, Kind> tables, DeclaredKeys keys) throws SQLException;
  }

  /** What a table is, and what is said about it. */
  record Kind(boolean isView, String remarks) {}

  /**
   * @param schemas those that are wanted, whatever the case; all but the warehouse's own if empty
   */
  DriverCatalog(Connection connection, List<String> schemas) throws SQLException {
    this.metaData = connection.getMetaData();
    this.hasSchemas = metaData.supportsSchemasInTableDefinitions();
    this.catalogs =
        hasSchemas || schemas.isEmpty()
            ? Collections.singletonList(connection.getCatalog())
            : List.copyOf(schemas);
    this.schemas = schemas.stream().map(schema -> schema.toLowerCase(Locale.ROOT)).toList();
  }

  List<DeclaredTable> read(KeySource keySource) throws SQLException {
    Map<TableName, Kind> tables = tables();
    Map<TableName, List<DeclaredColumn>> columns = columns();
    DeclaredKeys keys = new DeclaredKeys();
    keySource.read(tables, keys);
    List<DeclaredTable> declared = new ArrayList<>();
    tables.forEach(
        (name, kind) -> {
          if (columns.containsKey(name)) {
            declared.add(keys.of(name, kind.isView(), kind.remarks(), columns.get(name)));
          }
        });
    return declared;
  }

  private Map<TableName, Kind> tables() throws SQLException {
    Map<TableName, Kind> tables = new LinkedHashMap<>();
    for (String catalog : catalogs) {
      try (ResultSet rows = metaData.getTables(catalog, null, "%", null)) {
        while (rows.next()) {
          String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
          boolean isTable = type.endsWith("TABLE") || type.endsWith("VIEW");
          boolean isOwn = type.startsWith("SYSTEM") || type.contains("TEMPORARY");
          if (isTable && !isOwn && isWanted(rows)) {
            tables.put(name(rows, "TABLE_"), new Kind(type.endsWith("VIEW"), remarks(rows)));
          }
        }
      }
    }
    return tables;
  }

  private boolean isWanted(ResultSet rows) throws SQLException {
    String schema = rows.getString(hasSchemas ? "TABLE_SCHEM" : "TABLE_CAT");
    String lower = schema == null ? "" : schema.toLowerCase(Locale.ROOT);
    return schemas.isEmpty() ? !SYSTEM_SCHEMAS.contains(lower) : schemas.contains(lower);
  }

  private Map<TableName, List<DeclaredColumn>> columns() throws SQLException {
    Map<TableName, List<DeclaredColumn>> columns = new LinkedHashMap<>();
    for (String catalog : catalogs) {
      try (ResultSet rows = metaData.getColumns(catalog, null, "%", "%")) {
        while (rows.next()) {
          if (isWanted(rows)) {
            columns
                .computeIfAbsent(name(rows, "TABLE_"), key -> new ArrayList<>())
                .add(new DeclaredColumn(DriverFacts.column(rows), remarks(rows)));
          }
        }
      }
    }
    return columns;
  }

  /** The keys of one table after the other. */
  void readKeys(Map<TableName, Kind> tables, DeclaredKeys keys) throws SQLException {
    for (Map.Entry<TableName, Kind> table : tables.entrySet()) {
      if (!table.getValue().isView()) {
        readKeys(table.getKey(), keys);
      }
    }
  }

  private void readKeys(TableName table, DeclaredKeys keys) throws SQLException {
    List<String> parts = table.parts();
    String schema = hasSchemas && parts.size() > 1 ? parts.get(parts.size() - 2) : null;
    String catalog = parts.size() > (hasSchemas ? 2 : 1) ? parts.get(0) : null;
    Map<Integer, String> primary = new TreeMap<>();
    try (ResultSet rows = metaData.getPrimaryKeys(catalog, schema, table.last())) {
      while (rows.next()) {
        primary.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    if (!primary.isEmpty()) {
      keys.primary(table, List.copyOf(primary.values()));
    }
    Map<String, List<String>> uniques = new LinkedHashMap<>();
    try (ResultSet rows = metaData.getIndexInfo(catalog, schema, table.last(), true, true)) {
      while (rows.next()) {
        if (rows.getString("COLUMN_NAME") != null) {
          uniques
              .computeIfAbsent(
                  String.valueOf(rows.getString("INDEX_NAME")), key -> new ArrayList<>())
              .add(rows.getString("COLUMN_NAME"));
        }
      }
    }
    uniques.values().forEach(columns -> keys.unique(table, columns));
    readReferences(table, catalog, schema, keys);
  }

  private void readReferences(TableName table, String catalog, String schema, DeclaredKeys keys)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> referenced = new ArrayList<>();
    TableName to = null;
    try (ResultSet rows = metaData.getImportedKeys(catalog, schema, table.last())) {
      while (rows.next()) {
        if (rows.getInt("KEY_SEQ") == 1 && to != null) {
          keys.reference(table, new Reference(columns, to, referenced));
          columns.clear();
          referenced.clear();
        }
        to = name(rows, "PKTABLE_");
        columns.add(rows.getString("FKCOLUMN_NAME"));
        referenced.add(rows.getString("PKCOLUMN_NAME"));
      }
    }
    if (to != null) {
      keys.reference(table, new Reference(columns, to, referenced));
    }
  }

  private static TableName name(ResultSet rows, String prefix) throws SQLException {
    return new TableName(
        Stream.of(
                rows.getString(prefix + "CAT"),
                rows.getString(prefix + "SCHEM"),
                rows.getString(prefix + "NAME"))
            .filter(part -> part != null && !part.isEmpty())
            .toList());
  }

  private static String remarks(ResultSet rows) throws SQLException {
    return Objects.requireNonNullElse(rows.getString("REMARKS"), "").strip();
  }
}
