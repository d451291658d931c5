package io.calque.jdbcconformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a prepared statement tells before it runs, and that it runs as often as one likes. */
class PreparedStatementTest {
  @TempDir static Path folder;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException, IOException {
    connection = JdbcProject.in(folder).connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static List<String> described(ResultSetMetaData metaData) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(
          "%s %s %s.%s.%s"
              .formatted(
                  metaData.getColumnLabel(i),
                  metaData.getColumnTypeName(i),
                  metaData.getSchemaName(i),
                  metaData.getTableName(i),
                  metaData.getColumnName(i)));
    }
    return columns;
  }

  /** Each takes whole numbers, wherever the rewriter moves or repeats what they stand in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM thing WHERE id >= ?",
        "SELECT id + ? AS n, name FROM thing ORDER BY id + ? LIMIT ?",
        "SELECT id % ? AS k, METRIC('things') AS t FROM thing GROUP BY k ORDER BY k",
        "SELECT id % ? AS k, METRIC('things') AS t FROM thing GROUP BY 1 HAVING METRIC('things') > ?",
        "SELECT METRIC('things') FILTER (WHERE id > ?) AS t FROM thing WHERE id < ?",
        "SELECT a.id, METRIC('a.things') AS t FROM thing a JOIN thing b ON b.id >= ? GROUP BY a.id"
            + " ORDER BY METRIC('a.things') + ?",
        "SELECT t.n FROM (SELECT id + ? AS n, things FROM thing WHERE id > ?) t WHERE t.n > ?",
        "WITH w AS (SELECT id, ? + id AS x FROM thing) SELECT x, COUNT(*) AS c FROM w GROUP BY x",
        "SELECT id FROM thing UNION ALL SELECT small + ? FROM thing LIMIT ? OFFSET ?",
        "SELECT CASE WHEN id > ? THEN name ELSE colour END AS pick FROM thing",
        "EXPLAIN SELECT id FROM thing WHERE id > ?"
      })
  void tellsItsColumnsBeforeItRuns(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      List<String> before = described(statement.getMetaData());
      int parameters = (int) sql.chars().filter(c -> c == '?').count();
      assertEquals(parameters, statement.getParameterMetaData().getParameterCount());
      List<Integer> counts = new ArrayList<>();
      for (int run = 0; run < 3; run++) {
        for (int i = 1; i <= parameters; i++) {
          statement.setInt(i, 1);
        }
        int rows = 0;
        try (ResultSet result = statement.executeQuery()) {
          assertEquals(before, described(result.getMetaData()));
          while (result.next()) {
            rows++;
          }
        }
        counts.add(rows);
      }
      assertEquals(1, counts.stream().distinct().count(), counts::toString);
    }
  }

  /** Of the type of such a {@code ?} the warehouse knows nothing; of the others' it does. */
  @Test
  void tellsTheOthersColumnsBesideAParameterWithoutAType() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT ? AS free, id, amount, METRIC('things') AS t FROM thing" + " GROUP BY ALL")) {
      ResultSetMetaData columns = statement.getMetaData();
      assertEquals(4, columns.getColumnCount());
      assertEquals("free", columns.getColumnLabel(1));
      assertEquals(Types.INTEGER, columns.getColumnType(2));
      assertEquals("DECIMAL(10,2)", columns.getColumnTypeName(3));
      assertEquals(Types.BIGINT, columns.getColumnType(4));
      statement.setString(1, "x");
      try (ResultSet rows = statement.executeQuery()) {
        assertTrue(rows.next());
        assertEquals("x", rows.getString("free"));
      }
    }
  }

  @Test
  void tellsItsParametersTypes() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM thing WHERE day = ? AND amount > ? AND name LIKE ? AND code = ?"
                + " LIMIT ?")) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      assertEquals(5, parameters.getParameterCount());
      assertEquals(Types.DATE, parameters.getParameterType(1));
      assertEquals(Types.VARCHAR, parameters.getParameterType(3));
      assertEquals("UUID", parameters.getParameterTypeName(4));
      assertEquals(Types.BIGINT, parameters.getParameterType(5));
      for (int i = 1; i <= 5; i++) {
        assertEquals(ParameterMetaData.parameterModeIn, parameters.getParameterMode(i));
        assertFalse(parameters.getParameterClassName(i).isEmpty());
      }
      assertEquals(
          "07009",
          assertThrows(SQLException.class, () -> parameters.getParameterType(6)).getSQLState());
    }
  }

  @Test
  void wantsEachParameterEachTimeTheyAreCleared() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM thing WHERE id = ? OR small = ?")) {
      statement.setInt(1, 1);
      SQLException missing = assertThrows(SQLException.class, statement::executeQuery);
      assertEquals("07001", missing.getSQLState());
      assertTrue(missing.getMessage().contains("2"), missing.getMessage());
      statement.setInt(2, 1);
      statement.executeQuery().close();
      statement.clearParameters();
      assertThrows(SQLException.class, statement::executeQuery);
    }
  }
}
