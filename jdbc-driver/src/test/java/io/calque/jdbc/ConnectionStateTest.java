package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.SemanticModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What tools set on connections and statements, and what becomes of it. */
class ConnectionStateTest {
  @TempDir Path folder;
  private ModelShop shop;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    shop = ModelShop.in(folder);
    connection = shop.connect();
    connection.clearWarnings();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private static String state(Executable call) {
    return assertThrows(SQLException.class, call).getSQLState();
  }

  private List<String> warnings() throws SQLException {
    List<String> texts = new ArrayList<>();
    for (SQLWarning w = connection.getWarnings(); w != null; w = w.getNextWarning()) {
      texts.add(w.getMessage());
    }
    connection.clearWarnings();
    return texts;
  }

  @Test
  void itsModelIsTheOneThatStatementsSee() throws SQLException {
    assertTrue(connection.isWrapperFor(SemanticModel.class));
    SemanticModel model = connection.unwrap(SemanticModel.class);
    assertTrue(model.entity("product").isPresent());
    assertSame(model, connection.unwrap(SemanticModel.class));
  }

  @Test
  void transactionsBeginAndEndWithoutEffect() throws SQLException {
    assertTrue(connection.getAutoCommit());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM customer")) {
      assertTrue(rows.next());
      connection.commit();
      connection.rollback();
      assertTrue(rows.next(), "results outlive transactions");
    }
    assertEquals(ResultSet.HOLD_CURSORS_OVER_COMMIT, connection.getHoldability());
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertEquals(Connection.TRANSACTION_NONE, connection.getTransactionIsolation());
    assertEquals(1, warnings().size());
    assertEquals("22023", state(() -> connection.setTransactionIsolation(77)));
  }

  @Test
  void savepointsAndProceduresAreNotSupported() {
    for (Executable call :
        List.<Executable>of(
            connection::setSavepoint,
            () -> connection.setSavepoint("a"),
            () -> connection.rollback(null),
            () -> connection.releaseSavepoint(null),
            () -> connection.prepareCall("{call x()}"),
            () -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT))) {
      assertEquals(
          "0A000", assertThrows(SQLFeatureNotSupportedException.class, call).getSQLState());
    }
  }

  @Test
  void aConnectionIsReadOnlyWhateverIsWished() throws SQLException {
    connection.setReadOnly(true);
    connection.setReadOnly(false);
    assertTrue(connection.isReadOnly());
    assertEquals(List.of(), warnings());
  }

  @Test
  void clientInfoIsKeptAndWhatIsUnknownIsAWarning() throws SQLException {
    connection.setClientInfo("ApplicationName", "reports");
    assertEquals("reports", connection.getClientInfo("applicationname"));
    connection.setClientInfo("Colour", "red");
    assertTrue(warnings().get(0).contains("Colour"));
    Properties all = new Properties();
    all.setProperty("ClientUser", "ann");
    connection.setClientInfo(all);
    assertEquals(all, connection.getClientInfo());
  }

  @Test
  void aConnectionWrapsItself() throws SQLException {
    assertSame(connection, connection.unwrap(Connection.class));
    assertFalse(connection.isWrapperFor(String.class));
    assertEquals("22023", state(() -> connection.unwrap(String.class)));
  }

  @Test
  void statementsKeepTheirOptions() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setLargeMaxRows(2);
      assertEquals(2, statement.getMaxRows());
      statement.setFetchDirection(ResultSet.FETCH_FORWARD);
      statement.setPoolable(true);
      assertTrue(statement.isPoolable());
      statement.setEscapeProcessing(false);
      statement.setMaxFieldSize(100);
      assertEquals(0, statement.getMaxFieldSize(), "values are never cut");
      statement.setQueryTimeout(3);
      assertEquals(3, statement.getQueryTimeout());
      assertEquals("22023", state(() -> statement.setQueryTimeout(-1)));
      assertEquals("22023", state(() -> statement.setFetchSize(-1)));
      assertEquals("22023", state(() -> statement.setMaxRows(-1)));
      int rows = 0;
      try (ResultSet found = statement.executeQuery("SELECT id FROM customer")) {
        while (found.next()) {
          rows++;
        }
      }
      assertEquals(2, rows);
      assertEquals("22023", state(() -> connection.createStatement(1, 2, 3)));
    }
  }

  @Test
  void theFetchSizeReachesTheWarehouse() throws SQLException {
    shop.write(
        "calque.yml",
        "warehouse: {url: '" + WatchedDuckDb.PREFIX + folder.resolve("shop.duckdb") + "'}\n");
    connection.close();
    try (WatchedDuckDb watched = WatchedDuckDb.register();
        Connection other = shop.connect();
        PreparedStatement statement = other.prepareStatement("SELECT id FROM customer")) {
      statement.setFetchSize(123);
      statement.executeQuery().close();
      assertTrue(
          watched.onStatements().contains("setFetchSize[123]"), watched.onStatements()::toString);
    }
  }

  @Test
  void batchesAndUpdatesAreRefusedPolitely() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT id FROM customer")) {
      for (Executable call :
          List.<Executable>of(
              () -> statement.addBatch("DELETE FROM customer"),
              prepared::addBatch,
              () -> statement.executeUpdate("SELECT id FROM customer"),
              prepared::executeUpdate,
              prepared::executeLargeUpdate,
              () -> statement.execute("DELETE FROM customer"))) {
        SQLException refused = assertThrows(SQLException.class, call);
        assertEquals("25006", refused.getSQLState());
        assertTrue(refused.getMessage().contains("read-only"), refused.getMessage());
      }
      assertEquals(0, statement.executeBatch().length);
      assertEquals(0, prepared.executeLargeBatch().length);
      assertEquals(0, statement.executeLargeUpdate("SET application_name = 'x'"));
    }
  }

  @Test
  void resultsEndAsJdbcSays() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM customer")) {
      assertTrue(statement.execute());
      ResultSet first = statement.getResultSet();
      assertSame(statement, first.getStatement());
      assertEquals(-1, statement.getLargeUpdateCount());
      statement.execute();
      assertTrue(first.isClosed(), "a statement has one result");
      assertFalse(statement.getMoreResults());
      assertNull(statement.getResultSet());
      assertEquals(-1, statement.getUpdateCount());
      statement.closeOnCompletion();
      assertTrue(statement.isCloseOnCompletion());
      statement.executeQuery().close();
      assertTrue(statement.isClosed());
    }
  }

  @Test
  void scrollingIsDowngradedWithAWarning() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM customer",
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_READ_ONLY)) {
      assertEquals(ResultSet.TYPE_FORWARD_ONLY, statement.getResultSetType());
      assertEquals(1, warnings().size());
    }
  }
}
