package io.calque.jdbc;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.project.Project;
import io.calque.warehouse.WarehouseColumn;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.avatica.AvaticaDatabaseMetaData;
import org.apache.calcite.avatica.Meta;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model as tools browse it: one schema of entities, each a table of its features. */
final class CalqueDatabaseMetaData extends AvaticaDatabaseMetaData {
  private static final Logger LOG = LoggerFactory.getLogger(CalqueDatabaseMetaData.class);
  private static final String TABLE = "TABLE";

  private static final Meta.Signature CATALOGS = MetadataColumns.of("TABLE_CAT");
  private static final Meta.Signature SCHEMAS = MetadataColumns.of("TABLE_SCHEM TABLE_CATALOG");
  private static final Meta.Signature TABLE_TYPES = MetadataColumns.of("TABLE_TYPE");
  private static final Meta.Signature TABLES =
      MetadataColumns.of(
          "TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM TYPE_NAME"
              + " SELF_REFERENCING_COL_NAME REF_GENERATION");
  private static final Meta.Signature COLUMNS =
      MetadataColumns.of(
          "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME #DATA_TYPE TYPE_NAME #COLUMN_SIZE"
              + " #BUFFER_LENGTH #DECIMAL_DIGITS #NUM_PREC_RADIX #NULLABLE REMARKS COLUMN_DEF"
              + " #SQL_DATA_TYPE #SQL_DATETIME_SUB #CHAR_OCTET_LENGTH #ORDINAL_POSITION IS_NULLABLE"
              + " SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE #SOURCE_DATA_TYPE IS_AUTOINCREMENT"
              + " IS_GENERATEDCOLUMN");
  private static final Meta.Signature PRIMARY_KEYS =
      MetadataColumns.of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME #KEY_SEQ PK_NAME");

  private final CalqueConnection connection;

  CalqueDatabaseMetaData(CalqueConnection connection) {
    super(connection);
    this.connection = connection;
  }

  private static ResultSet result(Meta.Signature columns, List<List<Object>> rows)
      throws SQLException {
    return new CalqueResultSet(null, columns, new FixedRows(rows));
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  @Override
  public int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public int getJDBCMinorVersion() {
    return 3;
  }

  @Override
  public String getUserName() throws SQLException {
    String user = super.getUserName();
    return user == null ? "" : user;
  }

  /** In PostgreSQL, NULL counts as larger than any value; elsewhere it comes last either way. */
  @Override
  public boolean nullsAreSortedHigh() throws SQLException {
    return connection.project().warehouse().dialect().name().equals("postgresql");
  }

  @Override
  public boolean nullsAreSortedLow() {
    return false;
  }

  @Override
  public boolean nullsAreSortedAtStart() {
    return false;
  }

  @Override
  public boolean nullsAreSortedAtEnd() throws SQLException {
    return !nullsAreSortedHigh();
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return result(CATALOGS, List.of(row(connection.project().name())));
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    String name = connection.project().name();
    boolean wanted =
        NamePattern.exact(catalog).matches(name)
            && NamePattern.of(schemaPattern).matches(Columns.ENTITIES);
    return result(SCHEMAS, wanted ? List.of(row(Columns.ENTITIES, name)) : List.of());
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return result(TABLE_TYPES, List.of(row(TABLE)));
  }

  @Override
  public ResultSet getTables(
      String catalog, String schemaPattern, String tableNamePattern, String[] types)
      throws SQLException {
    Project project = connection.project();
    List<List<Object>> rows = new ArrayList<>();
    if (types == null || Arrays.asList(types).contains(TABLE)) {
      for (Entity entity : entities(catalog, schemaPattern, NamePattern.of(tableNamePattern))) {
        rows.add(
            row(
                project.name(),
                Columns.ENTITIES,
                entity.name(),
                TABLE,
                entity.description(),
                null,
                null,
                null,
                null,
                null));
      }
    }
    return result(TABLES, rows);
  }

  @Override
  public ResultSet getColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    NamePattern wanted = NamePattern.of(columnNamePattern);
    List<List<Object>> rows = new ArrayList<>();
    for (Entity entity : entities(catalog, schemaPattern, NamePattern.of(tableNamePattern))) {
      List<Feature> features = entity.queryableFeatures();
      List<WarehouseColumn> types = types(entity);
      for (int i = 0; i < features.size(); i++) {
        if (wanted.matches(features.get(i).name())) {
          rows.add(column(entity, features.get(i), types.get(i), i + 1));
        }
      }
    }
    return result(COLUMNS, rows);
  }

  private List<Object> column(Entity entity, Feature feature, WarehouseColumn type, int position)
      throws SQLException {
    boolean number = type.precision() > 0 && MetadataColumns.isNumber(type.jdbcType());
    boolean text = type.jdbcType() == Types.VARCHAR;
    return row(
        connection.project().name(),
        Columns.ENTITIES,
        entity.name(),
        feature.name(),
        type.jdbcType(),
        type.typeName(),
        type.precision() > 0 ? type.precision() : type.displaySize(),
        null,
        number ? type.scale() : null,
        number ? 10 : null,
        DatabaseMetaData.columnNullableUnknown,
        feature.info().description(),
        null,
        null,
        null,
        text ? type.displaySize() : null,
        position,
        "",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  /** The warehouse's types of an entity's features, else what the model declares. */
  private List<WarehouseColumn> types(Entity entity) throws SQLException {
    Project project = connection.project();
    List<Feature> features = entity.queryableFeatures();
    try {
      List<WarehouseColumn> types =
          features.isEmpty()
              ? List.of()
              : SqlErrors.call(
                  () ->
                      project
                          .warehouse()
                          .describe(project.compile(project.selectAll(entity)).sql())
                          .columns());
      if (types.size() == features.size()) {
        return types;
      }
    } catch (SQLException e) {
      LOG.warn(
          "The types of {} are those that the model declares: {}", entity.name(), e.getMessage());
    }
    return features.stream().map(MetadataColumns::declared).toList();
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    for (Entity entity : entities(catalog, schema, NamePattern.exact(table))) {
      List<String> keys = entity.keys();
      for (int i = 0; i < keys.size(); i++) {
        rows.add(
            row(
                connection.project().name(),
                Columns.ENTITIES,
                entity.name(),
                keys.get(i),
                i + 1,
                entity.name() + "_key"));
      }
    }
    rows.sort(Comparator.comparing(row -> String.valueOf(row.get(3))));
    return result(PRIMARY_KEYS, rows);
  }

  private List<Entity> entities(String catalog, String schemaPattern, NamePattern table)
      throws SQLException {
    Project project = connection.project();
    if (!NamePattern.exact(catalog).matches(project.name())
        || !NamePattern.of(schemaPattern).matches(Columns.ENTITIES)) {
      return List.of();
    }
    return project.model().entities().stream()
        .filter(entity -> table.matches(entity.name()))
        .sorted(Comparator.comparing(Entity::name))
        .toList();
  }
}
