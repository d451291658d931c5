package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Tableau does when it connects through <i>Other Databases (JDBC)</i>, as the documentation of
 * its capabilities and of its metadata enumeration says; its source is closed. The queries of its
 * worksheets are tested elsewhere.
 */
class TableauIT {
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = Demo.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** CAP_ISOLATION_LEVEL_…: one of the four, on a connection that only reads. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        Connection.TRANSACTION_READ_UNCOMMITTED,
        Connection.TRANSACTION_READ_COMMITTED,
        Connection.TRANSACTION_REPEATABLE_READ,
        Connection.TRANSACTION_SERIALIZABLE
      })
  void setsUpAConnection(int isolation) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(isolation);
    connection.setAutoCommit(true);
    assertTrue(connection.isValid(10));
  }

  /** The hierarchy first, then the columns of a table, its keys and links. */
  @Test
  void enumeratesCatalogsSchemasAndTables() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet catalogs = meta.getCatalogs();
        ResultSet schemas = meta.getSchemas("larder", null);
        ResultSet tables =
            meta.getTables(
                "larder",
                "entities",
                null,
                new String[] {"TABLE", "VIEW", "ALIAS", "SYNONYM", "MATERIALIZED VIEW"});
        ResultSet columns = meta.getColumns("larder", "entities", "order", null);
        ResultSet keys = meta.getPrimaryKeys("larder", "entities", "order");
        ResultSet links = meta.getImportedKeys("larder", "entities", "order");
        ResultSet index = meta.getIndexInfo("larder", "entities", "order", true, true);
        ResultSet procedures = meta.getProcedures("larder", "entities", null)) {
      assertTrue(catalogs.next() && schemas.next() && tables.next() && columns.next());
      assertTrue(keys.next() && links.next() && index.next());
      assertFalse(procedures.next());
    }
  }

  /** The ways in which it finds out the columns of a query, each tried if the one before fails. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM \"entities\".\"order\"",
        "SELECT * FROM \"entities\".\"order\" WHERE 1=0",
        "SELECT * FROM \"entities\".\"order\" LIMIT 0",
        "SELECT * FROM (\nselect c.name, o.status from customer c join order o\n) \"Custom SQL Query\""
            + " LIMIT 0"
      })
  void describesAQueryBeforeItRuns(String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int columns = query.getMetaData().getColumnCount();
      assertTrue(columns > 1);
      try (ResultSet rows = query.executeQuery()) {
        assertEquals(columns, rows.getMetaData().getColumnCount());
      }
    }
  }

  /** CAP_CREATE_TEMP_TABLES, CAP_SELECT_INTO: the refusal is how it learns that there are none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE LOCAL TEMPORARY TABLE \"XT01_CHECK\" (\"COL\" INTEGER) ON COMMIT PRESERVE ROWS",
        "SELECT 1 AS \"COL\" INTO \"XT01_CHECK\"",
        "DROP TABLE \"XT01_CHECK\""
      })
  void learnsThatThereAreNoTemporaryTables(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertTrue(refused.getSQLState().matches("25006|42601|42000|0A000"), refused::getSQLState);
      assertTrue(statement.execute("SELECT 1"));
    }
  }
}
