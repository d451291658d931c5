package io.calque.jdbc;

import io.calque.project.ForeignKey;
import io.calque.project.ListedColumn;
import io.calque.project.ListedTable;
import io.calque.project.Project;
import io.calque.warehouse.WarehouseFunction;
import io.calque.warehouse.WarehouseType;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rows of metadata results, each in the order of its columns in {@link MetadataColumns}. */
final class MetadataRows {
  private static final Comparator<ForeignKey> BY_REFERRING_TABLE =
      Comparator.comparing((ForeignKey key) -> key.from().schema())
          .thenComparing(key -> key.from().name())
          .thenComparing(ForeignKey::name);
  private static final Comparator<ForeignKey> BY_REFERRED_TABLE =
      Comparator.comparing((ForeignKey key) -> key.to().schema())
          .thenComparing(key -> key.to().name())
          .thenComparing(ForeignKey::name);

  private final Project project;
  private final boolean listsMetrics;

  /**
   * @param listsMetrics whether metrics are listed as columns
   */
  MetadataRows(Project project, boolean listsMetrics) {
    this.project = project;
    this.listsMetrics = listsMetrics;
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  private boolean isCatalog(String catalog) {
    return NamePattern.exact(catalog).matches(project.name());
  }

  private List<ListedTable> tables(String catalog, NamePattern schema, NamePattern table) {
    return isCatalog(catalog)
        ? project.tables().tables().stream()
            .filter(t -> schema.matches(t.schema()) && table.matches(t.name()))
            .toList()
        : List.of();
  }

  private List<ListedTable> exactly(String catalog, String schema, String table) {
    return tables(catalog, NamePattern.exact(schema), NamePattern.exact(table));
  }

  List<List<Object>> catalogs() {
    return List.of(row(project.name()));
  }

  List<List<Object>> schemas(String catalog, String pattern) {
    NamePattern wanted = NamePattern.of(pattern);
    return isCatalog(catalog)
        ? project.tables().schemas().stream()
            .filter(wanted::matches)
            .map(schema -> row(schema, project.name()))
            .toList()
        : List.of();
  }

  /** Every kind of table, also those that there are none of. */
  List<List<Object>> tableTypes() {
    return Stream.of(ListedTable.Kind.values()).map(kind -> row(kind.name())).toList();
  }

  List<List<Object>> tables(String catalog, String schema, String table, String[] types) {
    return tables(catalog, NamePattern.of(schema), NamePattern.of(table)).stream()
        .filter(t -> types == null || Arrays.asList(types).contains(t.kind().name()))
        .map(
            t ->
                row(
                    project.name(),
                    t.schema(),
                    t.name(),
                    t.kind().name(),
                    t.remarks(),
                    null,
                    null,
                    null,
                    null,
                    null))
        .toList();
  }

  List<List<Object>> columns(String catalog, String schema, String table, String column) {
    NamePattern wanted = NamePattern.of(column);
    List<ListedTable> tables =
        tables(catalog, NamePattern.of(schema), NamePattern.of(table)).stream()
            .sorted(Comparator.comparing(ListedTable::schema).thenComparing(ListedTable::name))
            .toList();
    project.columnTypes().ask(tables);
    List<List<Object>> rows = new ArrayList<>();
    for (ListedTable t : tables) {
      for (int i = 0; i < t.columns().size(); i++) {
        ListedColumn listed = t.columns().get(i);
        if (wanted.matches(listed.name()) && (listsMetrics || !listed.isMetric())) {
          rows.add(column(t, i));
        }
      }
    }
    return rows;
  }

  private ColumnShape shape(ListedTable table, ListedColumn column) {
    return project
        .columnTypes()
        .of(table, column)
        .map(ColumnShape::of)
        .orElseGet(() -> ColumnShape.declared(column));
  }

  private List<Object> column(ListedTable table, int index) {
    ListedColumn column = table.columns().get(index);
    ColumnShape shape = shape(table, column);
    return row(
        project.name(),
        table.schema(),
        table.name(),
        column.name(),
        shape.jdbcType(),
        shape.typeName(),
        shape.size(),
        null,
        shape.digits(),
        shape.radix(),
        shape.nullability(),
        column.remarks(),
        null,
        null,
        null,
        shape.octets(),
        index + 1,
        shape.isNullable(),
        null,
        null,
        null,
        null,
        "NO",
        column.isMetric() ? "YES" : "NO");
  }

  List<List<Object>> primaryKeys(String catalog, String schema, String table) {
    List<List<Object>> rows = new ArrayList<>();
    for (ListedTable t : exactly(catalog, schema, table)) {
      t.key()
          .ifPresent(
              key -> {
                for (int i = 0; i < key.columns().size(); i++) {
                  rows.add(
                      row(
                          project.name(),
                          t.schema(),
                          t.name(),
                          key.columns().get(i),
                          i + 1,
                          key.name()));
                }
              });
    }
    rows.sort(Comparator.comparing(row -> String.valueOf(row.get(3))));
    return rows;
  }

  List<List<Object>> importedKeys(String catalog, String schema, String table) {
    return exactly(catalog, schema, table).stream()
        .flatMap(t -> project.tables().imported(t).stream())
        .sorted(BY_REFERRED_TABLE)
        .flatMap(this::foreignKey)
        .toList();
  }

  List<List<Object>> exportedKeys(String catalog, String schema, String table) {
    return exactly(catalog, schema, table).stream()
        .flatMap(t -> project.tables().exported(t).stream())
        .sorted(BY_REFERRING_TABLE)
        .flatMap(this::foreignKey)
        .toList();
  }

  /** The keys of foreign tables that refer to parent tables. */
  List<List<Object>> crossReference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable) {
    List<ListedTable> foreign = exactly(foreignCatalog, foreignSchema, foreignTable);
    return exactly(parentCatalog, parentSchema, parentTable).stream()
        .flatMap(t -> project.tables().exported(t).stream())
        .filter(key -> foreign.contains(key.from()))
        .sorted(BY_REFERRING_TABLE)
        .flatMap(this::foreignKey)
        .toList();
  }

  private Stream<List<Object>> foreignKey(ForeignKey key) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      rows.add(
          row(
              project.name(),
              key.to().schema(),
              key.to().name(),
              key.key().columns().get(i),
              project.name(),
              key.from().schema(),
              key.from().name(),
              key.columns().get(i),
              i + 1,
              DatabaseMetaData.importedKeyNoAction,
              DatabaseMetaData.importedKeyNoAction,
              key.name(),
              key.key().name(),
              DatabaseMetaData.importedKeyNotDeferrable));
    }
    return rows.stream();
  }

  List<List<Object>> indexes(String catalog, String schema, String table) {
    List<List<Object>> rows = new ArrayList<>();
    for (ListedTable t : exactly(catalog, schema, table)) {
      t.key()
          .ifPresent(
              key -> {
                for (int i = 0; i < key.columns().size(); i++) {
                  rows.add(
                      row(
                          project.name(),
                          t.schema(),
                          t.name(),
                          false,
                          null,
                          key.name(),
                          (int) DatabaseMetaData.tableIndexOther,
                          i + 1,
                          key.columns().get(i),
                          null,
                          0L,
                          0L,
                          null));
                }
              });
    }
    return rows;
  }

  List<List<Object>> rowIdentifiers(String catalog, String schema, String table) {
    List<ListedTable> tables = exactly(catalog, schema, table);
    project.columnTypes().ask(tables);
    List<List<Object>> rows = new ArrayList<>();
    for (ListedTable t : tables) {
      List<String> key = t.key().map(ListedTable.ListedKey::columns).orElse(List.of());
      for (ListedColumn column : t.columns()) {
        if (!column.isMetric() && key.contains(column.name())) {
          ColumnShape shape = shape(t, column);
          rows.add(
              row(
                  DatabaseMetaData.bestRowSession,
                  column.name(),
                  shape.jdbcType(),
                  shape.typeName(),
                  shape.size(),
                  null,
                  shape.digits(),
                  DatabaseMetaData.bestRowNotPseudo));
        }
      }
    }
    return rows;
  }

  List<List<Object>> types() throws SQLException {
    return project.warehouse().facts().types().stream().map(MetadataRows::type).toList();
  }

  private static List<Object> type(WarehouseType type) {
    return row(
        type.name(),
        type.jdbcType(),
        type.precision() > 0 ? Integer.valueOf(type.precision()) : null,
        type.literalPrefix().orElse(null),
        type.literalSuffix().orElse(null),
        type.createParams().orElse(null),
        DatabaseMetaData.typeNullable,
        type.isCaseSensitive(),
        type.isCaseSensitive() ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic,
        type.isUnsigned(),
        false,
        false,
        type.name(),
        0,
        type.maximumScale(),
        null,
        null,
        type.isNumber() ? Integer.valueOf(10) : null);
  }

  /** The warehouse's functions, and METRIC; in no schema, as SQL writes none before them. */
  List<List<Object>> functions(String catalog, String schema, String name) throws SQLException {
    boolean anywhere = catalog == null || catalog.isEmpty() || isCatalog(catalog);
    if (!anywhere || schema != null && !schema.isEmpty() && !schema.equals("%")) {
      return List.of();
    }
    NamePattern wanted = NamePattern.of(name);
    WarehouseFunction metric =
        new WarehouseFunction(
            "METRIC",
            "METRIC('name'): the metric of the model, evaluated in each group over the rows of its"
                + " entity, each counted once.",
            false);
    return Stream.concat(Stream.of(metric), project.warehouse().facts().functions().stream())
        .filter(function -> wanted.matches(function.name()))
        .sorted(Comparator.comparing(function -> function.name().toLowerCase(Locale.ROOT)))
        .map(
            function ->
                row(
                    null,
                    null,
                    function.name(),
                    function.remarks(),
                    function.returnsTable()
                        ? DatabaseMetaData.functionReturnsTable
                        : DatabaseMetaData.functionNoTable,
                    function.name()))
        .toList();
  }
}
