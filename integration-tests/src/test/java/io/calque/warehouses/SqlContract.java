package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The warehouse's own SQL as it comes through: names, NULLs, parameters, what it has and lacks. */
public abstract class SqlContract {
  private final ContractProject project;

  protected SqlContract(ContractProject project) {
    this.project = project;
  }

  /** What is there runs, what is lacking is an error with a code and the warehouse's SQLSTATE. */
  @TestFactory
  Stream<DynamicTest> hasOrLacks() {
    Map<Lack, String> lacks = project.warehouse().lacks();
    return Stream.of(Lack.values())
        .map(
            lack ->
                DynamicTest.dynamicTest(
                    lack + (lacks.containsKey(lack) ? " lacks: " + lacks.get(lack) : ""),
                    () -> {
                      if (lacks.containsKey(lack)) {
                        SQLException error =
                            assertThrows(SQLException.class, () -> project.rows(lack.query()));
                        boolean isCoded = Set.of(103, 700).contains(error.getErrorCode());
                        assertTrue(isCoded, error.getMessage());
                        assertTrue(error.getMessage().contains("[CALQUE-"), error.getMessage());
                        assertNotEquals("58000", error.getSQLState(), error.getMessage());
                      } else {
                        assertFalse(project.rows(lack.query()).rows().isEmpty());
                      }
                    }));
  }

  @Test
  void namesMatchWhateverTheirCase() throws SQLException {
    project.means(
        "SELECT B.ID, b.City FROM Buyer b WHERE CITY = 'Ulm'",
        "SELECT no, town FROM buyers WHERE town = 'Ulm'");
    assertEquals(
        List.of("id", "City"), project.rows("SELECT id, city AS \"City\" FROM BUYER").labels());
  }

  @Test
  void namesThatNeedQuotes() throws SQLException {
    project.means(
        "SELECT \"Group\", \"select\", quote, MixedCase FROM order",
        "SELECT \"two words\", \"select\", \"quo\"\"te\", " + mixed() + " FROM odd");
    project.means(
        "SELECT T.MixedCase, \"U\".MixedCase FROM (SELECT MixedCase FROM order) T"
            + " JOIN (SELECT MixedCase FROM order) \"U\" ON T.MixedCase = \"U\".MixedCase",
        "SELECT " + mixed() + ", " + mixed() + " FROM odd");
    project.means(
        "SELECT o.quote AS \"a \"\"b\"\" c\", METRIC('orders') FROM order o GROUP BY o.quote",
        "SELECT \"quo\"\"te\", count(*) FROM odd GROUP BY \"quo\"\"te\"");
  }

  /** As the catalog has it. */
  private String mixed() {
    return project.warehouse().dialect().equals("trino") ? "mixed" : "\"Mixed\"";
  }

  @Test
  void nullsSortAsMetadataSays() throws SQLException {
    DatabaseMetaData metaData = project.calque().getMetaData();
    List<String> up = column("SELECT credit FROM buyer ORDER BY credit");
    List<String> down = column("SELECT credit FROM buyer ORDER BY credit DESC");
    boolean lastUp = up.get(4).equals("NULL");
    boolean lastDown = down.get(4).equals("NULL");
    assertEquals(metaData.nullsAreSortedAtEnd(), lastUp && lastDown);
    assertEquals(metaData.nullsAreSortedHigh(), lastUp && !lastDown);
    assertEquals(metaData.nullsAreSortedLow(), !lastUp && lastDown);
    assertEquals(metaData.nullsAreSortedAtStart(), !lastUp && !lastDown);
    assertEquals(
        up, Rows.of(project.tables(), "SELECT credit FROM buyers ORDER BY credit").lines());
  }

  private List<String> column(String sql) throws SQLException {
    return project.rows(sql).lines();
  }

  @Test
  void nullsSortAsAskedFor() throws SQLException {
    if (project.warehouse().lacks().containsKey(Lack.NULLS_LAST)) {
      return;
    }
    assertEquals("NULL", column("SELECT credit FROM buyer ORDER BY credit NULLS FIRST").get(0));
    assertEquals("NULL", column("SELECT credit FROM buyer ORDER BY credit DESC NULLS LAST").get(4));
    assertEquals(
        "NULL | 0",
        column(
                "SELECT city, METRIC('rich_buyers') - 1 FROM buyer GROUP BY city ORDER BY city NULLS FIRST")
            .get(0));
  }

  @Test
  void emptyTextIsNotNull() throws SQLException {
    assertEquals(List.of("2"), column("SELECT COUNT(quote) FROM order"));
    assertEquals(List.of("1"), column("SELECT COUNT(*) FROM order WHERE quote = ''"));
    assertEquals(List.of("3"), column("SELECT COUNT(word) FROM sample"));
    assertEquals(
        List.of("1"),
        Rows.of(project.calque(), "SELECT id FROM shelf WHERE \"\"\"quoted\"\"\" = ?", "").lines());
    assertEquals(
        List.of("1 | a"),
        column(
            "SELECT CASE WHEN quote || '' = '' THEN 1 END, 'a' || quote FROM order WHERE quote ="
                + " ''"));
    assertEquals(List.of("NULL"), column("SELECT 'a' || city FROM buyer WHERE id = 4"));
  }

  @Test
  void literalsKeepTheirText() throws SQLException {
    String literals =
        "SELECT 'it''s', 'a\\', '--', '/* */', 'ä€😀', 1.10, -0, 1e2, DATE '2024-02-29', NULL";
    project.means(literals, literals);
  }

  @Test
  void parametersAnywhere() throws SQLException {
    project.means(
        "SELECT id FROM buyer WHERE city = ? AND credit >= ? ORDER BY id LIMIT ?",
        "SELECT 2",
        "Ulm",
        150,
        1);
    project.means(
        "SELECT CASE WHEN credit > ? THEN ? ELSE city END FROM buyer WHERE joined < ?",
        "SELECT town FROM buyers WHERE joined < DATE '2023-01-31'",
        5000,
        "rich",
        java.sql.Date.valueOf("2023-01-31"));
    project.means(
        "SELECT id FROM buyer WHERE credit = ?",
        "SELECT no FROM buyers WHERE 1 = 0",
        (Object) null);
    SQLException missing =
        assertThrows(SQLException.class, () -> project.rows("SELECT id FROM buyer WHERE id = ?"));
    assertEquals("07001", missing.getSQLState(), missing.getMessage());
  }

  /** Told by the warehouse, before anything runs. */
  @Test
  void preparedStatementsKnowTheirColumns() throws SQLException {
    try (PreparedStatement statement =
        project
            .calque()
            .prepareStatement(
                "SELECT b.id, city AS town, spent, METRIC('p.amount') AS amount FROM buyer b JOIN"
                    + " purchase p WHERE b.credit > ? GROUP BY b.id, city, spent")) {
      ResultSetMetaData columns = statement.getMetaData();
      assertEquals(4, columns.getColumnCount());
      assertEquals("town", columns.getColumnLabel(2));
      assertEquals("amount", columns.getColumnLabel(4));
      assertEquals(java.sql.Types.INTEGER, columns.getColumnType(1));
      assertEquals(java.sql.Types.VARCHAR, columns.getColumnType(2));
      assertEquals(1, statement.getParameterMetaData().getParameterCount());
      statement.setInt(1, 100);
      try (var rows = statement.executeQuery()) {
        assertEquals(columns.getColumnType(3), rows.getMetaData().getColumnType(3));
        assertTrue(rows.next());
      }
    }
  }

  @Test
  void explains() throws SQLException {
    Rows plan = project.rows("EXPLAIN SELECT b.city, h.name FROM buyer b JOIN hobby h");
    assertTrue(plan.rows().stream().anyMatch(row -> row.get(0).equals("bridge")));
    Rows analysis = project.rows("EXPLAIN ANALYZE SELECT city, spent FROM buyer");
    assertTrue(analysis.rows().stream().anyMatch(row -> row.get(0).equals("warehouse plan")));
  }
}
