package io.calque.jdbc;

import io.calque.project.Project;
import io.calque.warehouse.NullOrder;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseLimits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.avatica.Meta;

/**
 * The model as tools browse it. Holds nothing: each answer is made of the project as it is, so that
 * any number of threads may ask and any number of results be open.
 */
final class CalqueDatabaseMetaData extends SqlLimits {
  private final CalqueConnection connection;

  CalqueDatabaseMetaData(CalqueConnection connection) {
    this.connection = connection;
  }

  @FunctionalInterface
  private interface Rows {
    List<List<Object>> of(MetadataRows model) throws SQLException;
  }

  private ResultSet result(Meta.Signature columns, Rows rows) throws SQLException {
    Project project = connection.project();
    List<List<Object>> answer =
        SqlErrors.call(() -> rows.of(new MetadataRows(project, connection.listsMetrics())));
    return new CalqueResultSet(null, columns, new FixedRows(answer));
  }

  /** For things that there are none of. */
  private ResultSet none(Meta.Signature columns) throws SQLException {
    return result(columns, model -> List.of());
  }

  private Warehouse warehouse() throws SQLException {
    return connection.project().warehouse();
  }

  @Override
  protected WarehouseLimits limits() throws SQLException {
    return warehouse().facts().limits();
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return result(MetadataColumns.CATALOGS, MetadataRows::catalogs);
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    return result(MetadataColumns.SCHEMAS, model -> model.schemas(catalog, schemaPattern));
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return result(MetadataColumns.TABLE_TYPES, MetadataRows::tableTypes);
  }

  @Override
  public ResultSet getTables(
      String catalog, String schemaPattern, String tableNamePattern, String[] types)
      throws SQLException {
    return result(
        MetadataColumns.TABLES,
        model -> model.tables(catalog, schemaPattern, tableNamePattern, types));
  }

  @Override
  public ResultSet getColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return result(
        MetadataColumns.COLUMNS,
        model -> model.columns(catalog, schemaPattern, tableNamePattern, columnNamePattern));
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    return result(MetadataColumns.PRIMARY_KEYS, model -> model.primaryKeys(catalog, schema, table));
  }

  @Override
  public ResultSet getImportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return result(
        MetadataColumns.FOREIGN_KEYS, model -> model.importedKeys(catalog, schema, table));
  }

  @Override
  public ResultSet getExportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return result(
        MetadataColumns.FOREIGN_KEYS, model -> model.exportedKeys(catalog, schema, table));
  }

  @Override
  public ResultSet getCrossReference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable)
      throws SQLException {
    return result(
        MetadataColumns.FOREIGN_KEYS,
        model ->
            model.crossReference(
                parentCatalog,
                parentSchema,
                parentTable,
                foreignCatalog,
                foreignSchema,
                foreignTable));
  }

  @Override
  public ResultSet getIndexInfo(
      String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return result(MetadataColumns.INDEXES, model -> model.indexes(catalog, schema, table));
  }

  @Override
  public ResultSet getBestRowIdentifier(
      String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return result(
        MetadataColumns.ROW_IDENTIFIERS, model -> model.rowIdentifiers(catalog, schema, table));
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return result(MetadataColumns.TYPES, MetadataRows::types);
  }

  @Override
  public ResultSet getFunctions(String catalog, String schemaPattern, String functionNamePattern)
      throws SQLException {
    return result(
        MetadataColumns.FUNCTIONS,
        model -> model.functions(catalog, schemaPattern, functionNamePattern));
  }

  @Override
  public ResultSet getFunctionColumns(
      String catalog, String schemaPattern, String functionNamePattern, String columnNamePattern)
      throws SQLException {
    return none(MetadataColumns.FUNCTION_COLUMNS);
  }

  @Override
  public ResultSet getProcedures(String catalog, String schemaPattern, String procedureNamePattern)
      throws SQLException {
    return none(MetadataColumns.PROCEDURES);
  }

  @Override
  public ResultSet getProcedureColumns(
      String catalog, String schemaPattern, String procedureNamePattern, String columnNamePattern)
      throws SQLException {
    return none(MetadataColumns.PROCEDURE_COLUMNS);
  }

  @Override
  public ResultSet getColumnPrivileges(
      String catalog, String schema, String table, String columnNamePattern) throws SQLException {
    return none(MetadataColumns.COLUMN_PRIVILEGES);
  }

  @Override
  public ResultSet getTablePrivileges(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return none(MetadataColumns.TABLE_PRIVILEGES);
  }

  @Override
  public ResultSet getVersionColumns(String catalog, String schema, String table)
      throws SQLException {
    return none(MetadataColumns.ROW_IDENTIFIERS);
  }

  @Override
  public ResultSet getUDTs(
      String catalog, String schemaPattern, String typeNamePattern, int[] types)
      throws SQLException {
    return none(MetadataColumns.UDTS);
  }

  @Override
  public ResultSet getSuperTypes(String catalog, String schemaPattern, String typeNamePattern)
      throws SQLException {
    return none(MetadataColumns.SUPER_TYPES);
  }

  @Override
  public ResultSet getSuperTables(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return none(MetadataColumns.SUPER_TABLES);
  }

  @Override
  public ResultSet getAttributes(
      String catalog, String schemaPattern, String typeNamePattern, String attributeNamePattern)
      throws SQLException {
    return none(MetadataColumns.ATTRIBUTES);
  }

  @Override
  public ResultSet getPseudoColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return none(MetadataColumns.PSEUDO_COLUMNS);
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    return result(MetadataColumns.CLIENT_INFO, model -> ClientInfo.rows());
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return connection.shownUrl();
  }

  @Override
  public String getUserName() {
    return connection.user();
  }

  @Override
  public String getDatabaseProductName() {
    return "Calque";
  }

  @Override
  public String getDatabaseProductVersion() {
    return Driver.VERSION;
  }

  @Override
  public int getDatabaseMajorVersion() {
    return getDriverMajorVersion();
  }

  @Override
  public int getDatabaseMinorVersion() {
    return getDriverMinorVersion();
  }

  @Override
  public String getDriverName() {
    return "Calque JDBC Driver";
  }

  @Override
  public String getDriverVersion() {
    return Driver.VERSION;
  }

  @Override
  public int getDriverMajorVersion() {
    return Driver.versionPart(0);
  }

  @Override
  public int getDriverMinorVersion() {
    return Driver.versionPart(1);
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
  public boolean nullsAreSortedHigh() throws SQLException {
    return warehouse().facts().nullOrder() == NullOrder.HIGH;
  }

  @Override
  public boolean nullsAreSortedLow() throws SQLException {
    return warehouse().facts().nullOrder() == NullOrder.LOW;
  }

  @Override
  public boolean nullsAreSortedAtStart() throws SQLException {
    return warehouse().facts().nullOrder() == NullOrder.AT_START;
  }

  @Override
  public boolean nullsAreSortedAtEnd() throws SQLException {
    return warehouse().facts().nullOrder() == NullOrder.AT_END;
  }

  @Override
  public String getIdentifierQuoteString() {
    return "\"";
  }

  @Override
  public String getSQLKeywords() throws SQLException {
    return SqlWords.keywords(warehouse());
  }

  @Override
  public String getNumericFunctions() throws SQLException {
    return SqlWords.numericFunctions(warehouse());
  }

  @Override
  public String getStringFunctions() throws SQLException {
    return SqlWords.stringFunctions(warehouse());
  }

  @Override
  public String getSystemFunctions() throws SQLException {
    return SqlWords.systemFunctions(warehouse());
  }

  @Override
  public String getTimeDateFunctions() throws SQLException {
    return SqlWords.timeDateFunctions(warehouse());
  }

  @Override
  public String getSearchStringEscape() {
    return "\\";
  }

  @Override
  public String getExtraNameCharacters() {
    return "";
  }

  @Override
  public String getSchemaTerm() {
    return "schema";
  }

  @Override
  public String getProcedureTerm() {
    return "procedure";
  }

  @Override
  public String getCatalogTerm() {
    return "project";
  }

  @Override
  public String getCatalogSeparator() {
    return ".";
  }

  @Override
  public Properties getRemoteAvaticaProperties() {
    return new Properties();
  }

  @Override
  public String getAvaticaServerVersion() {
    return "";
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
