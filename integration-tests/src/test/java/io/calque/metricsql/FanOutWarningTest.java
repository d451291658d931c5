package io.calque.metricsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.SideBySide;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An aggregate of the user's own over rows that joins repeat means what it means in SQL; the
 * statement carries a warning that names the metric to use instead.
 */
class FanOutWarningTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT sum(c.credit) FROM customer c JOIN order o | c.credit_limit
          SELECT avg(c.credit) FROM customer c LEFT JOIN order o | c.mean_credit
          SELECT sum(o.amount) FROM order o JOIN item i | o.revenue
          SELECT sum(p.price) FROM item i JOIN product p | p.shelf_value
          SELECT sum(g.weight) FROM customer c JOIN tag g | g.total_weight
          SELECT sum(credit) FROM customer JOIN order | customer.credit_limit
          SELECT sum(c.spent) FROM customer c JOIN ticket t | c.spent_by_all
          SELECT sum(c.credit) FROM customer c JOIN order o ON o.customer_id = c.id | c.credit_limit
          SELECT sum(c.credit) FROM customer c, order o WHERE o.customer_id = c.id | c.credit_limit
          SELECT sum(c.credit) FROM customer c, unnest([1, 2]) u(x) | c.credit_limit
          SELECT s FROM (SELECT sum(c.credit) AS s FROM customer c JOIN order o) | c.credit_limit
          SELECT c.name FROM customer c JOIN order o GROUP BY 1 HAVING sum(c.credit) > 1 | c.credit_limit
          """)
  void namesTheMetric(String sql, String metric) throws SQLException {
    List<String> warnings = warnings(sql);
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains("METRIC('" + metric + "')"), warnings::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(c.id) FROM customer c JOIN order o",
        "SELECT sum(c.credit * 2) FROM customer c JOIN order o",
        "SELECT sum(coalesce(c.credit, 0)) FROM customer c JOIN order o"
      })
  void warnsWhereThereIsNoSuchMetric(String sql) throws SQLException {
    assertEquals(1, warnings(sql).size(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT sum(credit), count(*) FROM customer",
        "SELECT sum(o.amount) FROM customer c JOIN order o",
        "SELECT sum(o.amount) FROM order o JOIN customer c",
        "SELECT sum(o.amount) FROM order o JOIN customer c ON o.customer_id = c.id",
        "SELECT sum(i.qty) FROM customer c JOIN order o JOIN item i",
        "SELECT min(c.credit), max(c.credit), count(DISTINCT c.id) FROM customer c JOIN order o",
        "SELECT METRIC('c.credit_limit') FROM customer c JOIN order o",
        "SELECT c.credit, o.amount FROM customer c JOIN order o"
      })
  void doesNotWarnWhereNothingIsCountedTwice(String sql) throws SQLException {
    assertEquals(List.of(), warnings(sql), sql);
  }

  @Test
  void warnsBesideAMetricAndOnceForEachAggregate() throws SQLException {
    List<String> warnings =
        warnings(
            """
            SELECT METRIC('c.credit_limit'), sum(c.credit), avg(c.credit), sum(o.amount)
            FROM customer c JOIN order o
            """);
    assertEquals(2, warnings.size(), warnings::toString);
  }

  @Test
  void preparedStatementsWarnToo() throws SQLException {
    try (PreparedStatement statement =
        MARKET
            .calque()
            .prepareStatement("SELECT sum(c.credit) FROM customer c JOIN order o WHERE c.id > ?")) {
      statement.setInt(1, 0);
      statement.executeQuery().close();
      assertEquals(1, texts(statement.getWarnings()).size());
    }
  }

  @Test
  void theNextStatementStartsWithoutWarnings() throws SQLException {
    try (Statement statement = MARKET.calque().createStatement()) {
      statement.execute("SELECT sum(c.credit) FROM customer c JOIN order o");
      assertEquals(1, texts(statement.getWarnings()).size());
      statement.execute("SELECT sum(credit) FROM customer");
      assertEquals(List.of(), texts(statement.getWarnings()));
    }
  }

  private static List<String> warnings(String sql) throws SQLException {
    try (Statement statement = MARKET.calque().createStatement()) {
      statement.execute(sql);
      return texts(statement.getWarnings());
    }
  }

  private static List<String> texts(SQLWarning first) {
    List<String> texts = new ArrayList<>();
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      texts.add(warning.getMessage());
    }
    return texts;
  }
}
