package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What DBeaver does to preview, filter, run, export and cancel, and to stay connected. */
class DBeaverDataIT extends DBeaverSession {
  /** The data viewer's segment, ModelPreferences.RESULT_SET_MAX_ROWS. */
  private static final int SEGMENT = 200;

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
