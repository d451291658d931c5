package io.calque.metricsql;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Metrics over time are metrics in ordinary SQL: grains, running and moving windows, comparisons
 * along a date spine. Nobody became a customer between February and May 2024, and again until 2025.
 */
class MetricOverTimeTest {
  @RegisterExtension static final SideBySide MARKET = Market.besideItsTables();

  private static final String CUSTOMERS_BY_MONTH =
      """
      SELECT m, (SELECT count(*) FROM customers WHERE date_trunc('month', since) = m) AS n,
        (SELECT sum(credit) FROM customers WHERE date_trunc('month', since) = m) AS c
      FROM (SELECT unnest(generate_series(TIMESTAMP '2024-01-01', TIMESTAMP '2025-03-01',
        INTERVAL 1 MONTH)) AS m)
      """;

  @ParameterizedTest
  @ValueSource(strings = {"day", "week", "month", "quarter", "year"})
  void grains(String grain) throws SQLException {
    MARKET.assertSameList(
        """
        SELECT date_trunc('%s', o.placed_on) AS period, METRIC('o.revenue') AS revenue,
          METRIC('o.revenue_per_order') AS mean, METRIC('c.credit_limit') AS credit
        FROM customer c JOIN order o JOIN item i GROUP BY period ORDER BY period
        """
            .formatted(grain),
        """
        WITH bought AS (SELECT date_trunc('%s', placed_on) AS period, amount, cust_id, credit
          FROM orders JOIN customers USING (cust_id) WHERE ord_id IN (SELECT ord_id FROM items))
        SELECT period, sum(amount), sum(amount) / count(*), (SELECT sum(credit) FROM customers
          WHERE cust_id IN (SELECT cust_id FROM bought WHERE period = b.period))
        FROM bought b GROUP BY period ORDER BY period
        """
            .formatted(grain));
  }

  @Test
  void cumulative() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT date_trunc('month', o.placed_on) AS month,
          SUM(METRIC('o.revenue')) OVER (ORDER BY date_trunc('month', o.placed_on)) AS so_far
        FROM order o JOIN item i GROUP BY month ORDER BY month
        """,
        """
        SELECT month, sum(r) OVER (ORDER BY month) FROM
          (SELECT date_trunc('month', placed_on) AS month, sum(amount) AS r FROM orders
           WHERE ord_id IN (SELECT ord_id FROM items) GROUP BY 1) ORDER BY 1
        """);
  }

  /** A window of rows is one of months only where no month is missing: over the spine. */
  @Test
  void moving() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT m.month, METRIC('c.customers') AS n,
          SUM(METRIC('c.customers')) OVER (ORDER BY m.month ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS three,
          AVG(METRIC('c.customers')) OVER (ORDER BY m.month ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS centred,
          MAX(METRIC('c.customers')) OVER (ORDER BY m.month ROWS UNBOUNDED PRECEDING) AS peak
        FROM generate_series(DATE '2024-01-01', DATE '2025-03-01', INTERVAL 1 MONTH) AS m(month)
          LEFT JOIN customer c ON date_trunc('month', c.since) = m.month
        GROUP BY m.month ORDER BY m.month
        """,
        """
        SELECT m, n, sum(n) OVER (ORDER BY m ROWS BETWEEN 2 PRECEDING AND CURRENT ROW),
          avg(n) OVER (ORDER BY m ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING),
          max(n) OVER (ORDER BY m ROWS UNBOUNDED PRECEDING)
        FROM (%s) ORDER BY m
        """
            .formatted(CUSTOMERS_BY_MONTH));
  }

  /** Without a spine a window of dates still is. */
  @Test
  void movingByRange() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT date_trunc('month', c.since) AS month, SUM(METRIC('c.customers')) OVER w AS half_year
        FROM customer c LEFT JOIN order o WHERE c.since IS NOT NULL GROUP BY month
        WINDOW w AS (ORDER BY date_trunc('month', c.since)
          RANGE BETWEEN INTERVAL 6 MONTH PRECEDING AND CURRENT ROW) ORDER BY month
        """,
        """
        SELECT m, half_year FROM (SELECT m, n,
          sum(n) OVER (ORDER BY m ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS half_year FROM (%s))
        WHERE n > 0 ORDER BY m
        """
            .formatted(CUSTOMERS_BY_MONTH));
  }

  @Test
  void shares() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT c.country, METRIC('c.credit_limit') / SUM(METRIC('c.credit_limit')) OVER () AS share,
          METRIC('o.revenue') / SUM(METRIC('o.revenue')) OVER () AS of_revenue
        FROM customer c LEFT JOIN order o GROUP BY c.country
        """,
        """
        SELECT country, sum(credit) / 290, (SELECT sum(amount) FROM orders WHERE cust_id IN
          (SELECT cust_id FROM customers x WHERE x.country IS NOT DISTINCT FROM c.country)) / 92.5
        FROM customers c GROUP BY country
        """);
    MARKET.assertSameRows(
        """
        SELECT o.state, c.country, METRIC('o.orders')
          / SUM(METRIC('o.orders')) OVER (PARTITION BY o.state) AS share
        FROM order o LEFT JOIN customer c GROUP BY o.state, c.country
        """,
        """
        SELECT state, country, count(*) / sum(count(*)) OVER (PARTITION BY state)
        FROM orders LEFT JOIN customers USING (cust_id) GROUP BY state, country
        """);
  }

  /** The month before is the month before, also where it is empty. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "generate_series(DATE '2024-01-01', DATE '2025-03-01', INTERVAL 1 MONTH) AS m(month)",
        "range(DATE '2024-01-01', DATE '2025-04-01', INTERVAL '1 month') m(month)",
        "(SELECT unnest(generate_series(DATE '2024-01-01', DATE '2025-03-01', INTERVAL 1 MONTH)) AS"
            + " month) m"
      })
  void periodOverPeriod(String spine) throws SQLException {
    MARKET.assertSameList(
        """
        SELECT m.month, METRIC('c.customers') AS n,
          LAG(METRIC('c.customers')) OVER (ORDER BY m.month) AS month_before,
          METRIC('c.customers') - LAG(METRIC('c.customers'), 12) OVER (ORDER BY m.month) AS on_year,
          LAG(METRIC('c.credit_limit')) OVER (ORDER BY m.month) AS credit_before
        FROM %s LEFT JOIN customer c ON date_trunc('month', c.since) = m.month
        GROUP BY m.month ORDER BY m.month
        """
            .formatted(spine),
        """
        SELECT m, n, lag(n) OVER (ORDER BY m), n - lag(n, 12) OVER (ORDER BY m), lag(c) OVER (ORDER BY m)
        FROM (%s) ORDER BY m
        """
            .formatted(CUSTOMERS_BY_MONTH));
  }

  /** The spine as a CTE, joined with the months of another CTE or with the entity. */
  @Test
  void spineAsCte() throws SQLException {
    String handWritten =
        "SELECT m, n, lag(n) OVER (ORDER BY m) FROM (%s) ORDER BY m".formatted(CUSTOMERS_BY_MONTH);
    String months =
        """
        WITH months AS (SELECT unnest(generate_series(DATE '2024-01-01', DATE '2025-03-01',
          INTERVAL 1 MONTH)) AS month)
        """;
    MARKET.assertSameList(
        months
            + """
            , new AS (SELECT date_trunc('month', c.since) AS month, METRIC('c.customers') AS n
              FROM customer c LEFT JOIN order o GROUP BY 1)
            SELECT month, COALESCE(n, 0) AS n, LAG(COALESCE(n, 0)) OVER (ORDER BY month) AS before
            FROM months LEFT JOIN new USING (month) ORDER BY month
            """,
        handWritten);
    MARKET.assertSameList(
        months
            + """
            SELECT m.month, METRIC('c.customers') AS n,
              LAG(METRIC('c.customers')) OVER (ORDER BY m.month) AS before
            FROM months m LEFT JOIN customer c
              ON c.since >= m.month AND c.since < m.month + INTERVAL 1 MONTH LEFT JOIN order o
            GROUP BY m.month ORDER BY m.month
            """,
        handWritten);
  }

  /** For each value of a dimension too: the spine crosses it before the entity is joined. */
  @Test
  void spineAndDimension() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT c.country, m.month, METRIC('o.revenue') AS revenue,
          LAG(METRIC('o.revenue')) OVER (PARTITION BY c.country ORDER BY m.month) AS before
        FROM customer c
          CROSS JOIN generate_series(DATE '2025-01-01', DATE '2025-04-01', INTERVAL 1 MONTH) AS m(month)
          LEFT JOIN order o ON o.customer_id = c.id AND date_trunc('month', o.placed_on) = m.month
        GROUP BY c.country, m.month ORDER BY c.country, m.month
        """,
        """
        SELECT country, m, r, lag(r) OVER (PARTITION BY country ORDER BY m) FROM
          (SELECT country, m, (SELECT sum(amount) FROM orders JOIN customers x USING (cust_id)
             WHERE x.country IS NOT DISTINCT FROM c.country AND date_trunc('month', placed_on) = m) AS r
           FROM (SELECT DISTINCT country FROM customers) c, (SELECT unnest(generate_series(
             DATE '2025-01-01', DATE '2025-04-01', INTERVAL 1 MONTH)) AS m))
        ORDER BY country, m
        """);
  }

  @Test
  void yearToDate() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT m.month, SUM(METRIC('c.customers')) OVER (PARTITION BY year(m.month) ORDER BY m.month) AS ytd
        FROM generate_series(DATE '2024-01-01', DATE '2025-03-01', INTERVAL 1 MONTH) AS m(month)
          LEFT JOIN customer c ON date_trunc('month', c.since) = m.month
        GROUP BY m.month ORDER BY m.month
        """,
        "SELECT m, sum(n) OVER (PARTITION BY year(m) ORDER BY m) FROM (%s) ORDER BY m"
            .formatted(CUSTOMERS_BY_MONTH));
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue') FILTER (WHERE o.placed_on BETWEEN
            date_trunc('year', DATE '2025-02-05') AND DATE '2025-02-05') AS this_year,
          METRIC('o.revenue') FILTER (WHERE o.placed_on BETWEEN
            date_trunc('year', DATE '2024-02-05') AND DATE '2024-02-05') AS last_year
        FROM order o LEFT JOIN item i
        """,
        "SELECT 62.5, NULL");
  }

  @Test
  void lastDays() throws SQLException {
    MARKET.assertSameRows(
        """
        SELECT METRIC('o.revenue') AS revenue, METRIC('o.orders') AS orders
        FROM order o LEFT JOIN item i
        WHERE o.placed_on > CAST(? AS DATE) - INTERVAL '30 days' AND o.placed_on <= CAST(? AS DATE)
        """,
        """
        SELECT sum(amount), count(*) FROM orders
        WHERE placed_on > CAST(? AS DATE) - INTERVAL 30 DAY AND placed_on <= CAST(? AS DATE)
        """,
        "2025-02-10",
        "2025-02-10");
    MARKET.assertSameRows(
        """
        SELECT m.day, METRIC('o.revenue') AS of_week
        FROM generate_series(DATE '2025-01-25', DATE '2025-02-12', INTERVAL 1 DAY) AS m(day)
          LEFT JOIN order o ON o.placed_on > m.day - INTERVAL 7 DAY AND o.placed_on <= m.day
        GROUP BY m.day
        """,
        """
        SELECT d, (SELECT sum(amount) FROM orders WHERE placed_on > d - INTERVAL 7 DAY AND placed_on <= d)
        FROM (SELECT unnest(generate_series(DATE '2025-01-25', DATE '2025-02-12', INTERVAL 1 DAY)) AS d)
        """);
  }

  /** Metric columns do all this as well. */
  @Test
  void asColumns() throws SQLException {
    MARKET.assertSameList(
        """
        SELECT m.month, c.customers AS n, LAG(c.customers) OVER (ORDER BY m.month) AS before,
          SUM(c.customers) OVER (ORDER BY m.month) AS so_far, SUM(SUM(c.customers)) OVER () AS all
        FROM generate_series(DATE '2024-01-01', DATE '2025-03-01', INTERVAL 1 MONTH) AS m(month)
          LEFT JOIN customer c ON date_trunc('month', c.since) = m.month
        GROUP BY m.month ORDER BY m.month
        """,
        """
        SELECT m, n, lag(n) OVER (ORDER BY m), sum(n) OVER (ORDER BY m), 4 FROM (%s) ORDER BY m
        """
            .formatted(CUSTOMERS_BY_MONTH));
  }
}
