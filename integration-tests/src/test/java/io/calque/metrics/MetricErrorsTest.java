package io.calque.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.ErrorCode;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a metric cannot stand, and which metric cannot be meant. */
class MetricErrorsTest {
  @RegisterExtension
  static final SideBySide BAZAAR = SideBySide.project(MetricErrorsTest.class, "bazaar", "bazaar");

  private static void assertRefused(ErrorCode code, String sql, String... texts) {
    SQLException error = BAZAAR.error(sql);
    String message = error.getMessage();
    assertEquals(code.number(), error.getErrorCode(), message);
    assertEquals(code.sqlState(), error.getSQLState(), message);
    assertTrue(message.contains("line 1, column "), message);
    for (String text : texts) {
      assertTrue(message.contains(text), () -> text + " is missing in: " + message);
    }
  }

  @Test
  void inWhere() {
    assertRefused(
        ErrorCode.METRIC_NOT_ALLOWED_HERE,
        "SELECT c.city FROM buyer c WHERE METRIC('credit') > 1 GROUP BY c.city",
        "HAVING");
  }

  @Test
  void inOn() {
    for (String on :
        List.of("p.buyer_id = c.id AND METRIC('c.credit') > 1", "METRIC('c.buyers') = p.id")) {
      assertRefused(
          ErrorCode.METRIC_NOT_ALLOWED_HERE, "SELECT 1 FROM buyer c JOIN purchase p ON " + on);
    }
  }

  @Test
  void inGroupBy() {
    for (String key : List.of("METRIC('credit')", "1", "m", "ROLLUP (METRIC('credit'))")) {
      assertRefused(
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "SELECT METRIC('credit') AS m FROM buyer c GROUP BY " + key);
    }
  }

  @Test
  void overAWindow() throws SQLException {
    assertRefused(
        ErrorCode.METRIC_NOT_ALLOWED_HERE,
        "SELECT c.city, METRIC('credit') OVER (PARTITION BY c.city) FROM buyer c GROUP BY c.city",
        "SUM(METRIC('");
    assertEquals(
        Collections.nCopies(4, List.of("1500")),
        BAZAAR.rows("SELECT SUM(METRIC('credit')) OVER () FROM buyer c GROUP BY c.city").rows());
  }

  @Test
  void insideAnAggregate() {
    assertRefused(ErrorCode.METRIC_NOT_ALLOWED_HERE, "SELECT SUM(METRIC('credit')) FROM buyer c");
  }

  @Test
  void ofAnOuterQuery() {
    assertRefused(
        ErrorCode.UNKNOWN_ALIAS,
        "SELECT c.id, (SELECT METRIC('c.credit') FROM purchase p WHERE p.buyer_id = c.id) FROM buyer c",
        "the query around");
  }

  @Test
  void ofACteOrASubquery() {
    assertRefused(
        ErrorCode.UNKNOWN_METRIC,
        "WITH t AS (SELECT id FROM buyer) SELECT METRIC('t.credit') FROM t",
        "ask for it inside t");
    assertRefused(
        ErrorCode.UNKNOWN_METRIC,
        "SELECT METRIC('t.credit') FROM (SELECT id FROM buyer GROUP BY id) t",
        "ask for it inside t");
  }

  @Test
  void unknownMetricsSayWhatIsNear() {
    assertRefused(
        ErrorCode.UNKNOWN_METRIC, "SELECT METRIC('c.credits') FROM buyer c", "credits", "credit");
    assertRefused(ErrorCode.UNKNOWN_METRIC, "SELECT METRIC('lins') FROM line", "lines");
    assertRefused(
        ErrorCode.UNKNOWN_METRIC,
        "SELECT METRIC('p.credit') FROM buyer c JOIN purchase p",
        "credit");
  }

  @Test
  void unknownAliasesSayWhatIsNear() {
    SQLException error = BAZAAR.error("SELECT METRIC('pp.amount') FROM buyer c JOIN purchase p");
    assertTrue(
        List.of(ErrorCode.UNKNOWN_ALIAS.number(), ErrorCode.UNKNOWN_METRIC.number())
            .contains(error.getErrorCode()),
        error.getMessage());
    assertTrue(error.getMessage().contains("p"), error.getMessage());
  }

  /** The first in FROM has it, or else only one may; both others are told, to be pasted. */
  @Test
  void ambiguousMetricsListTheCandidates() throws SQLException {
    assertEquals(
        List.of(List.of("5")),
        BAZAAR.rows("SELECT METRIC('shared') FROM buyer c LEFT JOIN purchase p").rows());
    String sql =
        "SELECT METRIC('shared') FROM hobby h JOIN buyer c JOIN purchase p USING ('c.bought')";
    assertRefused(ErrorCode.AMBIGUOUS_NAME, sql, "METRIC('c.shared')", "METRIC('p.shared')");
    assertEquals(
        1, BAZAAR.rows(sql.replace("METRIC('shared')", "METRIC('c.shared')")).rows().size());
  }

  /** An entity that is joined twice has two of each metric. */
  @Test
  void theEntityNameIsAmbiguousWhereItIsJoinedTwice() {
    assertRefused(
        ErrorCode.AMBIGUOUS_NAME,
        "SELECT METRIC('buyer.credit') FROM purchase p JOIN buyer b USING ('bought') JOIN buyer y USING ('p.paid')",
        "b or y");
  }
}
