package io.calque.metrics;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The known ways in which joins make aggregates wrong. Each test asks for a metric over such a join
 * and says in plain SQL, with every entity counted on its own, what the answer is.
 */
class MetricTrapsTest {
  @RegisterExtension
  static final SideBySide BAZAAR = SideBySide.project(MetricTrapsTest.class, "bazaar", "bazaar");

  private static void means(String sql, String handWritten) throws SQLException {
    BAZAAR.assertSameRows(sql, handWritten);
  }

  /** A buyer stands in as many rows as she has purchases, her credit is still hers once. */
  @Test
  void fanTrap() throws SQLException {
    means(
        """
        SELECT c.city, METRIC('c.credit'), METRIC('c.buyers'), METRIC('p.amount')
        FROM buyer c JOIN purchase p GROUP BY c.city""",
        """
        SELECT town,
               (SELECT sum(credit) FROM buyers b WHERE b.town IS NOT DISTINCT FROM t.town
                AND b.no IN (SELECT buyer FROM purchases)),
               (SELECT count(*) FROM buyers b WHERE b.town IS NOT DISTINCT FROM t.town
                AND b.no IN (SELECT buyer FROM purchases)),
               (SELECT sum(amount) FROM purchases p JOIN buyers b ON b.no = p.buyer
                WHERE b.town IS NOT DISTINCT FROM t.town)
        FROM (SELECT DISTINCT town FROM buyers b JOIN purchases p ON p.buyer = b.no) t""");
  }

  /** Over two levels of it, each metric keeps its own grain. */
  @Test
  void fanTrapOverTwoLevels() throws SQLException {
    means(
        """
        SELECT METRIC('c.credit'), METRIC('p.amount'), METRIC('l.quantity'), METRIC('l.lines')
        FROM buyer c JOIN purchase p JOIN line l""",
        """
        SELECT (SELECT sum(credit) FROM buyers WHERE no IN
                 (SELECT buyer FROM purchases WHERE no IN (SELECT purchase FROM lines))),
               (SELECT sum(amount) FROM purchases
                WHERE no IN (SELECT purchase FROM lines) AND buyer IN (SELECT no FROM buyers)),
               sum(quantity), count(*)
        FROM lines WHERE purchase IN
          (SELECT no FROM purchases WHERE buyer IN (SELECT no FROM buyers))""");
  }

  /** Purchases and complaints have nothing to do with each other but the buyer. */
  @Test
  void chasmTrap() throws SQLException {
    means(
        """
        SELECT c.id, METRIC('p.amount'), METRIC('p.purchases'), METRIC('x.level'), METRIC('x.complaints')
        FROM buyer c LEFT JOIN purchase p LEFT JOIN complaint x USING ('c.complained') GROUP BY c.id""",
        """
        SELECT no, (SELECT sum(amount) FROM purchases WHERE buyer = b.no),
               (SELECT count(*) FROM purchases WHERE buyer = b.no),
               (SELECT sum(level) FROM complaints WHERE buyer = b.no),
               (SELECT count(*) FROM complaints WHERE buyer = b.no)
        FROM buyers b""");
  }

  /** COUNT gives 0, SUM gives NULL, and a ratio follows. */
  @Test
  void countOfNothing() throws SQLException {
    means(
        """
        SELECT c.id, METRIC('p.purchases'), METRIC('p.amount'), METRIC('p.margin'), METRIC('p.shops')
        FROM buyer c LEFT JOIN purchase p WHERE c.id = 5 GROUP BY c.id""",
        "SELECT 5, 0, NULL, NULL, 0");
    means(
        "SELECT METRIC('buyers'), METRIC('credit'), METRIC('mean_spent') FROM buyer WHERE id > 99",
        "SELECT 0, NULL, NULL");
    means(
        "SELECT id, purchases, spent FROM buyer WHERE id IN (3, 5)",
        "SELECT * FROM (VALUES (3, 1, NULL), (5, 0, NULL))");
  }

  @Test
  void ratioOfSumsIsNoAverageOfRatios() throws SQLException {
    means(
        """
        SELECT p.shop, METRIC('margin'), METRIC('mean_margin')
        FROM purchase p JOIN line l GROUP BY p.shop""",
        """
        SELECT shop, sum(amount - cost) / nullif(sum(amount), 0), avg((amount - cost) / amount)
        FROM purchases WHERE no IN (SELECT purchase FROM lines) GROUP BY shop""");
  }

  /** Two hobbies are called chess, and some pairs are said twice. */
  @Test
  void distinctCountsOverManyToMany() throws SQLException {
    means(
        """
        SELECT c.city, METRIC('h.names'), METRIC('h.hobbies'), METRIC('h.hours'), METRIC('c.buyers'),
               COUNT(*)
        FROM buyer c JOIN hobby h GROUP BY c.city""",
        """
        SELECT town, count(DISTINCT name), count(*), sum(hours),
               (SELECT count(DISTINCT b.no) FROM buyers b JOIN has_hobby x ON x.buyer = b.no
                JOIN hobbies h ON h.no = x.hobby WHERE b.town = t.town),
               (SELECT count(*) FROM buyers b JOIN has_hobby x ON x.buyer = b.no
                JOIN hobbies h ON h.no = x.hobby WHERE b.town = t.town)
        FROM (SELECT DISTINCT town, h.* FROM buyers b JOIN has_hobby x ON x.buyer = b.no
              JOIN hobbies h ON h.no = x.hobby) t
        GROUP BY town""");
  }

  /**
   * What each buyer spent is a sum already; its mean is over buyers, not over purchases or lines.
   */
  @Test
  void metricOverMetricFeature() throws SQLException {
    means(
        """
        SELECT c.city, METRIC('c.mean_spent'), METRIC('c.hobby_hours')
        FROM buyer c LEFT JOIN purchase p LEFT JOIN line l GROUP BY c.city""",
        """
        SELECT town, avg(spent), sum(hours) FROM
          (SELECT town, (SELECT sum(amount) FROM purchases WHERE buyer = b.no) AS spent,
                  (SELECT sum(hours) FROM hobbies
                   WHERE no IN (SELECT hobby FROM has_hobby WHERE buyer = b.no)) AS hours
           FROM buyers b)
        GROUP BY town""");
  }

  /** A shop or a buyer in several groups counts in each, and once in the total. */
  @Test
  void rollupTotal() throws SQLException {
    String perShop =
        """
        SELECT shop, count(DISTINCT b.no), count(DISTINCT shop),
               (SELECT sum(credit) FROM buyers WHERE no IN
                 (SELECT buyer FROM purchases q WHERE q.shop IS NOT DISTINCT FROM p.shop))
        FROM purchases p JOIN buyers b ON b.no = p.buyer GROUP BY shop""";
    String total =
        """
        SELECT NULL, count(*), (SELECT count(DISTINCT shop) FROM purchases WHERE buyer IN (SELECT no FROM buyers)),
               sum(credit)
        FROM buyers WHERE no IN (SELECT buyer FROM purchases)""";
    means(
        """
        SELECT p.shop, METRIC('c.buyers'), METRIC('p.shops'), METRIC('c.credit')
        FROM buyer c JOIN purchase p GROUP BY ROLLUP (p.shop)""",
        perShop + "\nUNION ALL\n" + total);
  }

  /** Whoever has one purchase up north is counted with her whole credit, and once. */
  @Test
  void filterOnTheManySide() throws SQLException {
    String north =
        """
        SELECT count(*), sum(credit) FROM buyers
        WHERE no IN (SELECT buyer FROM purchases WHERE shop = 'north')""";
    means(
        "SELECT METRIC('buyers'), METRIC('credit') FROM buyer c JOIN purchase p WHERE p.shop = 'north'",
        north);
    means(
        "SELECT METRIC('buyers'), METRIC('credit') FROM buyer c JOIN purchase p USING ('bought_up_north')",
        north);
    means(
        """
        SELECT METRIC('buyers') FILTER (WHERE p.shop = 'north'),
               METRIC('credit') FILTER (WHERE p.shop = 'north')
        FROM buyer c LEFT JOIN purchase p""",
        north);
  }

  /** Who gets a purchase and who pays it are two people, or one in two roles. */
  @Test
  void sameEntityInTwoRoles() throws SQLException {
    means(
        """
        SELECT p.shop, METRIC('b.credit'), METRIC('y.credit'), METRIC('p.amount')
        FROM purchase p LEFT JOIN buyer b USING ('bought') LEFT JOIN buyer y USING ('p.paid')
        GROUP BY p.shop""",
        """
        SELECT shop,
               (SELECT sum(credit) FROM buyers WHERE no IN
                 (SELECT buyer FROM purchases q WHERE q.shop IS NOT DISTINCT FROM p.shop)),
               (SELECT sum(credit) FROM buyers WHERE no IN
                 (SELECT payer FROM purchases q WHERE q.shop IS NOT DISTINCT FROM p.shop)),
               sum(amount)
        FROM purchases p GROUP BY shop""");
  }

  /** Not even for COUNT(*); the ordinary COUNT(*) counts the joined row, as SQL has it. */
  @Test
  void nullExtendedRowsAreNoRows() throws SQLException {
    means(
        """
        SELECT c.id, METRIC('p.purchases'), METRIC('c.buyers'), COUNT(*)
        FROM buyer c FULL JOIN purchase p GROUP BY c.id""",
        """
        SELECT no, (SELECT count(*) FROM purchases WHERE buyer = b.no), 1,
               greatest(1, (SELECT count(*) FROM purchases WHERE buyer = b.no))
        FROM buyers b
        UNION ALL
        SELECT NULL, count(*), 0, count(*) FROM purchases
        WHERE buyer IS NULL OR buyer NOT IN (SELECT no FROM buyers)""");
  }

  /** Purchases of no shop are a group, and so are buyers of no city. */
  @Test
  void nullGroupKeysAreGroups() throws SQLException {
    means(
        """
        SELECT c.city, p.shop, METRIC('c.buyers'), METRIC('p.purchases')
        FROM buyer c LEFT JOIN purchase p GROUP BY c.city, p.shop""",
        """
        SELECT town, shop, count(DISTINCT b.no), count(p.no)
        FROM buyers b LEFT JOIN purchases p ON p.buyer = b.no GROUP BY town, shop""");
  }

  /** Nothing is known of how often a CTE repeats an entity's rows. */
  @Test
  void entityJoinedWithACte() throws SQLException {
    means(
        """
        WITH days AS (SELECT p.buyer_id, p.day FROM purchase p)
        SELECT c.city, METRIC('c.credit'), COUNT(*)
        FROM buyer c JOIN days d ON d.buyer_id = c.id GROUP BY c.city""",
        """
        SELECT town, (SELECT sum(credit) FROM buyers x WHERE x.town IS NOT DISTINCT FROM b.town
                      AND x.no IN (SELECT buyer FROM purchases)), count(*)
        FROM buyers b JOIN purchases p ON p.buyer = b.no GROUP BY town""");
  }

  @Test
  void metricInsideACteAndOutside() throws SQLException {
    means(
        """
        WITH shops AS (SELECT p.shop, METRIC('p.amount') AS amount FROM purchase p JOIN line l GROUP BY p.shop)
        SELECT s.shop, s.amount, METRIC('p.amount') FROM purchase p JOIN shops s ON s.shop = p.shop
        GROUP BY s.shop, s.amount""",
        """
        SELECT shop, sum(amount) FILTER (WHERE no IN (SELECT purchase FROM lines)), sum(amount)
        FROM purchases WHERE shop IN (SELECT shop FROM purchases WHERE no IN (SELECT purchase FROM lines))
        GROUP BY shop""");
  }

  /** Written as the model has it or in any other way, nothing is counted twice. */
  @Test
  void manualOn() throws SQLException {
    means(
        "SELECT METRIC('c.credit'), METRIC('p.amount') FROM buyer c JOIN purchase p ON p.buyer_id = c.id",
        """
        SELECT (SELECT sum(credit) FROM buyers WHERE no IN (SELECT buyer FROM purchases)),
               (SELECT sum(amount) FROM purchases WHERE buyer IN (SELECT no FROM buyers))""");
    means(
        "SELECT METRIC('c.credit'), METRIC('p.amount') FROM buyer c JOIN purchase p ON p.amount < c.credit",
        """
        SELECT (SELECT sum(credit) FROM buyers WHERE credit > (SELECT min(amount) FROM purchases)),
               (SELECT sum(amount) FROM purchases WHERE amount < (SELECT max(credit) FROM buyers))""");
  }

  /** The sum of a column over joined rows is what SQL says it is, beside a metric that is not. */
  @Test
  void metricBesideOrdinaryAggregates() throws SQLException {
    means(
        """
        SELECT c.city, METRIC('c.credit'), SUM(c.credit), COUNT(*), COUNT(DISTINCT c.id)
        FROM buyer c JOIN purchase p GROUP BY c.city""",
        """
        SELECT town, (SELECT sum(credit) FROM buyers x WHERE x.town IS NOT DISTINCT FROM b.town
                      AND x.no IN (SELECT buyer FROM purchases)),
               sum(credit), count(*), count(DISTINCT b.no)
        FROM buyers b JOIN purchases p ON p.buyer = b.no GROUP BY town""");
  }

  @Test
  void inHavingAndOrderBy() throws SQLException {
    BAZAAR.assertSameList(
        """
        SELECT c.city FROM buyer c JOIN purchase p GROUP BY c.city
        HAVING METRIC('c.credit') >= 300 ORDER BY METRIC('c.credit') DESC""",
        "SELECT * FROM (VALUES (NULL), ('Bonn'), ('Ulm'))");
  }
}
