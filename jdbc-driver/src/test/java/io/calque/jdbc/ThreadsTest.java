package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One connection and its options, used by one thread and by many. */
class ThreadsTest {
  @TempDir Path folder;

  @Test
  void manyThreadsUseOneConnection() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection connection = ModelShop.in(folder).connect()) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int least = i % 3;
        counts.add(threads.submit(() -> count(connection, least)));
      }
      for (int i = 0; i < counts.size(); i++) {
        assertEquals(3 - i % 3, counts.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int count(Connection connection, int above) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM customer WHERE id > ?")) {
      statement.setInt(1, above);
      int rows = 0;
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows++;
        }
      }
      return rows;
    }
  }

  @Test
  void downgradesWhatItDoesNotHave() throws SQLException {
    try (Connection connection = ModelShop.in(folder).connect()) {
      connection.clearWarnings();
      try (Statement statement =
          connection.createStatement(
              ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
        assertEquals(ResultSet.TYPE_FORWARD_ONLY, statement.getResultSetType());
        assertEquals(ResultSet.CONCUR_READ_ONLY, statement.getResultSetConcurrency());
      }
      assertNotNull(connection.getWarnings());
      assertNotNull(connection.getWarnings().getNextWarning());
      connection.clearWarnings();
      assertNull(connection.getWarnings());
      connection.setAutoCommit(false);
      assertFalse(connection.getAutoCommit());
      connection.commit();
      connection.rollback();
      assertThrows(SQLFeatureNotSupportedException.class, connection::setSavepoint);
      assertEquals(
          "3D000",
          assertThrows(SQLException.class, () -> connection.setCatalog("x")).getSQLState());
      assertEquals(
          "3F000", assertThrows(SQLException.class, () -> connection.setSchema("x")).getSQLState());
      connection.setClientInfo("ApplicationName", "test");
      assertEquals("test", connection.getClientInfo("ApplicationName"));
      assertTrue(connection.isReadOnly());
    }
  }

  @Test
  void endsResultsAsJdbcSays() throws SQLException {
    try (Connection connection = ModelShop.in(folder).connect();
        Statement statement = connection.createStatement()) {
      assertTrue(statement.execute("SELECT id FROM customer"));
      assertEquals(-1, statement.getUpdateCount());
      ResultSet rows = statement.getResultSet();
      assertFalse(statement.getMoreResults());
      assertTrue(rows.isClosed());
      assertNull(statement.getResultSet());
      assertEquals(-1, statement.getUpdateCount());
      assertEquals(0, statement.executeBatch().length);
      statement.setFetchSize(100);
      assertEquals(100, statement.getFetchSize());
      statement.closeOnCompletion();
      statement.executeQuery("SELECT id FROM customer").close();
      assertTrue(statement.isClosed());
    }
  }
}
