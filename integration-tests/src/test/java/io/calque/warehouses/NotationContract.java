package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which Calque's own words may be written, its errors and warnings. */
public abstract class NotationContract {
  private final ContractProject project;

  protected NotationContract(ContractProject project) {
    this.project = project;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buyer b",
        "entities.buyer b",
        "entity('buyer') b",
        "(SELECT * FROM buyer) b",
        "\"buyer\" AS b"
      })
  void entitiesAreTables(String from) throws SQLException {
    project.means("SELECT b.id FROM " + from, "SELECT no FROM buyers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "METRIC('credits')",
        "METRIC('b.credits')",
        "METRIC('buyer.Credits')",
        "metric(credits)",
        "MEASURE(credits)",
        "AGGREGATE(credits)",
        "SUM(credits)"
      })
  void metrics(String metric) throws SQLException {
    project.means("SELECT " + metric + " FROM buyer b", "SELECT sum(credit) FROM buyers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JOIN purchase p USING ('paid')",
        "JOIN purchase p USING ('b.paid')",
        "JOIN purchase p ON paid",
        "JOIN purchase p ON b.paid",
        "JOIN purchase p ON b.id = p.payer_id",
        ", purchase p WHERE b.id = p.payer_id"
      })
  void joins(String join) throws SQLException {
    project.means(
        "SELECT METRIC('b.credits'), METRIC('p.amount') FROM buyer b " + join,
        """
        SELECT * FROM
          (SELECT sum(credit) AS a FROM buyers WHERE no IN (SELECT payer FROM purchases)) a
        CROSS JOIN
          (SELECT sum(amount) AS b FROM purchases WHERE payer IN (SELECT no FROM buyers)) b\
        """);
  }

  @Test
  void anEntityWithItself() throws SQLException {
    project.means(
        "SELECT l.id, n.id FROM line l LEFT JOIN line n",
        "SELECT l.no, n.no FROM lines l LEFT JOIN lines n ON n.no = l.no + 1");
    project.means(
        "SELECT l.id, earlier.id FROM line l LEFT JOIN line earlier USING ('next__reversed')",
        "SELECT l.no, n.no FROM lines l LEFT JOIN lines n ON n.no = l.no - 1");
  }

  @Test
  void starsOfOneTable() throws SQLException {
    project.means(
        "SELECT h.*, b.id FROM buyer b JOIN hobby h",
        "SELECT h.no, h.name, h.hours, b.no FROM buyers b JOIN has_hobby x ON x.buyer = b.no JOIN"
            + " hobbies h ON h.no = x.hobby");
  }

  @Test
  void escapes() throws SQLException {
    project.means(
        "SELECT {fn abs(credit)}, {fn concat(city, '!')} FROM {oj buyer b LEFT JOIN purchase p ON"
            + " b.id = p.payer_id} WHERE joined > {d '2023-01-01'} AND joined < {ts '2023-12-01"
            + " 00:00:00'}",
        """
        SELECT credit, town || '!' FROM buyers b LEFT JOIN purchases p ON b.no = p.payer
        WHERE joined > DATE '2023-01-01' AND joined < DATE '2023-12-01'\
        """);
    assertEquals(
        "1",
        project
            .rows("SELECT COUNT(*) FROM buyer WHERE id = 1 AND {t '10:00:00'} < {t '11:00:00'}")
            .lines()
            .get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | 42P01 | SELECT 1 FROM buyers
          201 | 42703 | SELECT town FROM buyer
          202 | 42P01 | SELECT x.id FROM buyer b
          203 | 42704 | SELECT 1 FROM buyer b JOIN purchase p USING ('brought')
          204 | 42704 | SELECT METRIC('nothing') FROM buyer
          205 | 42702 | SELECT id FROM buyer b JOIN purchase p
          206 | 42712 | SELECT 1 FROM buyer b JOIN purchase b
          300 | 42P17 | SELECT 1 FROM line l JOIN hobby h
          301 | 42P09 | SELECT 1 FROM buyer b JOIN purchase p JOIN hobby h
          302 | 42P09 | SELECT 1 FROM purchase p JOIN hobby h
          400 | 42803 | SELECT id FROM buyer WHERE METRIC('buyers') > 1
          400 | 42803 | SELECT METRIC('buyers') OVER () FROM buyer
          400 | 42803 | SELECT 1 FROM buyer GROUP BY METRIC('buyers')
          """)
  void errors(int code, String sqlState, String sql) {
    project.error(code, sqlState, sql);
  }

  /** A sum over rows that a join repeats is what was asked for, and hardly what was meant. */
  @Test
  void fanOutIsWarnedOf() throws SQLException {
    try (Statement statement = project.calque().createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT SUM(b.credit) FROM buyer b JOIN purchase p")) {
        assertTrue(rows.next());
        assertEquals(1700, rows.getLong(1));
      }
      SQLWarning warning = statement.getWarnings();
      assertTrue(warning.getMessage().contains("METRIC('b.credits')"), warning.getMessage());
      try (ResultSet rows = statement.executeQuery("SELECT SUM(b.credit) FROM buyer b")) {
        assertTrue(rows.next());
      }
      assertNull(statement.getWarnings());
    }
  }

  @Test
  void whatIsNotAskedForCostsNothing() throws SQLException {
    String sql = project.warehouseSql("SELECT b.id, h.name FROM buyer b JOIN hobby h");
    assertFalse(sql.contains("purchases") || sql.contains("countries"), sql);
    assertFalse(
        project.warehouseSql("SELECT id, city FROM buyer").toUpperCase().contains("JOIN"), sql);
  }
}
