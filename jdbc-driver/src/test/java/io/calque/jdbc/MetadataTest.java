package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model as tools browse it. */
class MetadataTest {
  @TempDir Path folder;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void connect() throws SQLException {
    connection = ModelShop.in(folder).connect();
    metaData = connection.getMetaData();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  /** The rows, with the named columns of each between bars. */
  private static List<String> rows(ResultSet rows, String... columns) throws SQLException {
    List<String> read = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        StringJoiner row = new StringJoiner("|");
        for (String column : columns) {
          row.add(rows.getString(column));
        }
        read.add(row.toString());
      }
    }
    return read;
  }

  private List<String> tables(String schema, String pattern, String... types) throws SQLException {
    return rows(
        metaData.getTables(null, schema, pattern, types.length == 0 ? null : types), "TABLE_NAME");
  }

  @Test
  void listsTables() throws SQLException {
    assertEquals(
        List.of("customer", "ghost", "line", "order", "product", "remark", "secret"),
        tables("entities", null));
    assertEquals(List.of("contents", "same_number"), tables("bridges", "%"));
    assertEquals(
        List.of(
            "aggregates",
            "entities",
            "features",
            "join_steps",
            "joins",
            "lineage",
            "metrics",
            "relationships"),
        tables("meta", "%", "VIEW"));
    assertEquals(List.of("customer"), tables("entities", "cust%", "TABLE", "VIEW"));
    assertEquals(List.of("order"), tables("%", "_rder"));
    assertEquals(List.of(), tables("%", "\\_rder"));
    assertEquals(List.of("join_steps"), tables(null, "join\\_%"));
    assertEquals(List.of(), tables("entities", "%", "VIEW"));
    assertEquals(List.of(), tables("", "%"));
    assertEquals(List.of(), rows(metaData.getTables("other", null, "%", null), "TABLE_NAME"));
    assertEquals(
        List.of("shop|entities|customer|TABLE|Who buys."),
        rows(
            metaData.getTables("shop", "entities", "customer", new String[] {"TABLE"}),
            "TABLE_CAT",
            "TABLE_SCHEM",
            "TABLE_NAME",
            "TABLE_TYPE",
            "REMARKS"));
    assertEquals(List.of("TABLE", "VIEW"), rows(metaData.getTableTypes(), "TABLE_TYPE"));
    assertEquals(
        List.of("bridges|shop", "entities|shop", "meta|shop"),
        rows(metaData.getSchemas(), "TABLE_SCHEM", "TABLE_CATALOG"));
    assertEquals(List.of("meta"), rows(metaData.getSchemas("shop", "m%"), "TABLE_SCHEM"));
    assertEquals(List.of("shop"), rows(metaData.getCatalogs(), "TABLE_CAT"));
  }

  @Test
  void typesColumnsByTheWarehouseAndBrokenOnesByTheModel() throws SQLException {
    assertEquals(
        List.of(
            "1|id|INTEGER|NO|The id.",
            "2|name|VARCHAR|NO|The name.",
            "3|referred_by|INTEGER|NO|The referred_by.",
            "4|balance|DECIMAL(4,2)|NO|The balance.",
            "5|broken|DOUBLE|NO|",
            "6|customers|BIGINT|YES|How many.",
            "7|owed|DECIMAL(38,2)|YES|"),
        rows(
            metaData.getColumns(null, null, "customer", null),
            "ORDINAL_POSITION",
            "COLUMN_NAME",
            "TYPE_NAME",
            "IS_GENERATEDCOLUMN",
            "REMARKS"));
    assertEquals(
        List.of("id|VARCHAR|2147483647", "name|VARCHAR|2147483647"),
        rows(
            metaData.getColumns(null, null, "ghost", "%"),
            "COLUMN_NAME",
            "TYPE_NAME",
            "COLUMN_SIZE"));
    assertEquals(
        List.of("balance|4|2|10"),
        rows(
            metaData.getColumns(null, null, "%", "bal%"),
            "COLUMN_NAME",
            "COLUMN_SIZE",
            "DECIMAL_DIGITS",
            "NUM_PREC_RADIX"));
  }

  @Test
  void listsPrimaryKeysThatQueriesSeeWhole() throws SQLException {
    assertEquals(
        List.of("no|2|PK_line", "order_id|1|PK_line"),
        rows(metaData.getPrimaryKeys(null, null, "line"), "COLUMN_NAME", "KEY_SEQ", "PK_NAME"));
    assertEquals(List.of(), rows(metaData.getPrimaryKeys(null, null, "secret"), "COLUMN_NAME"));
    assertEquals(
        List.of("PK_line|1|order_id|false", "PK_line|2|no|false"),
        rows(
            metaData.getIndexInfo(null, null, "line", true, true),
            "INDEX_NAME",
            "ORDINAL_POSITION",
            "COLUMN_NAME",
            "NON_UNIQUE"));
    assertEquals(
        List.of("order_id|BIGINT", "no|SMALLINT"),
        rows(
            metaData.getBestRowIdentifier(
                null, null, "line", DatabaseMetaData.bestRowSession, true),
            "COLUMN_NAME",
            "TYPE_NAME"));
  }

  @Test
  void listsJoinsOntoWholeKeysAsForeignKeysBothWays() throws SQLException {
    String[] shown = {
      "FKTABLE_NAME",
      "FKCOLUMN_NAME",
      "PKTABLE_NAME",
      "PKCOLUMN_NAME",
      "KEY_SEQ",
      "FK_NAME",
      "PK_NAME"
    };
    List<String> ofOrder =
        List.of(
            "order|payer_id|customer|id|1|billing|PK_customer",
            "order|customer_id|customer|id|1|placing|PK_customer");
    List<String> ofCustomer = List.of("customer|referred_by|customer|id|1|referral|PK_customer");
    List<String> ofRemark =
        List.of(
            "remark|order_no|line|order_id|1|remarks|PK_line",
            "remark|line_no|line|no|2|remarks|PK_line");
    assertEquals(ofOrder, rows(metaData.getImportedKeys(null, null, "order"), shown));
    assertEquals(ofCustomer, rows(metaData.getImportedKeys(null, null, "customer"), shown));
    assertEquals(ofRemark, rows(metaData.getImportedKeys(null, null, "remark"), shown));
    assertEquals(ofRemark, rows(metaData.getExportedKeys(null, null, "line"), shown));
    List<String> toCustomer = new ArrayList<>();
    toCustomer.add("same_number|customer_id|customer|id|1|same_number_customer|PK_customer");
    toCustomer.addAll(ofCustomer);
    toCustomer.addAll(ofOrder);
    toCustomer.add("product|weight|customer|id|1|same_number|PK_customer");
    assertEquals(toCustomer, rows(metaData.getExportedKeys("shop", null, "customer"), shown));
    assertEquals(
        ofOrder,
        rows(metaData.getCrossReference(null, null, "customer", null, null, "order"), shown));
    assertEquals(
        List.of(),
        rows(metaData.getCrossReference(null, null, "order", null, null, "customer"), shown));
    assertEquals(List.of(), rows(metaData.getExportedKeys(null, null, "secret"), shown));
    assertEquals(List.of(), rows(metaData.getImportedKeys(null, null, "secret"), shown));
  }

  @Test
  void listsFunctionsAndTypesOfTheWarehouse() throws SQLException {
    List<String> functions =
        rows(metaData.getFunctions(null, null, "%"), "FUNCTION_NAME", "FUNCTION_TYPE");
    assertTrue(functions.contains("METRIC|1"), functions.toString());
    assertTrue(functions.contains("median|1"), functions.toString());
    assertTrue(functions.contains("range|2") || functions.contains("range|1"));
    assertFalse(functions.contains("read_csv|2"), functions.toString());
    assertFalse(functions.contains("getenv|1"), functions.toString());
    List<String> types = rows(metaData.getTypeInfo(), "TYPE_NAME", "DATA_TYPE");
    assertTrue(types.contains("HUGEINT|" + Types.DECIMAL), types.toString());
    assertTrue(Arrays.asList(metaData.getSQLKeywords().split(",")).contains("QUALIFY"));
    assertFalse(Arrays.asList(metaData.getSQLKeywords().split(",")).contains("SELECT"));
    assertTrue(Arrays.asList(metaData.getNumericFunctions().split(",")).contains("ABS"));
  }

  /** By the positions that JDBC 4.3 gives. */
  @Test
  void hasJdbcsColumnsAtJdbcsPositions() throws SQLException {
    assertColumn(metaData.getColumns(null, null, "%", "%"), 24, 24, "IS_GENERATEDCOLUMN", 12);
    assertColumn(metaData.getColumns(null, null, "%", "%"), 24, 5, "DATA_TYPE", Types.INTEGER);
    assertColumn(
        metaData.getColumns(null, null, "%", "%"), 24, 22, "SOURCE_DATA_TYPE", Types.SMALLINT);
    assertColumn(metaData.getTables(null, null, "%", null), 10, 5, "REMARKS", Types.VARCHAR);
    assertColumn(metaData.getPrimaryKeys(null, null, "%"), 6, 5, "KEY_SEQ", Types.SMALLINT);
    assertColumn(metaData.getImportedKeys(null, null, "x"), 14, 12, "FK_NAME", Types.VARCHAR);
    assertColumn(
        metaData.getIndexInfo(null, null, "x", true, true), 13, 4, "NON_UNIQUE", Types.BOOLEAN);
    assertColumn(
        metaData.getIndexInfo(null, null, "x", true, true), 13, 11, "CARDINALITY", Types.BIGINT);
    assertColumn(metaData.getTypeInfo(), 18, 18, "NUM_PREC_RADIX", Types.INTEGER);
    assertColumn(metaData.getFunctions(null, null, "%"), 6, 5, "FUNCTION_TYPE", Types.SMALLINT);
    assertColumn(metaData.getFunctionColumns(null, null, "%", "%"), 17, 17, "SPECIFIC_NAME", 12);
    assertColumn(metaData.getProcedures(null, null, "%"), 9, 8, "PROCEDURE_TYPE", Types.SMALLINT);
    assertColumn(metaData.getProcedureColumns(null, null, "%", "%"), 20, 20, "SPECIFIC_NAME", 12);
    assertColumn(metaData.getUDTs(null, null, "%", null), 7, 7, "BASE_TYPE", Types.SMALLINT);
    assertColumn(metaData.getAttributes(null, null, "%", "%"), 21, 21, "SOURCE_DATA_TYPE", 5);
    assertColumn(metaData.getPseudoColumns(null, null, "%", "%"), 12, 9, "COLUMN_USAGE", 12);
    assertColumn(metaData.getVersionColumns(null, null, "x"), 8, 1, "SCOPE", Types.SMALLINT);
    assertColumn(metaData.getTablePrivileges(null, null, "%"), 7, 6, "PRIVILEGE", 12);
    assertColumn(metaData.getColumnPrivileges(null, null, "x", "%"), 8, 7, "PRIVILEGE", 12);
    assertColumn(metaData.getSuperTypes(null, null, "%"), 6, 6, "SUPERTYPE_NAME", 12);
    assertColumn(metaData.getSuperTables(null, null, "%"), 4, 4, "SUPERTABLE_NAME", 12);
    assertColumn(metaData.getClientInfoProperties(), 4, 2, "MAX_LEN", Types.INTEGER);
  }

  private static void assertColumn(ResultSet rows, int count, int index, String name, int type)
      throws SQLException {
    try (rows) {
      ResultSetMetaData columns = rows.getMetaData();
      assertEquals(count, columns.getColumnCount());
      assertEquals(name, columns.getColumnLabel(index));
      assertEquals(type, columns.getColumnType(index), name);
    }
  }

  @Test
  void answersManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        answers.add(
            threads.submit(
                () -> {
                  try (ResultSet open = metaData.getTables(null, null, "%", null)) {
                    assertTrue(open.next());
                    return rows(metaData.getColumns(null, null, "%", "%"), "COLUMN_NAME");
                  }
                }));
      }
      List<String> first = answers.get(0).get();
      for (Future<List<String>> answer : answers) {
        assertEquals(first, answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
