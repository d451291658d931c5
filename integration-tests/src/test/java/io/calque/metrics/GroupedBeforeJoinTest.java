package io.calque.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.SideBySide;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What repeats other rows is grouped before it is joined, where that makes no difference; and the
 * cases in which it would.
 */
class GroupedBeforeJoinTest {
  @RegisterExtension
  static final SideBySide BAZAAR =
      SideBySide.project(GroupedBeforeJoinTest.class, "bazaar", "bazaar");

  private static void isGrouped(String sql, String handWritten, Object... parameters)
      throws SQLException {
    BAZAAR.assertSameRows(sql, handWritten, parameters);
    assertEquals("grouped", way(sql), sql);
  }

  private static void isNotGrouped(String sql, String handWritten) throws SQLException {
    BAZAAR.assertSameRows(sql, handWritten);
    assertEquals("marked", way(sql), sql);
  }

  private static String way(String sql) throws SQLException {
    StringBuilder details = new StringBuilder();
    try (Statement statement = BAZAAR.calque().createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN " + sql.replace("?", "0"))) {
      while (rows.next()) {
        details.append(rows.getString(1).equals("metric") ? rows.getString(3) : "");
      }
    }
    boolean isGrouped = details.indexOf("before it is joined") >= 0;
    boolean isMarked = details.indexOf("is marked in every group") >= 0;
    return (isGrouped ? "grouped" : "") + (isMarked ? "marked" : "");
  }

  @Test
  void conditionsOnItMoveAndThoseOnOthersAreRepeated() throws SQLException {
    isGrouped(
        """
        SELECT c.city, METRIC('c.credit'), METRIC('p.amount'), METRIC('p.purchases')
        FROM buyer c JOIN purchase p
        WHERE p.shop = 'north' AND c.credit < 500 AND p.amount > 5 GROUP BY c.city""",
        """
        SELECT town, sum(credit), sum(a), sum(n) FROM buyers JOIN
          (SELECT buyer, sum(amount) AS a, count(*) AS n FROM purchases
           WHERE shop = 'north' AND amount > 5 GROUP BY buyer) ON buyer = no
        WHERE credit < 500 GROUP BY town""");
  }

  /** Each is bound where it stands in the end, one of them twice. */
  @Test
  void parametersMoveWithConditions() throws SQLException {
    isGrouped(
        """
        SELECT METRIC('c.credit'), METRIC('p.amount') FROM buyer c JOIN purchase p
        WHERE c.credit < ? AND p.shop = ? AND c.city <> ?""",
        """
        SELECT sum(credit), sum(a) FROM buyers, (SELECT buyer, sum(amount) AS a, list(shop) AS s
          FROM purchases WHERE shop IN ('north', 'south') GROUP BY buyer, shop) p
        WHERE buyer = no AND credit < ? AND s[1] = ? AND town <> ?""",
        500,
        "south",
        "Bonn");
  }

  /** Texts of one shape are compiled once, and each has its own literals in the end. */
  @Test
  void literalsOfAShapeKnownBefore() throws SQLException {
    for (int least : new int[] {0, 150, 999}) {
      isGrouped(
          """
          SELECT METRIC('c.credit'), METRIC('p.amount') FROM buyer c JOIN purchase p
          WHERE c.credit > %d AND p.amount < %d"""
              .formatted(least, 60 - least / 10),
          """
          SELECT sum(credit), sum(a) FROM buyers JOIN (SELECT buyer, sum(amount) AS a FROM purchases
            WHERE amount < %d GROUP BY buyer) ON buyer = no WHERE credit > %d"""
              .formatted(60 - least / 10, least));
    }
  }

  @Test
  void withoutMetricsOfItsOwnItIsATestOfExistence() throws SQLException {
    isGrouped(
        "SELECT c.city, METRIC('c.credit') FROM buyer c JOIN purchase p WHERE p.shop = 'north' GROUP BY c.city",
        """
        SELECT town, sum(credit) FROM buyers
        WHERE no IN (SELECT buyer FROM purchases WHERE shop = 'north') GROUP BY town""");
  }

  /** The lines of one purchase are grouped; buyers are few once the purchases are joined. */
  @Test
  void overThreeLevels() throws SQLException {
    isGrouped(
        """
        SELECT p.shop, METRIC('c.buyers'), METRIC('p.amount'), METRIC('l.quantity')
        FROM buyer c JOIN purchase p JOIN line l WHERE c.credit >= 100 GROUP BY ROLLUP (p.shop)""",
        """
        SELECT shop, count(DISTINCT b.no), sum(amount), sum(q) FROM buyers b
        JOIN purchases p ON p.buyer = b.no
        JOIN (SELECT purchase, sum(quantity) AS q FROM lines GROUP BY purchase) ON purchase = p.no
        WHERE credit >= 100 GROUP BY ROLLUP (shop)""");
  }

  /** All purchases stay, also of nobody, so those of known buyers are not all that count. */
  @Test
  void rowsThatAnOuterJoinKeepsAreNotLeftOut() throws SQLException {
    isNotGrouped(
        """
        SELECT METRIC('c.credit'), METRIC('p.amount') FROM purchase p LEFT JOIN buyer c
        WHERE c.city IS NULL""",
        """
        SELECT (SELECT sum(credit) FROM buyers WHERE town IS NULL),
          (SELECT sum(amount) FROM purchases WHERE buyer IS NULL OR buyer NOT IN
            (SELECT no FROM buyers WHERE town IS NOT NULL))""");
    isGrouped(
        "SELECT METRIC('c.credit'), METRIC('p.amount') FROM purchase p LEFT JOIN buyer c",
        "SELECT 1500, 275");
  }

  /** A condition on what an outer join may leave out is no condition on all of its rows. */
  @Test
  void conditionsAfterAnOuterJoinDoNotMove() throws SQLException {
    isNotGrouped(
        """
        SELECT METRIC('c.credit'), METRIC('p.amount') FROM buyer c LEFT JOIN purchase p
        WHERE p.amount IS NULL""",
        "SELECT 400, NULL");
  }

  @Test
  void whatLooksAtSingleRowsKeepsThem() throws SQLException {
    isNotGrouped(
        "SELECT METRIC('c.credit'), COUNT(*) FROM buyer c JOIN purchase p", "SELECT 1500, 6");
    isNotGrouped(
        "SELECT p.shop, METRIC('c.credit') FROM buyer c JOIN purchase p WHERE p.shop > '' GROUP BY p.shop",
        """
        SELECT shop, sum(credit) FROM (SELECT DISTINCT shop, b.no, credit FROM purchases p
          JOIN buyers b ON b.no = p.buyer WHERE shop > '') GROUP BY shop""");
    isNotGrouped(
        "SELECT METRIC('c.credit'), METRIC('p.mean_margin') FROM buyer c JOIN purchase p",
        """
        SELECT 1500, avg((amount - cost) / amount) FROM purchases
        WHERE buyer IN (SELECT no FROM buyers)""");
  }

  /** To be asked twice, a condition has to say the same: a function may not. */
  @Test
  void functionsAreNotAskedTwice() throws SQLException {
    isNotGrouped(
        """
        SELECT METRIC('c.credit'), METRIC('p.amount') FROM buyer c JOIN purchase p
        WHERE lower(c.city) = 'ulm'""",
        "SELECT 300, 110");
  }
}
