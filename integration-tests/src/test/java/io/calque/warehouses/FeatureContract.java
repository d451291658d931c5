package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Features of each kind, one by one, and all at once. */
public abstract class FeatureContract {
  private final ContractProject project;

  protected FeatureContract(ContractProject project) {
    this.project = project;
  }

  private void means(String sql, String handWritten) throws SQLException {
    project.means(sql, handWritten);
  }

  @Test
  void columns() throws SQLException {
    means(
        "SELECT id, city, credit, joined FROM buyer",
        "SELECT no, town, credit, joined FROM buyers");
    means("SELECT id, shout FROM buyer", "SELECT no, upper(town) || '!' FROM buyers");
    means(
        "SELECT id, german_town FROM buyer",
        "SELECT no, CASE WHEN country = 'de' THEN town END FROM buyers");
  }

  @Test
  void columnsOfRelatedSources() throws SQLException {
    means(
        "SELECT id, country FROM buyer",
        "SELECT b.no, c.name FROM buyers b LEFT JOIN countries c ON c.code = b.country");
    means(
        "SELECT id, buyer_city FROM purchase",
        "SELECT p.no, b.town FROM purchases p LEFT JOIN buyers b ON b.no = p.buyer");
  }

  @Test
  void metricFeatures() throws SQLException {
    means(
        "SELECT id, spent, purchases, margin FROM buyer",
        """
        SELECT b.no, sum(p.amount), count(p.no), sum(p.amount - p.cost) * 1.0 / nullif(sum(p.amount), 0)
        FROM buyers b LEFT JOIN purchases p ON p.buyer = b.no GROUP BY b.no\
        """);
    means(
        "SELECT id, paid_for FROM buyer",
        "SELECT b.no, sum(p.amount) FROM buyers b LEFT JOIN purchases p ON p.payer = b.no GROUP BY"
            + " b.no");
  }

  @Test
  void metricFeaturesOverOrAndInequality() throws SQLException {
    means(
        "SELECT id, involved_in FROM buyer",
        """
        SELECT b.no, count(p.no) FROM buyers b
        LEFT JOIN purchases p ON p.buyer = b.no OR p.payer = b.no GROUP BY b.no\
        """);
    means(
        "SELECT id, affordable FROM buyer",
        """
        SELECT b.no, count(p.no) FROM buyers b LEFT JOIN purchases p ON p.amount <= b.credit
        GROUP BY b.no\
        """);
  }

  /** Who has which hobby is said twice; each hobby counts once. */
  @Test
  void metricFeaturesOverALookup() throws SQLException {
    means(
        "SELECT id, hobby_hours, hobbies FROM buyer",
        """
        SELECT b.no, sum(h.hours), count(h.no) FROM buyers b
        LEFT JOIN (SELECT DISTINCT buyer, hobby FROM has_hobby) x ON x.buyer = b.no
        LEFT JOIN hobbies h ON h.no = x.hobby GROUP BY b.no\
        """);
  }

  @Test
  void filters() throws SQLException {
    means(
        "SELECT id, quoted, dear, in_january FROM buyer",
        """
        SELECT b.no, count(CASE WHEN shop = 'it''s' THEN 1 END), count(CASE WHEN amount >= 30 THEN 1 END),
          count(CASE WHEN day BETWEEN DATE '2024-01-01' AND DATE '2024-01-31' THEN 1 END)
        FROM buyers b LEFT JOIN purchases p ON p.buyer = b.no GROUP BY b.no\
        """);
  }

  /** Undated rows come last in either direction, ties go by the key. */
  @Test
  void firstAndLast() throws SQLException {
    String numbered =
        """
        SELECT b.no, p.no, p.shop FROM buyers b LEFT JOIN
          (SELECT purchases.*, row_number() OVER (PARTITION BY buyer ORDER BY day DESC NULLS LAST, no) AS n
           FROM purchases) p ON p.buyer = b.no AND p.n = 1\
        """;
    means("SELECT id, last_purchase, last_shop FROM buyer", numbered);
    means(
        "SELECT id, first_amount FROM buyer",
        """
        SELECT b.no, p.amount FROM buyers b LEFT JOIN
          (SELECT purchases.*, row_number() OVER (PARTITION BY buyer ORDER BY day NULLS LAST, no) AS n
           FROM purchases) p ON p.buyer = b.no AND p.n = 1\
        """);
  }

  @Test
  void secondAndFiltered() throws SQLException {
    means(
        "SELECT id, second_amount, first_cheap FROM buyer",
        """
        SELECT b.no, p.amount, q.no FROM buyers b
        LEFT JOIN
          (SELECT purchases.*, row_number() OVER (PARTITION BY buyer ORDER BY day NULLS LAST, no) AS n
           FROM purchases) p ON p.buyer = b.no AND p.n = 2
        LEFT JOIN
          (SELECT purchases.*, row_number() OVER (PARTITION BY buyer ORDER BY day NULLS LAST, no) AS n
           FROM purchases WHERE amount < 30) q ON q.buyer = b.no AND q.n = 1\
        """);
  }

  @Test
  void firstAndLastOverOrLookupAndPlainTable() throws SQLException {
    means(
        "SELECT id, last_involved FROM buyer",
        """
        SELECT b.no, max(p.no) FROM buyers b
        LEFT JOIN purchases p ON p.buyer = b.no OR p.payer = b.no GROUP BY b.no\
        """);
    means(
        "SELECT id, top_hobby FROM buyer",
        """
        SELECT b.no, h.name FROM buyers b LEFT JOIN
          (SELECT x.buyer, h.name, row_number() OVER (PARTITION BY x.buyer ORDER BY hours DESC NULLS LAST) AS n
           FROM has_hobby x JOIN hobbies h ON h.no = x.hobby) h ON h.buyer = b.no AND h.n = 1\
        """);
    means(
        "SELECT id, mildest_complaint FROM buyer",
        """
        SELECT b.no, c.about FROM buyers b LEFT JOIN
          (SELECT complaints.*, row_number() OVER (PARTITION BY buyer ORDER BY level NULLS LAST, about) AS n
           FROM complaints) c ON c.buyer = b.no AND c.n = 1\
        """);
  }

  @Test
  void formulas() throws SQLException {
    means(
        "SELECT id, place, rich FROM buyer",
        "SELECT no, coalesce(town, 'nowhere'), credit > 150 FROM buyers");
    means(
        "SELECT id, motto, per_purchase FROM buyer",
        """
        SELECT no, coalesce(town, 'nowhere') || ' '
            || CAST(row_number() OVER (ORDER BY spent DESC NULLS LAST, no) AS VARCHAR(10)),
          spent * 1.0 / nullif(n, 0)
        FROM (SELECT b.no, b.town, sum(p.amount) AS spent, count(p.no) AS n
              FROM buyers b LEFT JOIN purchases p ON p.buyer = b.no GROUP BY b.no, b.town) t\
        """);
  }

  /** Together they are the same as apart. */
  @Test
  void allAtOnce() throws SQLException {
    means(
        "SELECT id, spent, last_shop, country, motto, hobby_hours, involved_in FROM buyer WHERE id"
            + " = 1",
        "SELECT 1, 60, 'north', 'Germany', 'Ulm 2', 6, 4");
    assertEqualCount("SELECT * FROM buyer", 5);
  }

  private void assertEqualCount(String sql, int rows) throws SQLException {
    assertEquals(rows, project.rows(sql).rows().size());
  }
}
