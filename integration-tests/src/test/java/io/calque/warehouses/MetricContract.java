package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calque.warehouse.WarehouseEngines;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Metrics, where joins repeat rows and where they do not, in each clause and as columns. */
public abstract class MetricContract {
  private final ContractProject project;

  protected MetricContract(ContractProject project) {
    this.project = project;
  }

  private void means(String sql, String handWritten, Object... parameters) throws SQLException {
    project.means(sql, handWritten, parameters);
  }

  @Test
  void withoutJoins() throws SQLException {
    means(
        "SELECT city, METRIC('buyers'), METRIC('credits'), METRIC('rich_buyers'),"
            + " METRIC('mean_spent') FROM buyer GROUP BY city",
        """
        SELECT town, count(*), sum(credit), count(CASE WHEN credit > 150 THEN 1 END), avg(spent * 1.0)
        FROM (SELECT b.no, town, credit, sum(amount) AS spent FROM buyers b
              LEFT JOIN purchases p ON p.buyer = b.no GROUP BY b.no, town, credit) t
        GROUP BY town\
        """);
    means("SELECT METRIC('buyers'), METRIC('credits') FROM buyer WHERE id > 99", "SELECT 0, NULL");
  }

  @Test
  void fanOut() throws SQLException {
    means(
        "SELECT c.city, METRIC('c.credits'), METRIC('c.buyers'), METRIC('p.amount'),"
            + " METRIC('p.margin'), COUNT(*) FROM buyer c JOIN purchase p GROUP BY c.city",
        """
        SELECT a.town, a.credit, a.n, b.amount, b.margin, b.n FROM
          (SELECT town, sum(credit) AS credit, count(*) AS n FROM buyers
           WHERE no IN (SELECT buyer FROM purchases) GROUP BY town) a
        JOIN
          (SELECT town, sum(amount) AS amount, sum(amount - cost) * 1.0 / nullif(sum(amount), 0) AS margin,
             count(*) AS n FROM buyers JOIN purchases ON buyer = buyers.no GROUP BY town) b
        ON coalesce(a.town, '') = coalesce(b.town, '')\
        """);
  }

  @Test
  void fanOutOverTwoLevels() throws SQLException {
    means(
        "SELECT METRIC('c.credits'), METRIC('p.amount'), METRIC('l.quantities'), METRIC('l.lines')"
            + " FROM buyer c JOIN purchase p JOIN line l",
        """
        SELECT * FROM
          (SELECT sum(credit) AS a FROM buyers WHERE no IN
            (SELECT buyer FROM purchases WHERE no IN (SELECT purchase FROM lines))) a
        CROSS JOIN
          (SELECT sum(amount) AS b FROM purchases
           WHERE no IN (SELECT purchase FROM lines) AND buyer IN (SELECT no FROM buyers)) b
        CROSS JOIN
          (SELECT sum(quantity) AS c, count(*) AS d FROM lines WHERE purchase IN
            (SELECT no FROM purchases WHERE buyer IN (SELECT no FROM buyers))) c\
        """);
  }

  /** Where that is said of a warehouse, sums are had from sums of parts. */
  @Test
  void sumsOfSumsHaveTheTypeOfSums() throws SQLException {
    Set<String> summable =
        WarehouseEngines.dialect(project.warehouse().dialect()).aggregates().summable();
    assumeTrue(summable.contains("sum"), "a sum of sums is said to have another type here");
    for (String type :
        List.of(
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "REAL",
            "DOUBLE PRECISION",
            "DECIMAL(9, 2)",
            "DECIMAL(38, 0)")) {
      String values = "(SELECT CAST(1 AS " + type + ") AS x) t";
      assertEquals(
          type("SELECT SUM(x) FROM " + values),
          type("SELECT SUM(s) FROM (SELECT SUM(x) AS s FROM " + values + ") u"),
          type);
    }
  }

  private String type(String sql) throws SQLException {
    try (Statement statement = project.tables().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ResultSetMetaData data = rows.getMetaData();
      return "%s(%d, %d)"
          .formatted(data.getColumnTypeName(1), data.getPrecision(1), data.getScale(1));
    }
  }

  /** Purchases got and purchases paid have nothing to do with each other but the buyer. */
  @Test
  void chasm() throws SQLException {
    means(
        """
        SELECT c.id, METRIC('got.amount'), METRIC('got.purchases'), METRIC('paid.amount'), METRIC('paid.purchases')
        FROM buyer c LEFT JOIN purchase got USING ('c.bought') LEFT JOIN purchase paid USING ('c.paid') GROUP BY c.id\
        """,
        """
        SELECT b.no, g.a, coalesce(g.n, 0), p.a, coalesce(p.n, 0) FROM buyers b
        LEFT JOIN (SELECT buyer, sum(amount) AS a, count(*) AS n FROM purchases GROUP BY buyer) g ON g.buyer = b.no
        LEFT JOIN (SELECT payer, sum(amount) AS a, count(*) AS n FROM purchases GROUP BY payer) p ON p.payer = b.no\
        """);
  }

  @Test
  void manyToMany() throws SQLException {
    means(
        "SELECT c.city, METRIC('h.names'), METRIC('h.hobbies'), METRIC('h.hours'),"
            + " METRIC('c.buyers'), COUNT(*) FROM buyer c JOIN hobby h GROUP BY c.city",
        """
        SELECT a.town, a.names, a.hobbies, a.hours, b.buyers, b.n FROM
          (SELECT town, count(DISTINCT name) AS names, count(*) AS hobbies, sum(hours) AS hours FROM
            (SELECT DISTINCT town, h.no, h.name, h.hours FROM buyers b
             JOIN has_hobby x ON x.buyer = b.no JOIN hobbies h ON h.no = x.hobby) t GROUP BY town) a
        JOIN
          (SELECT town, count(DISTINCT b.no) AS buyers, count(*) AS n FROM buyers b
           JOIN has_hobby x ON x.buyer = b.no JOIN hobbies h ON h.no = x.hobby GROUP BY town) b
        ON a.town = b.town\
        """);
  }

  @Test
  void twoRoles() throws SQLException {
    means(
        """
        SELECT p.shop, METRIC('b.credits'), METRIC('y.credits'), METRIC('p.amount')
        FROM purchase p LEFT JOIN buyer b USING ('bought') LEFT JOIN buyer y USING ('p.paid') GROUP BY p.shop\
        """,
        """
        SELECT s.shop, b.credit, y.credit, s.amount FROM
          (SELECT coalesce(shop, '?') AS k, shop, sum(amount) AS amount FROM purchases GROUP BY shop) s
        LEFT JOIN
          (SELECT k, sum(credit) AS credit FROM
            (SELECT DISTINCT coalesce(shop, '?') AS k, buyers.no, credit FROM purchases
             JOIN buyers ON buyers.no = buyer) t GROUP BY k) b ON b.k = s.k
        LEFT JOIN
          (SELECT k, sum(credit) AS credit FROM
            (SELECT DISTINCT coalesce(shop, '?') AS k, buyers.no, credit FROM purchases
             JOIN buyers ON buyers.no = payer) t GROUP BY k) y ON y.k = s.k\
        """);
  }

  /** A buyer in several groups counts in each, and once in the total. */
  @Test
  void rollup() throws SQLException {
    project.meansIfHas(
        Lack.ROLLUP,
        "SELECT p.shop, METRIC('c.buyers'), METRIC('p.shops'), METRIC('c.credits') FROM buyer c"
            + " JOIN purchase p GROUP BY ROLLUP (p.shop)",
        """
        SELECT shop, count(*), count(DISTINCT shop), sum(credit) FROM
          (SELECT DISTINCT shop, b.no, credit FROM purchases p JOIN buyers b ON b.no = p.buyer) t GROUP BY shop
        UNION ALL
        SELECT NULL, count(DISTINCT no), count(DISTINCT shop),
          (SELECT sum(credit) FROM buyers WHERE no IN (SELECT buyer FROM purchases)) FROM
          (SELECT DISTINCT shop, b.no, credit FROM purchases p JOIN buyers b ON b.no = p.buyer) t\
        """);
  }

  /** Through a CTE, of which another part of the query shows all columns. */
  @Test
  void columnThroughACte() throws SQLException {
    means(
        "WITH t AS (SELECT b.id, b.city, b.credits FROM buyer b), u AS (SELECT t.* FROM t)"
            + " SELECT x.city, SUM(x.credits) FROM u x JOIN t y ON y.city = x.city GROUP BY x.city"
            + " UNION ALL SELECT t.city, t.id FROM t",
        "SELECT town, sum(credit) FROM buyers WHERE town IS NOT NULL GROUP BY town"
            + " UNION ALL SELECT town, no FROM buyers");
  }

  /** One key, whether written as text or as ordinal. */
  @Test
  void keysWrittenInTwoWays() throws SQLException {
    project.meansIfHas(
        Lack.ROLLUP,
        "SELECT p.shop, METRIC('c.buyers') FROM buyer c JOIN purchase p"
            + " GROUP BY GROUPING SETS ((p.shop), (1))",
        "SELECT shop, count(DISTINCT buyer) FROM purchases JOIN buyers b ON b.no = buyer"
            + " GROUP BY shop UNION ALL SELECT shop, count(DISTINCT buyer) FROM purchases"
            + " JOIN buyers b ON b.no = buyer GROUP BY shop");
  }

  @Test
  void filterHavingAndOrder() throws SQLException {
    means(
        "SELECT METRIC('buyers') FILTER (WHERE p.shop = 'north'), METRIC('credits') FILTER (WHERE"
            + " p.shop = 'north') FROM buyer c LEFT JOIN purchase p",
        "SELECT count(*), sum(credit) FROM buyers WHERE no IN (SELECT buyer FROM purchases WHERE"
            + " shop = 'north')");
    means(
        "SELECT c.city FROM buyer c JOIN purchase p GROUP BY c.city HAVING METRIC('p.amount') > 50"
            + " ORDER BY METRIC('c.credits') DESC",
        "SELECT town FROM buyers b JOIN purchases p ON p.buyer = b.no GROUP BY town HAVING"
            + " sum(amount) > 50");
    means(
        "SELECT METRIC('c.credits') FILTER (WHERE p.amount > ?) FROM buyer c JOIN purchase p WHERE"
            + " c.id < ?",
        "SELECT sum(credit) FROM buyers WHERE no < 4 AND no IN (SELECT buyer FROM purchases WHERE"
            + " amount > 25)",
        25,
        4);
  }

  @Test
  void insideWindowsAndSubqueries() throws SQLException {
    means(
        "SELECT city, SUM(METRIC('credits')) OVER (ORDER BY city NULLS LAST) FROM buyer GROUP BY"
            + " city",
        """
        SELECT town, sum(c) OVER (ORDER BY town NULLS LAST)
        FROM (SELECT town, sum(credit) AS c FROM buyers GROUP BY town) t\
        """);
    means(
        "SELECT MAX(t.a) FROM (SELECT c.city, METRIC('p.amount') AS a FROM buyer c JOIN purchase p"
            + " JOIN line l GROUP BY c.city) t",
        """
        SELECT max(a) FROM (SELECT sum(amount) AS a FROM purchases p JOIN buyers b ON b.no = p.buyer
          WHERE p.no IN (SELECT purchase FROM lines) GROUP BY town) t\
        """);
  }

  @Test
  void outerJoins() throws SQLException {
    project.meansIfHas(
        Lack.FULL_JOIN,
        "SELECT c.id, METRIC('p.purchases'), METRIC('c.buyers'), COUNT(*) FROM buyer c FULL JOIN"
            + " purchase p GROUP BY c.id",
        """
        SELECT b.no, count(p.no), count(DISTINCT b.no), count(*)
        FROM buyers b FULL JOIN purchases p ON p.buyer = b.no GROUP BY b.no\
        """);
  }

  @Test
  void columns() throws SQLException {
    means(
        "SELECT city, buyers FROM buyer GROUP BY city",
        "SELECT town, count(*) FROM buyers GROUP BY town");
    means(
        "SELECT shop, SUM(total) FROM (SELECT p.shop, p.total FROM buyer b JOIN purchase p JOIN"
            + " line l) t GROUP BY shop",
        """
        SELECT shop, sum(amount) FROM purchases WHERE buyer IN (SELECT no FROM buyers)
          AND no IN (SELECT purchase FROM lines) GROUP BY shop\
        """);
    project.error(400, "42803", "SELECT AVG(margin) FROM purchase");
  }

  /** A metric where nothing is aggregated is that of the one row. */
  @Test
  void columnsOfSingleRows() throws SQLException {
    means(
        "SELECT id, total, margin FROM purchase",
        "SELECT no, amount, (amount - cost) * 1.0 / nullif(amount, 0) FROM purchases");
    means(
        "SELECT b.id, p.purchases FROM buyer b LEFT JOIN purchase p",
        "SELECT b.no, CASE WHEN p.no IS NULL THEN 0 ELSE 1 END FROM buyers b LEFT JOIN purchases p"
            + " ON p.buyer = b.no");
  }
}
