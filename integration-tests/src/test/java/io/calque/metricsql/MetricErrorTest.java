package io.calque.metricsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no metric may stand: a code, and the place of the metric in the user's SQL. */
class MetricErrorTest {
  private static final int NOT_SUPPORTED = 103;
  private static final int UNKNOWN_ALIAS = 202;
  private static final int UNKNOWN_METRIC = 204;
  private static final int AMBIGUOUS = 205;
  private static final int NOT_HERE = 400;

  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT name FROM customer WHERE <METRIC('customers')> > 1
          SELECT METRIC('o.orders') FROM customer c JOIN order o ON <METRIC('c.customers')> > 1
          SELECT METRIC('customers') FROM customer GROUP BY <METRIC('customers')>
          SELECT METRIC('customers') FROM customer GROUP BY ROLLUP (<METRIC('customers')>)
          SELECT name FROM customer LIMIT <METRIC('customers')>
          """)
  void clausesWithoutAggregates(String sql) {
    assertRefused(NOT_HERE, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT <METRIC('revenue')>, count(*) FROM order GROUP BY 1
          SELECT <METRIC('revenue')> AS r, count(*) FROM order GROUP BY r
          SELECT <revenue>, count(*) FROM order GROUP BY 1
          """)
  void keysThatAreMetrics(String sql) throws SQLException {
    SQLException error = MARKET.error(plain(sql));
    assertEquals(NOT_HERE, error.getErrorCode(), error.getMessage());
  }

  /** A star would show the columns of the subquery that marks rows, where it can't be told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT t.*, METRIC('c.customers') FROM customer c JOIN (SELECT 1 + 1) t ON true GROUP BY"
            + " ALL",
        "SELECT *, METRIC('c.customers') FROM customer c, (SELECT 1 + 1) t GROUP BY ALL",
        "SELECT METRIC('c.customers'), max(COLUMNS(*)) FROM customer c JOIN order o",
        "SELECT METRIC('c.customers'), max(COLUMNS('c.*')) FROM customer c JOIN order o",
        "SELECT METRIC('c.customers'), count(o.*) FROM customer c JOIN order o"
      })
  void starsInsideAggregatesBesideMarkedRows(String sql) {
    assertNotSupported(sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT sum(<METRIC('credit_limit')>) FROM customer
          SELECT sum(<METRIC('credit_limit')> + 1) FROM customer
          SELECT sum(credit ORDER BY <METRIC('credit_limit')>) FROM customer
          SELECT METRIC('customers') FILTER (WHERE <METRIC('customers')> > 1) FROM customer
          SELECT count(*) FILTER (WHERE <METRIC('customers')> > 1) FROM customer
          SELECT <METRIC('customers') OVER ()> FROM customer
          SELECT <METRIC('customers') OVER (PARTITION BY name)> FROM customer
          """)
  void insideAggregatesAndAsWindow(String sql) {
    assertRefused(NOT_HERE, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT <METRIC('nope')> FROM customer
          SELECT <METRIC('c.revenue')> FROM customer c JOIN order o
          SELECT <METRIC('spent')> FROM customer
          SELECT <METRIC('customers')>
          SELECT <METRIC('x')> FROM (SELECT 1 AS x) t
          SELECT <METRIC('t.x')> FROM (SELECT 1 AS x) t JOIN customer c ON true
          WITH t AS (SELECT id FROM customer) SELECT <METRIC('t.customers')> FROM t
          WITH customer AS (SELECT id FROM order) SELECT <METRIC('customers')> FROM customer
          SELECT <METRIC()> FROM customer
          SELECT <METRIC(1)> FROM customer
          SELECT <METRIC(?)> FROM customer
          SELECT <METRIC('customers', 'x')> FROM customer
          SELECT <METRIC(upper('customers'))> FROM customer
          """)
  void namesOfNoMetric(String sql) {
    assertRefused(UNKNOWN_METRIC, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT <METRIC('x.customers')> FROM customer c
          SELECT <METRIC('order.orders')> FROM customer
          SELECT name FROM customer c WHERE id = (SELECT <METRIC('c.customers')> FROM order o)
          SELECT <METRIC('o.orders')> FROM customer c SEMI JOIN order o ON o.customer_id = c.id
          """)
  void namesOfNoTableHere(String sql) {
    assertRefused(UNKNOWN_ALIAS, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT <METRIC('customer.customers')> FROM customer a JOIN customer b
          SELECT <METRIC('mean_credit')> FROM order o JOIN customer c JOIN product p ON c.customer_to_product
          """)
  void namesThatMayMeanTwo(String sql) {
    assertRefused(AMBIGUOUS, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT <AVG(revenue_per_order)> FROM order
          SELECT <SUM(revenue_per_order)> FROM order
          SELECT <AVG(revenue)> FROM order
          SELECT <SUM(mean_amount)> FROM order
          SELECT <MAX(least)> FROM order
          SELECT <COUNT(revenue)> FROM order
          SELECT <SUM(states)> FROM order
          SELECT <MEDIAN(median_amount)> FROM order
          SELECT <SUM(revenue) FILTER (WHERE state = 'paid')> FROM order
          SELECT <AVG(t.revenue_per_order)> FROM (SELECT revenue_per_order FROM order) t
          SELECT <MAX(t.revenue)> FROM (SELECT revenue FROM order) t
          SELECT <AVG(CAST(revenue AS DOUBLE))> FROM order
          SELECT SUM(CAST(<revenue> AS INTEGER)) FROM order
          SELECT SUM(CAST(<revenue> AS VARCHAR)) FROM order
          SELECT SUM(TRY_CAST(<revenue> AS DOUBLE)) FROM order
          SELECT SUM(DISTINCT CAST(<revenue> AS DOUBLE)) FROM order
          SELECT SUM(DISTINCT <revenue>) FROM order
          SELECT SUM(<revenue> * 2) FROM order
          SELECT count(*) FROM order WHERE <revenue> > 10
          SELECT count(*) FROM order GROUP BY <revenue>
          SELECT count(*) FROM order o JOIN item i ON i.order_id = o.id AND <o.revenue> > 10
          SELECT count(*) FROM (SELECT id, revenue FROM order) t WHERE <t.revenue> > 10
          """)
  void columnsOfMetrics(String sql) {
    assertRefused(NOT_HERE, sql);
  }

  private static void assertNotSupported(String sql) {
    SQLException error = MARKET.error(sql);
    assertEquals(NOT_SUPPORTED, error.getErrorCode(), error.getMessage());
  }

  /** The error points to what stands between angle brackets. */
  private static void assertRefused(int code, String marked) {
    String sql = plain(marked);
    int from = marked.indexOf('<');
    SQLException error = MARKET.error(sql);
    String message = error.getMessage();
    assertEquals(code, error.getErrorCode(), message);
    assertTrue(message.contains("at line 1, column " + (from + 1) + ":"), message);
    assertTrue(message.contains("[CALQUE-" + code + "]"), message);
  }

  private static String plain(String marked) {
    return marked.replaceFirst("<(.*?)>(?= |\\)|,|$)", "$1");
  }
}
