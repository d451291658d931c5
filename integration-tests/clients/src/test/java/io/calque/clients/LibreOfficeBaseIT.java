package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What LibreOffice Base asks of a JDBC driver that it does not know: result sets that scroll and
 * can be written. They are downgraded with a warning, and it reads on. The calls are those of
 * {@code connectivity/source/drivers/jdbc} and of {@code dbaccess}' row set.
 */
class LibreOfficeBaseIT {
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = Demo.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void asksWhatResultSetsThereAre() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    assertTrue(meta.supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY));
    assertFalse(
        meta.supportsResultSetConcurrency(
            ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE));
    assertFalse(meta.ownUpdatesAreVisible(ResultSet.TYPE_SCROLL_INSENSITIVE));
    assertTrue(meta.isReadOnly());
    assertEquals("\"", meta.getIdentifierQuoteString());
  }

  @Test
  void listsTables() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet tables = meta.getTables(null, "%", "%", new String[] {"VIEW", "TABLE", "%"})) {
      assertTrue(tables.next());
    }
    try (ResultSet columns = meta.getColumns(null, "entities", "customer", "%");
        ResultSet keys = meta.getPrimaryKeys(null, "entities", "customer");
        ResultSet privileges = meta.getTablePrivileges(null, "entities", "customer")) {
      assertTrue(columns.next());
      assertTrue(keys.next());
      privileges.next();
    }
  }

  @Test
  void readsATableThatItWouldLikeToEdit() throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
      assertEquals(ResultSet.TYPE_FORWARD_ONLY, statement.getResultSetType());
      assertEquals(ResultSet.CONCUR_READ_ONLY, statement.getResultSetConcurrency());
      assertNotNull(connection.getWarnings());
      statement.setEscapeProcessing(false);
      statement.setFetchSize(50);
      statement.setMaxRows(0);
      try (ResultSet rows =
          statement.executeQuery("SELECT * FROM \"entities\".\"customer\" ORDER BY \"name\" ASC")) {
        ResultSetMetaData columns = rows.getMetaData();
        assertFalse(columns.isWritable(1) || columns.isDefinitelyWritable(1));
        assertTrue(columns.isReadOnly(1) && columns.isSearchable(1));
        assertTrue(rows.isBeforeFirst());
        assertTrue(rows.next() && rows.next());
        assertEquals(2, rows.getRow());
      }
      statement.clearWarnings();
    }
  }

  @Test
  void readsRowsByTheirKey() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM \"entities\".\"customer\" WHERE ( 1 = 0 OR \"customer_id\" = ? )",
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_UPDATABLE)) {
      query.setInt(1, 1);
      try (ResultSet rows = query.executeQuery()) {
        assertTrue(rows.next());
      }
    }
  }
}
