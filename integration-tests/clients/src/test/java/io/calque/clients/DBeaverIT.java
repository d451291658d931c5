package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What DBeaver does with a driver of the type Generic, call by call, as its source of October 2024
 * makes them. Comments name its classes.
 */
class DBeaverIT {
  /** DBConstants.METADATA_FETCH_SIZE. */
  private static final int METADATA_FETCH_SIZE = 1000;

  /** The data viewer's segment, ModelPreferences.RESULT_SET_MAX_ROWS. */
  private static final int SEGMENT = 200;

  private Connection connection;

  /** JDBCDataSource.openConnection, JDBCExecutionContext.connect, GenericExecutionContext. */
  @BeforeEach
  void connect() throws Exception {
    Driver driver =
        (Driver) Class.forName("io.calque.jdbc.Driver").getDeclaredConstructor().newInstance();
    String url = "jdbc:calque:{folder}".replace("{folder}", Demo.folder().toString());
    assertTrue(driver.acceptsURL(url));
    assertTrue(driver.getPropertyInfo(url, new Properties()).length > 3);
    connection = driver.connect(url, new Properties());
    connection.setAutoCommit(true);
    assertTrue(connection.getAutoCommit());
    assertEquals("larder", connection.getCatalog());
  }

  /** JDBCDataSource.closeConnection. */
  @AfterEach
  void disconnect() throws SQLException {
    connection.rollback();
    connection.close();
  }

  /** A result's rows by label, read as GenericUtils.safeGetString does. */
  private static List<Map<String, String>> read(ResultSet results) throws SQLException {
    try (results) {
      ResultSetMetaData columns = results.getMetaData();
      List<Map<String, String>> rows = new ArrayList<>();
      while (results.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String label = columns.getColumnLabel(i);
          row.put(label, results.getString(label));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static List<String> names(ResultSet results, String label) throws SQLException {
    return read(results).stream().map(row -> row.get(label)).toList();
  }

  /** JDBCSQLDialect.initDriverSettings, in its order. */
  @Test
  void asksForTheDialect() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    assertTrue(meta.getDatabaseMajorVersion() >= 0 && meta.getDatabaseMinorVersion() >= 0);
    assertEquals("\"", meta.getIdentifierQuoteString());
    assertEquals(DatabaseMetaData.sqlStateSQL, meta.getSQLStateType());
    assertTrue(meta.supportsCorrelatedSubqueries());
    assertTrue(meta.supportsSubqueriesInComparisons() && meta.supportsSubqueriesInExists());
    assertTrue(meta.supportsSubqueriesInIns() && meta.supportsSubqueriesInQuantifieds());
    assertFalse(meta.supportsMixedCaseIdentifiers());
    assertFalse(meta.supportsMixedCaseQuotedIdentifiers());
    assertFalse(meta.storesUpperCaseIdentifiers() || meta.storesLowerCaseIdentifiers());
    assertFalse(meta.storesUpperCaseQuotedIdentifiers() || meta.storesLowerCaseQuotedIdentifiers());
    assertEquals("\\", meta.getSearchStringEscape());
    assertEquals(".", meta.getCatalogSeparator());
    assertFalse(meta.supportsCatalogsInTableDefinitions());
    assertFalse(meta.supportsCatalogsInProcedureCalls());
    assertFalse(meta.supportsCatalogsInIndexDefinitions());
    assertFalse(meta.supportsCatalogsInPrivilegeDefinitions());
    assertTrue(meta.supportsSchemasInDataManipulation());
    assertFalse(meta.supportsSchemasInTableDefinitions());
    assertFalse(meta.supportsSchemasInProcedureCalls());
    assertFalse(meta.supportsSchemasInIndexDefinitions());
    assertFalse(meta.supportsSchemasInPrivilegeDefinitions());
    assertNotNull(meta.getExtraNameCharacters());
    assertTrue(meta.isCatalogAtStart());
    assertTrue(List.of(meta.getSQLKeywords().split(",")).contains("QUALIFY"));
    for (String functions :
        List.of(
            meta.getNumericFunctions(),
            meta.getStringFunctions(),
            meta.getSystemFunctions(),
            meta.getTimeDateFunctions())) {
      assertFalse(functions.isEmpty());
    }
  }

  /** JDBCDataSourceInfo's constructor. */
  @Test
  void asksWhatItIsConnectedTo() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    assertAll(
        () -> assertTrue(meta.isReadOnly()),
        () -> assertFalse(meta.getDatabaseProductName().isEmpty()),
        () -> assertFalse(meta.getDatabaseProductVersion().isEmpty()),
        () -> assertFalse(meta.getDriverName().isEmpty()),
        () -> assertFalse(meta.getDriverVersion().isEmpty()),
        () -> assertFalse(meta.getSchemaTerm().isEmpty()),
        () -> assertFalse(meta.getProcedureTerm().isEmpty()),
        () -> assertFalse(meta.getCatalogTerm().isEmpty()),
        () -> assertFalse(meta.supportsBatchUpdates()),
        () -> assertFalse(meta.supportsTransactions()),
        () -> assertTrue(meta.supportsTransactionIsolationLevel(Connection.TRANSACTION_NONE)));
    // GenericDataSource.populateClientAppName, which the generic type leaves out by default
    assertTrue(names(meta.getClientInfoProperties(), "NAME").contains("ApplicationName"));
    connection.setClientInfo("ApplicationName", "DBeaver 24.2 - Metadata");
  }

  /** GenericDataSource.initialize: JDBCBasicDataTypeCache, TableTypeCache, getCatalogsNames. */
  @Test
  void readsTheTreeFromTheTop() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet types = meta.getTypeInfo()) {
      types.setFetchSize(METADATA_FETCH_SIZE);
      while (types.next()) {
        assertFalse(types.getString("TYPE_NAME").isEmpty());
        assertTrue(types.getInt("DATA_TYPE") != Types.NULL);
        types.getString("LOCAL_TYPE_NAME");
        types.getBoolean("UNSIGNED_ATTRIBUTE");
        types.getInt("SEARCHABLE");
        types.getInt("PRECISION");
        types.getInt("MINIMUM_SCALE");
        types.getInt("MAXIMUM_SCALE");
      }
    }
    assertEquals(List.of("TABLE", "VIEW"), names(meta.getTableTypes(), "TABLE_TYPE"));
    assertEquals(List.of("larder"), names(meta.getCatalogs(), "TABLE_CAT"));
    // GenericMetaModel.loadSchemas, of a catalog and of all
    List<Map<String, String>> schemas = read(meta.getSchemas("larder", "%"));
    assertTrue(schemas.stream().anyMatch(row -> row.get("TABLE_SCHEM").equals("entities")));
    assertTrue(schemas.stream().allMatch(row -> row.get("TABLE_CATALOG").equals("larder")));
    assertEquals(schemas, read(meta.getSchemas()));
  }

  static Stream<String> entities() {
    return Stream.of("category", "country", "customer", "order", "order_item", "product");
  }

  /** JDBCUtils.escapeWildCards. */
  private String escaped(String name) throws SQLException {
    String escape = connection.getMetaData().getSearchStringEscape();
    return name.replace("%", escape + "%").replace("_", escape + "_");
  }

  /** GenericMetaModel.prepareTableLoadStatement, createTableImpl; one table when refreshed. */
  @Test
  void listsTables() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    List<Map<String, String>> tables = read(meta.getTables("larder", "entities", "%", null));
    assertEquals(
        new TreeSet<>(entities().toList()),
        new TreeSet<>(tables.stream().map(row -> row.get("TABLE_NAME")).toList()));
    for (Map<String, String> table : tables) {
      assertEquals("TABLE", table.get("TABLE_TYPE"));
      assertEquals("entities", table.get("TABLE_SCHEM"));
      assertFalse(table.get("REMARKS").isEmpty());
      assertTrue(table.containsKey("TYPE_NAME") && table.containsKey("REF_GENERATION"));
    }
    assertEquals(
        List.of("order_item"),
        names(meta.getTables("larder", "entities", escaped("order_item"), null), "TABLE_NAME"));
    // The schemas beside it, as its tree opens them
    for (String schema : names(meta.getSchemas("larder", "%"), "TABLE_SCHEM")) {
      for (String table :
          names(meta.getTables("larder", escaped(schema), "%", null), "TABLE_NAME")) {
        assertFalse(
            read(meta.getColumns("larder", escaped(schema), escaped(table), "%")).isEmpty());
        read(meta.getPrimaryKeys("larder", schema, table));
        read(meta.getImportedKeys("larder", schema, table));
      }
    }
  }

  /** GenericMetaModel.prepareTableColumnLoadStatement, fetchTableColumn. */
  @ParameterizedTest
  @MethodSource("entities")
  void listsColumns(String table) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet columns = meta.getColumns("larder", "entities", escaped(table), "%")) {
      int position = 0;
      while (columns.next()) {
        assertEquals(table, columns.getString("TABLE_NAME"));
        assertFalse(columns.getString("COLUMN_NAME").isEmpty());
        assertTrue(columns.getInt("DATA_TYPE") != Types.NULL);
        columns.getInt("SOURCE_DATA_TYPE");
        assertFalse(columns.getString("TYPE_NAME").isEmpty());
        assertTrue(columns.getLong("COLUMN_SIZE") >= 0);
        assertEquals(DatabaseMetaData.columnNullableUnknown, columns.getInt("NULLABLE"));
        columns.getInt("DECIMAL_DIGITS");
        columns.getInt("NUM_PREC_RADIX");
        assertNull(columns.getString("COLUMN_DEF"));
        assertFalse(columns.getString("REMARKS").isEmpty());
        columns.getLong("CHAR_OCTET_LENGTH");
        assertEquals(++position, columns.getInt("ORDINAL_POSITION"));
        assertEquals("NO", columns.getString("IS_AUTOINCREMENT"));
        assertTrue(columns.getString("IS_GENERATEDCOLUMN").matches("YES|NO"));
      }
      assertTrue(position > 3);
    }
  }

  /**
   * The ER diagram: ConstraintKeysCache, ForeignKeysCache and IndexCache of each table, and
   * GenericTableBase.loadReferenceInfoList. A foreign key is drawn if its primary key's name is the
   * one that the other table's primary key has.
   */
  @Test
  void drawsADiagram() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    Map<String, String> keys = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (String table : entities().toList()) {
      for (Map<String, String> row : read(meta.getPrimaryKeys("larder", "entities", table))) {
        assertTrue(Integer.parseInt(row.get("KEY_SEQ")) > 0);
        keys.put(table, row.get("PK_NAME"));
      }
    }
    for (String table : entities().toList()) {
      for (Map<String, String> row : read(meta.getImportedKeys("larder", "entities", table))) {
        assertEquals("larder", row.get("PKTABLE_CAT"));
        assertEquals("entities", row.get("PKTABLE_SCHEM"));
        assertEquals(keys.get(row.get("PKTABLE_NAME")), row.get("PK_NAME"));
        Stream.of("KEY_SEQ", "UPDATE_RULE", "DELETE_RULE", "DEFERRABILITY")
            .forEach(label -> Short.parseShort(row.get(label)));
        lines.add(line(row));
      }
      read(meta.getExportedKeys("larder", "entities", table)).forEach(r -> references.add(line(r)));
      try (ResultSet index = meta.getIndexInfo("larder", "entities", table, false, true)) {
        while (index.next()) {
          assertFalse(index.getBoolean("NON_UNIQUE"));
          index.getString("INDEX_QUALIFIER");
          index.getLong("CARDINALITY");
          assertEquals(DatabaseMetaData.tableIndexOther, index.getInt("TYPE"));
          assertTrue(index.getInt("ORDINAL_POSITION") > 0);
          assertFalse(index.getString("COLUMN_NAME").isEmpty());
          index.getString("ASC_OR_DESC");
        }
      }
    }
    assertEquals(
        new TreeSet<>(
            List.of(
                "category.parent_id -> category.category_id (parent)",
                "customer.country_code -> country.country_code (residence)",
                "customer.referred_by -> customer.customer_id (referral)",
                "order.billing_customer_id -> customer.customer_id (billing)",
                "order.customer_id -> customer.customer_id (placing)",
                "order_item.order_id -> order.order_id (lines)",
                "order_item.product_id -> product.product_id (sales)",
                "product.category_id -> category.category_id (shelf)")),
        new TreeSet<>(lines));
    assertTrue(references.containsAll(lines));
  }

  private static String line(Map<String, String> key) {
    return "%s.%s -> %s.%s (%s)"
        .formatted(
            key.get("FKTABLE_NAME"),
            key.get("FKCOLUMN_NAME"),
            key.get("PKTABLE_NAME"),
            key.get("PKCOLUMN_NAME"),
            key.get("FK_NAME"));
  }

  /** GenericMetaModel.loadProcedures, GenericProcedure.loadProcedureColumns. */
  @Test
  void listsFunctionsAndProcedures() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    List<Map<String, String>> functions = read(meta.getFunctions("larder", "entities", "%"));
    for (Map<String, String> function : functions) {
      assertFalse(function.get("FUNCTION_NAME").isEmpty());
      assertTrue(function.containsKey("SPECIFIC_NAME") && function.containsKey("REMARKS"));
      Integer.parseInt(function.get("FUNCTION_TYPE"));
    }
    assertEquals(List.of(), read(meta.getProcedures("larder", "entities", "%")));
    assertEquals(List.of(), read(meta.getProcedureColumns("larder", "entities", "x", "%")));
    read(meta.getFunctionColumns("larder", "entities", "median", "%"));
  }

  /** GenericStructureAssistant: search by a part of a name. */
  @Test
  void findsTablesByAPartOfTheirName() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    assertEquals(
        List.of("order", "order_item"),
        names(meta.getTables("larder", "entities", "%rder%", null), "TABLE_NAME"));
  }

  /** DBUtils.makeStatement, DBExecUtils.setStatementFetchSize, JDBCConnectionImpl, type SCRIPT. */
  private Statement statement(int offset, int rows) throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    if (rows > 0) {
      statement.setMaxRows(offset + rows);
    }
    statement.setFetchSize(rows > 0 ? offset + rows : 10_000);
    return statement;
  }

  /**
   * JDBCTable.readData and SQLQueryJob: executes, describes each column as JDBCColumnMetaData does,
   * skips rows as JDBCUtils.scrollResultSet does, and reads each value as its value handler does.
   */
  private static int rows(Statement statement, String sql, int offset) throws SQLException {
    assertTrue(statement.execute(sql));
    try (ResultSet results = statement.getResultSet()) {
      ResultSetMetaData columns = results.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        assertFalse(columns.getColumnLabel(i).isEmpty());
        assertFalse(columns.getColumnName(i).isEmpty());
        assertFalse(columns.isWritable(i));
        columns.getTableName(i);
        columns.getCatalogName(i);
        columns.getSchemaName(i);
        columns.isNullable(i);
        columns.getColumnDisplaySize(i);
        assertFalse(columns.getColumnTypeName(i).isEmpty());
        columns.isAutoIncrement(i);
        columns.getPrecision(i);
        columns.getScale(i);
      }
      for (int i = 0; i < offset; i++) {
        assertTrue(results.next());
      }
      int count = 0;
      while (results.next()) {
        count++;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          value(results, i, columns.getColumnType(i));
        }
      }
      return count;
    }
  }

  /** JDBCNumberValueHandler, JDBCBooleanValueHandler, JDBCDateTimeValueHandler and the rest. */
  private static void value(ResultSet results, int index, int type) throws SQLException {
    switch (type) {
      case Types.INTEGER -> results.getLong(index);
      case Types.SMALLINT -> results.getInt(index);
      case Types.TINYINT -> results.getShort(index);
      case Types.BOOLEAN -> results.getBoolean(index);
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> results.getTime(index);
      case Types.DATE -> results.getDate(index);
      default -> results.getObject(index);
    }
    results.wasNull();
  }

  @ParameterizedTest
  @MethodSource("entities")
  void previewsATable(String table) throws SQLException {
    String name = table.equals("order") ? "entities.\"order\"" : "entities." + table;
    try (Statement first = statement(0, SEGMENT)) {
      int rows = rows(first, "SELECT * FROM " + name, 0);
      assertTrue(rows > 0 && rows <= SEGMENT);
      assertFalse(first.getMoreResults());
      assertEquals(-1, first.getUpdateCount());
      assertNull(first.getWarnings());
    }
    try (PreparedStatement count =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM " + name,
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.CONCUR_READ_ONLY)) {
      assertTrue(count.execute());
      try (ResultSet results = count.getResultSet()) {
        assertTrue(results.next());
        assertTrue(results.getObject(1) instanceof Number);
      }
    }
  }

  @Test
  void turnsPages() throws SQLException {
    try (Statement second = statement(SEGMENT, SEGMENT)) {
      assertEquals(
          SEGMENT, rows(second, "SELECT * FROM entities.customer ORDER BY customer_id", SEGMENT));
    }
  }

  /** StandardSQLDialectQueryGenerator: filters and orders inside, or around the user's query. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT x.* FROM entities.customer x\nWHERE x.country ='Ireland' AND x.name LIKE 'A%'"
            + "\nORDER BY x.signed_up_at DESC",
        "SELECT * FROM entities.customer\nWHERE (country ='Ireland') AND (newsletter =true)"
            + "\nORDER BY name,customer_id DESC",
        "SELECT * FROM (\nselect c.name, o.status from customer c join order o\n) z_q"
            + " WHERE z_q.status IN ('shipped','cancelled') ORDER BY z_q.name",
        "SELECT * FROM (\nselect region, METRIC('customers') as n from customer group by region\n)"
            + " z_q ORDER BY 2 DESC",
        "SELECT country,COUNT(*)\nFROM (\nSELECT * FROM entities.customer\n) src"
            + "\nGROUP BY country\nORDER BY 2 DESC",
        "SELECT COUNT(*) FROM (\nselect c.name, o.status from customer c join order o\n) dbvrcnt",
        "SELECT country_code, name FROM entities.country WHERE CAST(country_code AS VARCHAR)"
            + " LIKE '%E%' ORDER BY country_code"
      })
  void filtersSortsAndGroups(String sql) throws SQLException {
    try (Statement statement = statement(0, SEGMENT)) {
      assertTrue(rows(statement, sql, 0) > 0);
    }
  }

  /** SQLQueryJob with a timeout, a comment and parameters; the plan is asked for as a query. */
  @Test
  void runsWhatIsTypedIntoTheEditor() throws SQLException {
    try (Statement statement = statement(0, SEGMENT)) {
      statement.setQueryTimeout(20);
      assertTrue(
          rows(
                  statement,
                  "-- orders of a day\nselect o.*, c.name from order o left join customer c limit 7",
                  0)
              > 0);
      assertTrue(
          rows(statement, "EXPLAIN select c.name, p.name from customer c join product p", 0) > 1);
      SQLException wrong =
          assertThrows(SQLException.class, () -> statement.execute("select nmae from customer"));
      assertTrue(wrong.getMessage().contains("line 1, column 8"));
      assertTrue(rows(statement, "select name from country", 0) > 0);
    }
  }

  /** DatabaseTransferProducer: all rows, without a limit, ten thousand at a time. */
  @Test
  void exports() throws SQLException {
    try (Statement statement = statement(0, 0)) {
      assertTrue(rows(statement, "SELECT * FROM entities.order_item", 0) > 10_000);
    }
  }

  /** JDBCDataSource.cancelStatementExecute, from another thread, while rows are fetched. */
  @Test
  void cancels() throws Exception {
    String endless = "SELECT a.name FROM customer a, customer b, customer c";
    try (Statement statement = statement(0, 0)) {
      assertTrue(statement.execute(endless));
      try (ResultSet results = statement.getResultSet()) {
        assertTrue(results.next());
        CompletableFuture.runAsync(
                () -> {
                  try {
                    statement.cancel();
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .get(10, TimeUnit.SECONDS);
        SQLException cancelled =
            assertThrows(
                SQLException.class,
                () -> {
                  while (results.next()) {
                    results.getObject(1);
                  }
                });
        assertEquals("57014", cancelled.getSQLState());
      }
    }
    assertTrue(connection.isValid(5));
  }

  /** JDBCUtils.isConnectionAlive; DBeaver reads metadata on a second connection of its own. */
  @Test
  void keepsTwoConnectionsAlive() throws SQLException {
    try (Connection metadata = Demo.connect()) {
      metadata.setAutoCommit(true);
      metadata.setCatalog("larder");
      metadata.setSchema("entities");
      assertFalse(metadata.isClosed());
      assertTrue(metadata.isValid(10));
      assertTrue(connection.isValid(10));
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      assertEquals(Connection.TRANSACTION_NONE, connection.getTransactionIsolation());
      connection.commit();
      assertNull(connection.getWarnings());
      connection.clearWarnings();
    }
  }
}
