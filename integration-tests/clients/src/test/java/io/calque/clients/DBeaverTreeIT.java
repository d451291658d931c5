package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What DBeaver asks when it connects, opens its tree, draws a diagram and searches. */
class DBeaverTreeIT extends DBeaverSession {
  /** DBConstants.METADATA_FETCH_SIZE. */
  private static final int METADATA_FETCH_SIZE = 1000;

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
        String nullable =
            switch (columns.getInt("NULLABLE")) {
              case DatabaseMetaData.columnNoNulls -> "NO";
              case DatabaseMetaData.columnNullable -> "YES";
              default -> "";
            };
        assertEquals(nullable, columns.getString("IS_NULLABLE"));
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
}
