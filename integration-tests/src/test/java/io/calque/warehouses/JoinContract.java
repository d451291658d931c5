package io.calque.warehouses;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Joins of each keyword over direct and lookup joins, bridges, and the model as tables. */
public abstract class JoinContract {
  private static final String PATHS =
      "SELECT b.no, h.no FROM buyers b JOIN has_hobby x ON x.buyer = b.no JOIN hobbies h ON h.no ="
          + " x.hobby";
  private static final String ALONE =
      """
      SELECT b.no, CAST(NULL AS INTEGER) FROM buyers b WHERE b.no NOT IN
        (SELECT x.buyer FROM has_hobby x JOIN hobbies h ON h.no = x.hobby WHERE x.buyer IS NOT NULL)\
      """;
  private static final String UNLOVED =
      """
      SELECT CAST(NULL AS INTEGER), h.no FROM hobbies h WHERE h.no NOT IN
        (SELECT x.hobby FROM has_hobby x JOIN buyers b ON b.no = x.buyer WHERE x.hobby IS NOT NULL)\
      """;

  private final ContractProject project;

  protected JoinContract(ContractProject project) {
    this.project = project;
  }

  private void means(String sql, String handWritten) throws SQLException {
    project.means(sql, handWritten);
  }

  @Test
  void directJoins() throws SQLException {
    for (String keyword : new String[] {"JOIN", "LEFT JOIN", "RIGHT JOIN"}) {
      means(
          "SELECT b.id, p.id FROM buyer b " + keyword + " purchase p",
          "SELECT b.no, p.no FROM buyers b " + keyword + " purchases p ON p.buyer = b.no");
    }
    project.meansIfHas(
        Lack.FULL_JOIN,
        "SELECT b.id, p.id FROM buyer b FULL JOIN purchase p",
        "SELECT b.no, p.no FROM buyers b FULL JOIN purchases p ON p.buyer = b.no");
  }

  @Test
  void lookups() throws SQLException {
    means("SELECT b.id, h.id FROM buyer b JOIN hobby h", PATHS);
    means("SELECT b.id, h.id FROM buyer b LEFT JOIN hobby h", PATHS + "\nUNION ALL\n" + ALONE);
    means("SELECT b.id, h.id FROM buyer b RIGHT JOIN hobby h", PATHS + "\nUNION ALL\n" + UNLOVED);
    project.meansIfHas(
        Lack.FULL_JOIN,
        "SELECT b.id, h.id FROM buyer b FULL JOIN hobby h",
        PATHS + "\nUNION ALL\n" + ALONE + "\nUNION ALL\n" + UNLOVED);
  }

  @Test
  void lookupsFromTheOtherSide() throws SQLException {
    means("SELECT b.id, h.id FROM hobby h LEFT JOIN buyer b", PATHS + "\nUNION ALL\n" + UNLOVED);
    project.meansIfHas(
        Lack.FULL_JOIN,
        "SELECT b.id, h.id FROM hobby h FULL JOIN buyer b ON practises AND b.id <> 2",
        PATHS
            + " WHERE b.no <> 2\nUNION ALL\n"
            + ALONE
            + "\nUNION ALL\nSELECT 2, NULL\nUNION ALL\n"
            + UNLOVED);
  }

  @Test
  void namedJoinsAndTwoRoles() throws SQLException {
    means(
        "SELECT p.id, b.city, y.city FROM purchase p LEFT JOIN buyer b USING ('bought') LEFT JOIN"
            + " buyer y USING ('p.paid')",
        """
        SELECT p.no, b.town, y.town FROM purchases p
        LEFT JOIN buyers b ON b.no = p.buyer LEFT JOIN buyers y ON y.no = p.payer\
        """);
    means(
        "SELECT b.id, p.id FROM buyer b LEFT JOIN purchase p ON bought_up_north AND p.amount > 10",
        """
        SELECT b.no, p.no FROM buyers b
        LEFT JOIN purchases p ON p.buyer = b.no AND p.shop = 'north' AND p.amount > 10\
        """);
    means(
        "SELECT b.id, p.id FROM buyer b JOIN purchase p USING ('involved')",
        "SELECT b.no, p.no FROM buyers b JOIN purchases p ON p.buyer = b.no OR p.payer = b.no");
  }

  @Test
  void subqueriesAndSets() throws SQLException {
    means(
        """
        WITH spenders AS (SELECT id, spent FROM buyer WHERE spent > 30)
        SELECT s.id, p.shop FROM spenders s JOIN purchase p ON p.buyer_id = s.id
        UNION ALL SELECT id, city FROM buyer WHERE id IN (SELECT buyer_id FROM purchase WHERE shop = 'south')\
        """,
        """
        SELECT b.no, p.shop FROM purchases p JOIN
          (SELECT buyer AS no FROM purchases GROUP BY buyer HAVING sum(amount) > 30) b ON b.no = p.buyer
        WHERE b.no IN (SELECT no FROM buyers)
        UNION ALL SELECT no, town FROM buyers WHERE no IN (SELECT buyer FROM purchases WHERE shop = 'south')\
        """);
    means(
        "SELECT b.id FROM buyer b WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.buyer_id = b.id"
            + " AND p.amount > 40)",
        "SELECT DISTINCT buyer FROM purchases WHERE amount > 40 AND buyer IN (SELECT no FROM"
            + " buyers)");
  }

  @Test
  void windowsAndStars() throws SQLException {
    means(
        "SELECT *, sum(credit) OVER (PARTITION BY city ORDER BY b.id) FROM buyer b JOIN line l ON"
            + " l.id = 99 + b.id WHERE b.id < 0",
        "SELECT 1 FROM buyers WHERE no < 0");
    means(
        "SELECT id, sum(credit) OVER (PARTITION BY city ORDER BY id) FROM buyer",
        "SELECT no, sum(credit) OVER (PARTITION BY town ORDER BY no) FROM buyers");
    means("SELECT * EXCLUDE (name) FROM hobby", "SELECT no, hours FROM hobbies");
  }

  @Test
  void bridges() throws SQLException {
    means(
        "SELECT buyer_id, hobby_id FROM bridges.practises",
        "SELECT DISTINCT b.no, h.no FROM buyers b JOIN has_hobby x ON x.buyer = b.no JOIN hobbies h"
            + " ON h.no = x.hobby");
    means(
        """
        SELECT b.city, h.name FROM buyer b JOIN bridges.practises x ON x.buyer_id = b.id
        JOIN hobby h ON h.id = x.hobby_id\
        """,
        """
        SELECT b.town, h.name FROM buyers b JOIN (SELECT DISTINCT buyer, hobby FROM has_hobby) x
        ON x.buyer = b.no JOIN hobbies h ON h.no = x.hobby\
        """);
  }

  @Test
  void theModelAsTables() throws SQLException {
    means("SELECT name FROM meta.entities WHERE name LIKE 'b%'", "SELECT 'buyer'");
    means(
        "SELECT COUNT(*) FROM meta.metrics m JOIN meta.entities e ON e.name = m.entity",
        "SELECT 18");
    means(
        "SELECT entity, name FROM meta.features WHERE description LIKE '%card%'",
        "SELECT 'buyer', 'id'");
    for (String table :
        new String[] {"relationships", "joins", "join_steps", "lineage", "features"}) {
      project.rows("SELECT * FROM meta." + table);
    }
  }
}
