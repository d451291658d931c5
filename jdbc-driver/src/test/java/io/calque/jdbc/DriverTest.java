package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.project.ProjectParts.ModelProblem;
import io.calque.warehouse.WarehouseException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program sees that connects, asks and reads. */
class DriverTest {
  @TempDir Path folder;

  @Test
  void readsRows() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, balance AS owed FROM customer ORDER BY id")) {
      assertTrue(rows.next());
      assertEquals("Ann", rows.getString("NAME"));
      assertEquals(new BigDecimal("10.50"), rows.getBigDecimal("owed"));
      assertEquals(new BigDecimal("10.50"), rows.getObject(2));
      assertTrue(rows.next());
      assertEquals(0, rows.getInt(2));
      assertTrue(rows.wasNull());
      assertNull(rows.getObject(2));
      assertTrue(rows.next());
      assertFalse(rows.next());
      ResultSetMetaData metaData = rows.getMetaData();
      assertEquals("Owed", metaData.getColumnLabel(2));
      assertEquals("customer", metaData.getTableName(1));
      assertEquals("entities", metaData.getSchemaName(1));
      assertEquals("name", metaData.getColumnName(1));
      assertEquals(Types.DECIMAL, metaData.getColumnType(2));
      assertEquals(2, metaData.getScale(2));
    }
  }

  @Test
  void staysReadOnlyWithoutAWord() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect()) {
      connection.setReadOnly(false);
      assertTrue(connection.isReadOnly());
      assertNull(connection.getWarnings());
    }
  }

  @Test
  void preparesBindsAndRunsAgain() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT name FROM customer WHERE id > ? AND name <> ?")) {
      assertEquals("name", statement.getMetaData().getColumnLabel(1));
      assertEquals(2, statement.getParameterMetaData().getParameterCount());
      assertEquals(Types.INTEGER, statement.getParameterMetaData().getParameterType(1));
      statement.setInt(1, 1);
      assertEquals(
          "07001", assertThrows(SQLException.class, statement::executeQuery).getSQLState());
      statement.setString(2, "Bob");
      assertEquals(List.of("Cy"), strings(statement.executeQuery()));
      statement.setLong(1, 0L);
      assertEquals(List.of("Ann", "Cy"), strings(statement.executeQuery()));
      statement.setNull(1, Types.INTEGER);
      assertEquals(List.of(), strings(statement.executeQuery()));
      assertEquals(
          "07009", assertThrows(SQLException.class, () -> statement.setInt(3, 1)).getSQLState());
    }
  }

  @Test
  void describesAQuestionMarkWithoutAType() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT ? AS x, name, balance FROM customer")) {
      assertEquals(3, statement.getMetaData().getColumnCount());
      assertEquals(Types.DECIMAL, statement.getMetaData().getColumnType(3));
    }
  }

  private static List<String> strings(ResultSet rows) throws SQLException {
    List<String> strings = new java.util.ArrayList<>();
    while (rows.next()) {
      strings.add(rows.getString(1));
    }
    rows.close();
    return strings;
  }

  @Test
  void enforcesMaxRows() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      assertEquals(2, strings(statement.executeQuery("SELECT name FROM customer")).size());
    }
  }

  @Test
  void explains() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("EXPLAIN SELECT name FROM customer")) {
        assertTrue(rows.next());
        assertEquals("warehouse sql", rows.getString("topic"));
        assertEquals("SELECT name FROM customers", rows.getString("detail"));
        assertFalse(rows.next());
      }
      try (ResultSet rows = statement.executeQuery("EXPLAIN ANALYZE SELECT name FROM customer")) {
        assertTrue(rows.next());
        assertTrue(rows.next());
        assertEquals("warehouse plan", rows.getString("topic"));
        assertTrue(rows.getString("detail").contains("customers"), rows.getString("detail"));
      }
    }
  }

  @Test
  void answersSessionStatementsAndRefusesUpdates() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        Statement statement = connection.createStatement()) {
      assertFalse(statement.execute("SET search_path = x"));
      assertEquals(0, statement.getUpdateCount());
      SQLException refused =
          assertThrows(
              SQLException.class, () -> statement.executeUpdate("SELECT name FROM customer"));
      assertEquals("25006", refused.getSQLState());
      assertTrue(refused.getMessage().contains("read-only"), refused.getMessage());
      assertThrows(SQLException.class, () -> statement.addBatch("SELECT 1"));
    }
  }

  @Test
  void carriesWarnings() throws SQLException {
    List<ModelProblem> problems = List.of(new ModelProblem(false, "a.yml:1:2: odd"));
    try (Connection connection = TestShop.in(folder, problems, Map.of()).connect();
        Statement statement = connection.createStatement()) {
      assertEquals("a.yml:1:2: odd", connection.getWarnings().getMessage());
      statement.executeQuery("SELECT 'warn'").close();
      assertEquals("mind the fan-out", statement.getWarnings().getMessage());
      assertEquals("and the rest", statement.getWarnings().getNextWarning().getMessage());
      statement.executeQuery("SELECT 1").close();
      assertNull(statement.getWarnings());
    }
  }

  @Test
  void refusesAModelWithErrorsUnlessLenient() throws SQLException {
    TestShop shop =
        TestShop.in(
            folder,
            List.of(
                new ModelProblem(true, "a.yml:1:2: E1"), new ModelProblem(true, "b.yml:3:4: E2")),
            Map.of());
    SQLException refused = assertThrows(SQLException.class, shop::connect);
    assertEquals("08001", refused.getSQLState());
    assertEquals(604, refused.getErrorCode());
    assertTrue(refused.getMessage().contains("a.yml:1:2: E1\nb.yml:3:4: E2"));
    try (Connection connection = shop.connect(";lenient=true")) {
      assertEquals("a.yml:1:2: E1", connection.getWarnings().getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT nope FROM customer|42703",
        "SELECT * FROM nowhere|42P01",
        "SELECT CAST(name AS INTEGER) FROM customer|22018",
        "SELECT CAST(name AS DATE) FROM customer|22007",
        "SELECT 9223372036854775807 + id FROM customer|22003",
        "SELECT nope(1)|42883",
        "SELECT FROM FROM|42601",
        "SELECT id, sum(balance) FROM customer|42803",
        "SELECT error('boom') FROM customer|22023",
        "SELECT * FROM read_text('/etc/passwd')|42501",
        "SELECT a.id FROM customer a, customer b WHERE id = 1|42702"
      })
  void translatesTheWarehousesErrors(String sql, String sqlState) throws SQLException {
    try (Connection connection = TestShop.in(folder).connect();
        Statement statement = connection.createStatement()) {
      SQLException error =
          assertThrows(SQLException.class, () -> strings(statement.executeQuery(sql)));
      assertEquals(sqlState, error.getSQLState(), error.getMessage());
      assertEquals(700, error.getErrorCode());
      assertNotNull(error.getCause());
      assertFalse(error.getMessage().contains("LINE 1"), error.getMessage());
      assertTrue(((WarehouseException) error).warehouseSql().isPresent());
    }
  }

  @Test
  void showsTheModelAsMetadata() throws SQLException {
    try (Connection connection = TestShop.in(folder).connect()) {
      DatabaseMetaData metaData = connection.getMetaData();
      assertEquals("Calque", metaData.getDatabaseProductName());
      try (ResultSet tables = metaData.getTables("shop", "entities", "cust%", null)) {
        assertTrue(tables.next());
        assertEquals("customer", tables.getString("TABLE_NAME"));
        assertEquals("Who buys.", tables.getString("REMARKS"));
        assertFalse(tables.next());
      }
      try (ResultSet columns = metaData.getColumns(null, null, "%", "%")) {
        assertTrue(columns.next());
        assertEquals("id", columns.getString("COLUMN_NAME"));
        assertEquals(Types.INTEGER, columns.getInt("DATA_TYPE"));
        assertTrue(columns.next());
        assertTrue(columns.next());
        assertEquals("DECIMAL(4,2)", columns.getString("TYPE_NAME"));
        assertEquals(2, columns.getInt("DECIMAL_DIGITS"));
        assertEquals(3, columns.getInt("ORDINAL_POSITION"));
      }
      try (ResultSet keys = metaData.getPrimaryKeys(null, null, "customer")) {
        assertTrue(keys.next());
        assertEquals("id", keys.getString("COLUMN_NAME"));
      }
      try (ResultSet none = metaData.getProcedures(null, null, "%")) {
        assertFalse(none.next());
      }
      assertTrue(metaData.nullsAreSortedAtEnd());
      assertEquals("\"", metaData.getIdentifierQuoteString());
    }
  }

  @Test
  void takesOnlyItsOwnUrls() throws SQLException {
    Driver driver = new Driver();
    assertNull(driver.connect("jdbc:duckdb:", new Properties()));
    assertFalse(driver.acceptsURL(null));
    DriverPropertyInfo[] infos = driver.getPropertyInfo("jdbc:calque:x;lenient=true", null);
    assertEquals(
        List.of(
            "model",
            "warehouse",
            "domain",
            "tables",
            "foreignKeys",
            "lenient",
            "aggregates",
            "metricColumns",
            "user",
            "password"),
        Arrays.stream(infos).map(info -> info.name).toList());
    assertEquals("true", infos[5].value);
    assertArrayEquals(new String[] {"true", "false"}, infos[5].choices);
  }

  @Test
  void tellsWhatIsClosed() throws SQLException {
    Connection connection = TestShop.in(folder).connect();
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT * FROM range(100000)");
    assertTrue(rows.next());
    assertTrue(connection.isValid(1));
    connection.close();
    assertTrue(statement.isClosed());
    assertTrue(rows.isClosed());
    assertFalse(connection.isValid(1));
    assertEquals("08003", assertThrows(SQLException.class, rows::next).getSQLState());
    assertEquals(
        "08003", assertThrows(SQLException.class, connection::createStatement).getSQLState());
    connection.close();
  }
}
