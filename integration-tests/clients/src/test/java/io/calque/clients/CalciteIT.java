package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stock Calcite with a {@code JdbcSchema} over Calque. It takes every column that it sees for one
 * of {@code SELECT *}, so the URL says {@code metricColumns=false}.
 */
class CalciteIT {
  private static Connection calcite;

  @BeforeAll
  static void connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("lex", "JAVA");
    properties.setProperty(
        "model",
        """
        inline:{version: '1.0', defaultSchema: 'shop', schemas: [
          {name: 'shop', type: 'custom',
           factory: 'org.apache.calcite.adapter.jdbc.JdbcSchema$Factory',
           operand: {jdbcDriver: 'io.calque.jdbc.Driver', jdbcSchema: 'entities',
                     jdbcUrl: '%s;metricColumns=false'}}]}
        """
            .formatted(Demo.url()));
    calcite = DriverManager.getConnection("jdbc:calcite:", properties);
  }

  @AfterAll
  static void close() throws SQLException {
    calcite.close();
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> printed = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        printed.add(String.join("|", cells));
      }
      return printed;
    }
  }

  /** The queries that reach Calque. */
  private static List<String> pushed(String sql) throws SQLException {
    List<String> queries = new ArrayList<>();
    Consumer<String> listener = queries::add;
    Hook.Closeable hook = Hook.QUERY_PLAN.addThread(listener);
    try {
      assertFalse(rows(calcite, sql).isEmpty());
      return queries;
    } finally {
      hook.close();
    }
  }

  /** Each reaches Calque whole, as one query, and Calque answers the original alike. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM country ORDER BY country_code",
        "SELECT name, country FROM customer WHERE country = 'Ireland' ORDER BY name, customer_id"
            + " LIMIT 3",
        "SELECT country, COUNT(*) AS n FROM customer GROUP BY country HAVING COUNT(*) > 30 ORDER BY"
            + " n DESC",
        "SELECT c.name, o.status FROM customer c JOIN `order` o ON o.customer_id = c.customer_id"
            + " ORDER BY o.order_id LIMIT 3",
        "SELECT c.region, COUNT(*) FROM customer c LEFT JOIN `order` o"
            + " ON o.customer_id = c.customer_id GROUP BY c.region ORDER BY 1",
        "SELECT * FROM category c JOIN product p ON p.category_id = c.category_id"
            + " ORDER BY p.product_id LIMIT 5",
        "SELECT p.department, SUM(i.amount) FROM product p JOIN order_item i"
            + " ON i.product_id = p.product_id GROUP BY p.department ORDER BY 1",
        "SELECT COUNT(DISTINCT country) FROM customer",
        "SELECT name FROM customer WHERE signed_up_at >= TIMESTAMP '2025-06-01 00:00:00'"
            + " ORDER BY customer_id LIMIT 2",
        "SELECT UPPER(name), SUBSTRING(name FROM 1 FOR 3), CHAR_LENGTH(name) FROM customer"
            + " ORDER BY customer_id LIMIT 2",
        "SELECT EXTRACT(YEAR FROM ordered_at) AS y, COUNT(*) FROM `order`"
            + " GROUP BY EXTRACT(YEAR FROM ordered_at) ORDER BY 1",
        "SELECT customer_id FROM customer WHERE customer_id IN"
            + " (SELECT customer_id FROM `order` WHERE status = 'cancelled') ORDER BY 1 LIMIT 3",
        "SELECT name FROM customer c WHERE EXISTS (SELECT 1 FROM `order` o"
            + " WHERE o.customer_id = c.customer_id AND o.is_gift) ORDER BY c.customer_id LIMIT 2",
        "WITH t AS (SELECT customer_id, COUNT(*) AS n FROM `order` GROUP BY customer_id)"
            + " SELECT MAX(n) FROM t",
        "SELECT SUM(quantity) FILTER (WHERE quantity > 1) FROM order_item",
        "SELECT name FROM customer ORDER BY customer_id OFFSET 5 ROWS FETCH NEXT 2 ROWS ONLY"
      })
  void pushesAWholeQuery(String sql) throws SQLException {
    assertEquals(1, pushed(sql).size());
    try (Connection calque = Demo.connect()) {
      assertEquals(rows(calque, sql.replace('`', '"')), rows(calcite, sql));
    }
  }

  /** Calcite computes these itself from what it fetches. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT country FROM customer UNION SELECT name FROM country ORDER BY 1",
        "SELECT country, region, COUNT(*) FROM customer GROUP BY ROLLUP (country, region)"
            + " ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3"
      })
  void answersWhatItDoesNotPush(String sql) throws SQLException {
    try (Connection calque = Demo.connect()) {
      assertEquals(rows(calque, sql), rows(calcite, sql));
    }
  }

  /**
   * Calcite 1.42's own limits: it pushes a window that it cannot write as SQL, writes {@code
   * VARCHAR CHARACTER SET "ISO-8859-1"} where it does not know the dialect, and has no percentiles.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name, ROW_NUMBER() OVER (PARTITION BY country ORDER BY signed_up_at) FROM customer",
        "SELECT CAST(customer_id AS VARCHAR) FROM customer",
        "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY amount) FROM order_item"
      })
  void failsOnItsOwn(String sql) {
    assertThrows(Throwable.class, () -> rows(calcite, sql));
  }

  /**
   * Where it answers, it may answer another question: its averages have the type of their column.
   */
  @Test
  void averagesWholeNumbersToWholeNumbers() throws SQLException {
    String sql = "SELECT AVG(quantity) FROM order_item";
    try (Connection calque = Demo.connect()) {
      assertTrue(Double.parseDouble(rows(calque, sql).get(0)) % 1 != 0);
      assertTrue(rows(calcite, sql).get(0).matches("\\d+"));
    }
  }

  @Test
  void pushesParameters() throws SQLException {
    try (PreparedStatement query =
        calcite.prepareStatement(
            "SELECT name FROM customer WHERE country = ? AND customer_id > ? ORDER BY"
                + " customer_id")) {
      query.setString(1, "Poland");
      query.setInt(2, 5);
      try (ResultSet rows = query.executeQuery()) {
        assertTrue(rows.next());
      }
    }
  }
}
