package io.calque.jdbcconformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every column of every result of {@code DatabaseMetaData}, as JDBC 4.3 lists them: name and type,
 * in order. Text goes without saying; what JDBC calls "not used" may have any type, here text.
 */
class MetadataColumnsTest {
  private static final Map<String, Integer> TYPES =
      Map.of(
          "int", Types.INTEGER,
          "short", Types.SMALLINT,
          "long", Types.BIGINT,
          "boolean", Types.BOOLEAN,
          "text", Types.VARCHAR);

  @TempDir static Path folder;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException, IOException {
    connection = JdbcProject.in(folder).connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @FunctionalInterface
  private interface Question {
    ResultSet ask(DatabaseMetaData metaData) throws SQLException;
  }

  private static Arguments question(String method, Question question, String columns) {
    return arguments(method, question, columns);
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        question("getCatalogs", DatabaseMetaData::getCatalogs, "TABLE_CAT"),
        question("getSchemas", DatabaseMetaData::getSchemas, "TABLE_SCHEM TABLE_CATALOG"),
        question("getSchemas", m -> m.getSchemas(null, "%"), "TABLE_SCHEM TABLE_CATALOG"),
        question("getTableTypes", DatabaseMetaData::getTableTypes, "TABLE_TYPE"),
        question(
            "getTables",
            m -> m.getTables(null, null, "%", null),
            """
            TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM TYPE_NAME
            SELF_REFERENCING_COL_NAME REF_GENERATION
            """),
        question(
            "getColumns",
            m -> m.getColumns(null, null, "%", "%"),
            """
            TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int
            BUFFER_LENGTH:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS COLUMN_DEF
            SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int
            IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE:short
            IS_AUTOINCREMENT IS_GENERATEDCOLUMN
            """),
        question(
            "getPseudoColumns",
            m -> m.getPseudoColumns(null, null, "%", "%"),
            """
            TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int COLUMN_SIZE:int
            DECIMAL_DIGITS:int NUM_PREC_RADIX:int COLUMN_USAGE REMARKS CHAR_OCTET_LENGTH:int
            IS_NULLABLE
            """),
        question(
            "getPrimaryKeys",
            m -> m.getPrimaryKeys(null, null, "thing"),
            "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ:short PK_NAME"),
        question("getImportedKeys", m -> m.getImportedKeys(null, null, "thing"), foreignKeys()),
        question("getExportedKeys", m -> m.getExportedKeys(null, null, "thing"), foreignKeys()),
        question(
            "getCrossReference",
            m -> m.getCrossReference(null, null, "thing", null, null, "thing"),
            foreignKeys()),
        question(
            "getIndexInfo",
            m -> m.getIndexInfo(null, null, "thing", false, false),
            """
            TABLE_CAT TABLE_SCHEM TABLE_NAME NON_UNIQUE:boolean INDEX_QUALIFIER INDEX_NAME
            TYPE:short ORDINAL_POSITION:short COLUMN_NAME ASC_OR_DESC CARDINALITY:long PAGES:long
            FILTER_CONDITION
            """),
        question(
            "getBestRowIdentifier",
            m -> m.getBestRowIdentifier(null, null, "thing", 2, true),
            rowIdentifier()),
        question(
            "getVersionColumns", m -> m.getVersionColumns(null, null, "thing"), rowIdentifier()),
        question(
            "getTypeInfo",
            DatabaseMetaData::getTypeInfo,
            """
            TYPE_NAME DATA_TYPE:int PRECISION:int LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS
            NULLABLE:short CASE_SENSITIVE:boolean SEARCHABLE:short UNSIGNED_ATTRIBUTE:boolean
            FIXED_PREC_SCALE:boolean AUTO_INCREMENT:boolean LOCAL_TYPE_NAME MINIMUM_SCALE:short
            MAXIMUM_SCALE:short SQL_DATA_TYPE:int SQL_DATETIME_SUB:int NUM_PREC_RADIX:int
            """),
        question(
            "getFunctions",
            m -> m.getFunctions(null, null, "%"),
            "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS FUNCTION_TYPE:short SPECIFIC_NAME"),
        question(
            "getFunctionColumns",
            m -> m.getFunctionColumns(null, null, "%", "%"),
            """
            FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME COLUMN_NAME COLUMN_TYPE:short DATA_TYPE:int
            TYPE_NAME PRECISION:int LENGTH:int SCALE:short RADIX:short NULLABLE:short REMARKS
            CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SPECIFIC_NAME
            """),
        question(
            "getProcedures",
            m -> m.getProcedures(null, null, "%"),
            """
            PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME RESERVED1 RESERVED2 RESERVED3 REMARKS
            PROCEDURE_TYPE:short SPECIFIC_NAME
            """),
        question(
            "getProcedureColumns",
            m -> m.getProcedureColumns(null, null, "%", "%"),
            """
            PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME COLUMN_NAME COLUMN_TYPE:short
            DATA_TYPE:int TYPE_NAME PRECISION:int LENGTH:int SCALE:short RADIX:short NULLABLE:short
            REMARKS COLUMN_DEF SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int
            ORDINAL_POSITION:int IS_NULLABLE SPECIFIC_NAME
            """),
        question(
            "getTablePrivileges",
            m -> m.getTablePrivileges(null, null, "%"),
            "TABLE_CAT TABLE_SCHEM TABLE_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE"),
        question(
            "getColumnPrivileges",
            m -> m.getColumnPrivileges(null, null, "thing", "%"),
            "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE"),
        question(
            "getUDTs",
            m -> m.getUDTs(null, null, "%", null),
            "TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME DATA_TYPE:int REMARKS BASE_TYPE:short"),
        question(
            "getSuperTypes",
            m -> m.getSuperTypes(null, null, "%"),
            "TYPE_CAT TYPE_SCHEM TYPE_NAME SUPERTYPE_CAT SUPERTYPE_SCHEM SUPERTYPE_NAME"),
        question(
            "getSuperTables",
            m -> m.getSuperTables(null, null, "%"),
            "TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME"),
        question(
            "getAttributes",
            m -> m.getAttributes(null, null, "%", "%"),
            """
            TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME DATA_TYPE:int ATTR_TYPE_NAME ATTR_SIZE:int
            DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS ATTR_DEF SQL_DATA_TYPE:int
            SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE
            SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE:short
            """),
        question(
            "getClientInfoProperties",
            DatabaseMetaData::getClientInfoProperties,
            "NAME MAX_LEN:int DEFAULT_VALUE DESCRIPTION"));
  }

  private static String foreignKeys() {
    return """
           PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM
           FKTABLE_NAME FKCOLUMN_NAME KEY_SEQ:short UPDATE_RULE:short DELETE_RULE:short FK_NAME
           PK_NAME DEFERRABILITY:short
           """;
  }

  private static String rowIdentifier() {
    return """
           SCOPE:short COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int BUFFER_LENGTH:int
           DECIMAL_DIGITS:short PSEUDO_COLUMN:short
           """;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void hasJdbcsColumnsInJdbcsOrder(String method, Question question, String columns)
      throws SQLException {
    List<String> wanted = new ArrayList<>();
    for (String column : columns.strip().split("\\s+")) {
      String[] parts = column.split(":");
      wanted.add(parts[0] + " " + TYPES.get(parts.length == 1 ? "text" : parts[1]));
    }
    List<String> found = new ArrayList<>();
    try (ResultSet rows = question.ask(connection.getMetaData())) {
      ResultSetMetaData metaData = rows.getMetaData();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        found.add(metaData.getColumnLabel(i) + " " + metaData.getColumnType(i));
        assertEquals(i, rows.findColumn(metaData.getColumnLabel(i)));
      }
      while (rows.next()) {
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
          Object value = rows.getObject(i);
          boolean promised =
              value == null || value.getClass().getName().equals(metaData.getColumnClassName(i));
          assertEquals(true, promised, metaData.getColumnLabel(i) + ": " + value);
        }
      }
    }
    assertEquals(wanted, found);
  }
}
