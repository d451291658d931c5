package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A connection as DBeaver opens and closes it with a driver of the type Generic; call by call, as
 * its source of October 2024 makes them. Comments name its classes.
 */
abstract class DBeaverSession {
  Connection connection;

  /** JDBCDataSource.openConnection, JDBCExecutionContext.connect, GenericExecutionContext. */
  @BeforeEach
  void connect() throws Exception {
    Driver driver =
        (Driver) Class.forName("io.calque.jdbc.Driver").getDeclaredConstructor().newInstance();
    String url = "jdbc:calque:{folder}".replace("{folder}", Demo.folder().toString());
    assertTrue(driver.acceptsURL(url));
    assertTrue(driver.getPropertyInfo(url, new Properties()).length > 3);
    connection = driver.connect(url, new Properties());
    connection.setAutoCommit(true);
    assertTrue(connection.getAutoCommit());
    assertEquals("larder", connection.getCatalog());
  }

  /** JDBCDataSource.closeConnection. */
  @AfterEach
  void disconnect() throws SQLException {
    connection.rollback();
    connection.close();
  }

  /** A result's rows by label, read as GenericUtils.safeGetString does. */
  static List<Map<String, String>> read(ResultSet results) throws SQLException {
    try (results) {
      ResultSetMetaData columns = results.getMetaData();
      List<Map<String, String>> rows = new ArrayList<>();
      while (results.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String label = columns.getColumnLabel(i);
          row.put(label, results.getString(label));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  static List<String> names(ResultSet results, String label) throws SQLException {
    return read(results).stream().map(row -> row.get(label)).toList();
  }

  static Stream<String> entities() {
    return Stream.of("category", "country", "customer", "order", "order_item", "product");
  }
}
