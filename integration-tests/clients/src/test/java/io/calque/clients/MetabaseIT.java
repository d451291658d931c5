package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a Metabase driver made from its {@code sql-jdbc} does when it syncs a database and runs a
 * question, call by call, as its source makes them. Comments name its namespaces.
 */
class MetabaseIT {
  private static final String[] TYPES = {
    "TABLE",
    "PARTITIONED TABLE",
    "VIEW",
    "FOREIGN TABLE",
    "MATERIALIZED VIEW",
    "EXTERNAL TABLE",
    "DYNAMIC_TABLE"
  };

  private Connection connection;

  /** sql-jdbc.execute: set-default-connection-options!. */
  @BeforeEach
  void connect() throws SQLException {
    connection = Demo.connect();
    DatabaseMetaData meta = connection.getMetaData();
    for (int level :
        List.of(
            Connection.TRANSACTION_READ_UNCOMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_READ_COMMITTED)) {
      if (meta.supportsTransactionIsolationLevel(level)) {
        connection.setTransactionIsolation(level);
      }
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(true);
    // Metabase logs this one, and goes on
    assertThrows(
        SQLFeatureNotSupportedException.class,
        () -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private record Table(String schema, String name) {}

  /** describe-database: schemas one by one, then their tables, then a probe of each. */
  private List<Table> tables() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    List<Table> tables = new ArrayList<>();
    try (ResultSet schemas = meta.getSchemas()) {
      while (schemas.next()) {
        String schema = schemas.getString("TABLE_SCHEM");
        try (ResultSet found = meta.getTables(null, schema, "%", TYPES)) {
          while (found.next()) {
            found.getString("TABLE_TYPE");
            found.getString("REMARKS");
            tables.add(new Table(found.getString("TABLE_SCHEM"), found.getString("TABLE_NAME")));
          }
        }
      }
    }
    return tables;
  }

  @Test
  void describesTheDatabase() throws SQLException {
    List<Table> tables = tables();
    assertTrue(tables.contains(new Table("entities", "order")), tables::toString);
    for (Table table : tables) {
      String probe =
          "SELECT TRUE AS \"_\" FROM \"%s\".\"%s\" WHERE 1 <> 1 LIMIT 0"
              .formatted(table.schema(), table.name());
      try (PreparedStatement statement = statement(probe)) {
        statement.setQueryTimeout(15);
        assertTrue(statement.execute());
      }
    }
  }

  /** describe-table: fields, primary keys; describe-table-fks. */
  @Test
  void describesTables() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String escape = meta.getSearchStringEscape();
    for (Table table : tables()) {
      String name = table.name().replace("_", escape + "_");
      try (ResultSet columns = meta.getColumns(null, table.schema(), name, null)) {
        int count = 0;
        while (columns.next()) {
          columns.getString("COLUMN_DEF");
          columns.getInt("NULLABLE");
          columns.getString("IS_AUTOINCREMENT");
          assertFalse(columns.getString("COLUMN_NAME").isEmpty());
          assertFalse(columns.getString("TYPE_NAME").isEmpty());
          columns.getString("REMARKS");
          count++;
        }
        assertTrue(count > 0);
      }
      try (ResultSet keys = meta.getPrimaryKeys(null, table.schema(), table.name())) {
        while (keys.next()) {
          assertFalse(keys.getString("COLUMN_NAME").isEmpty());
        }
      }
      try (ResultSet keys = meta.getImportedKeys(null, table.schema(), table.name())) {
        while (keys.next()) {
          assertFalse(keys.getString("FKCOLUMN_NAME").isEmpty());
          assertFalse(keys.getString("PKTABLE_SCHEM").isEmpty());
          assertFalse(keys.getString("PKTABLE_NAME").isEmpty());
          assertFalse(keys.getString("PKCOLUMN_NAME").isEmpty());
        }
      }
    }
  }

  /** sql-jdbc.execute: prepared-statement. */
  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            sql,
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.CONCUR_READ_ONLY,
            ResultSet.CLOSE_CURSORS_AT_COMMIT);
    statement.setFetchDirection(ResultSet.FETCH_FORWARD);
    if (statement.getFetchSize() == 0) {
      statement.setFetchSize(500);
    }
    return statement;
  }

  /** sql-jdbc.execute: set-parameters!, execute-prepared-statement!, read-column-thunk. */
  @Test
  void runsAQuestion() throws SQLException {
    String sql =
        "SELECT \"entities\".\"order\".\"channel\" AS \"channel\","
            + " DATE_TRUNC('month', \"entities\".\"order\".\"ordered_at\") AS \"ordered_at\","
            + " COUNT(*) AS \"count\" FROM \"entities\".\"order\""
            + " WHERE \"entities\".\"order\".\"ordered_at\" >= ?"
            + " GROUP BY \"entities\".\"order\".\"channel\","
            + " DATE_TRUNC('month', \"entities\".\"order\".\"ordered_at\")"
            + " ORDER BY \"ordered_at\" ASC LIMIT 2000";
    try (PreparedStatement statement = statement(sql)) {
      assertEquals(1, statement.getParameterMetaData().getParameterCount());
      statement.setObject(1, LocalDateTime.of(2026, 1, 1, 0, 0), Types.TIMESTAMP);
      statement.setMaxRows(2000);
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData columns = rows.getMetaData();
        assertEquals("count", columns.getColumnLabel(3));
        assertFalse(columns.getColumnTypeName(3).isEmpty());
        int count = 0;
        while (rows.next()) {
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            switch (columns.getColumnType(i)) {
              case Types.TIMESTAMP -> rows.getObject(i, LocalDateTime.class);
              case Types.DATE -> rows.getObject(i, LocalDate.class);
              case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(i, OffsetDateTime.class);
              default -> rows.getObject(i);
            }
          }
          count++;
        }
        assertTrue(count > 10);
      }
    }
  }

  /** A driver made from its PostgreSQL one: sql-jdbc.execute, set-timezone-sql. */
  @Test
  void setsTheReportsTimeZoneWithoutEffect() throws SQLException {
    connection.setReadOnly(false);
    try (Statement statement = connection.createStatement()) {
      assertFalse(statement.execute("SET SESSION TIMEZONE TO 'Europe/Berlin';"));
    }
  }
}
