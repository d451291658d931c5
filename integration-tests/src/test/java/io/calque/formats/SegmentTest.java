package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Segment's Data Graph v1.0.0; identifiers and traits are rows, as Segment materialises them. */
class SegmentTest {
  @RegisterExtension
  static final SideBySide NURSERY = SideBySide.project(SegmentTest.class, "nursery", "nursery");

  private static final String PROFILES =
      "(SELECT DISTINCT canonical_segment_id AS id FROM people.user_identifiers)";

  @Test
  void entitiesHaveTheColumnsOfTheirTables() throws SQLException {
    assertEquals(
        List.of("CARD_NO", "email", "points"), NURSERY.rows("SELECT * FROM loyalty_card").labels());
    NURSERY.assertSameRows("SELECT * FROM plant", "SELECT * FROM shop.plants");
    NURSERY.assertSameRows("SELECT * FROM card", "SELECT * FROM shop.cards");
    assertEquals(
        List.of("canonical_segment_id", "allotment_no"),
        NURSERY.rows("SELECT * FROM profile").labels());
  }

  @Test
  void anExternalIdLeadsToEntitiesAndBack() throws SQLException {
    String pairs =
        """
          SELECT u.canonical_segment_id AS p, c."Card_No" AS c
          FROM people.user_identifiers u JOIN shop.cards c ON u.value = c."Email" WHERE u.type = 'email'""";
    NURSERY.assertSameRows(
        "SELECT p.canonical_segment_id, c.card_no FROM profile p LEFT JOIN loyalty_card c",
        "SELECT id, c FROM " + PROFILES + " LEFT JOIN (" + pairs + ") ON p = id");
    NURSERY.assertSameRows(
        "SELECT c.card_no, p.canonical_segment_id FROM card c LEFT JOIN profile p USING ('cards')",
        "SELECT \"Card_No\", p FROM shop.cards LEFT JOIN (" + pairs + ") ON c = \"Card_No\"");
  }

  /** The key is a number, the trait a text that need not be one. */
  @Test
  void aTraitLeadsToEntitiesAndBack() throws SQLException {
    String pairs =
        """
          SELECT t.canonical_segment_id AS p, a.no AS a FROM people.user_traits t
          JOIN shop.allotments a ON t.value = a.no::VARCHAR WHERE t.name = 'allotment_no'""";
    NURSERY.assertSameRows(
        "SELECT p.canonical_segment_id, a.no FROM profile p LEFT JOIN allotment a",
        "SELECT id, a FROM " + PROFILES + " LEFT JOIN (" + pairs + ") ON p = id");
    NURSERY.assertSameRows(
        "SELECT a.no, a.area, p.canonical_segment_id FROM allotment a LEFT JOIN profile p",
        "SELECT no, area, p FROM shop.allotments LEFT JOIN (" + pairs + ") ON a = no");
  }

  @Test
  void aTraitIsAFeatureToo() throws SQLException {
    NURSERY.assertSameRows(
        "SELECT canonical_segment_id, allotment_no FROM profile",
        """
          SELECT id, (SELECT value FROM people.user_traits WHERE name = 'allotment_no'
            AND canonical_segment_id = id) FROM %s"""
            .formatted(PROFILES));
  }

  @Test
  void joinOnRelatesParentAndChild() throws SQLException {
    NURSERY.assertSameRows(
        "SELECT c.card_no, p.total FROM loyalty_card c LEFT JOIN purchase p",
        "SELECT c.\"Card_No\", p.total FROM shop.cards c LEFT JOIN shop.purchases p ON p.card_no = c.\"Card_No\"");
    NURSERY.assertSameRows(
        "SELECT p.id, c.points FROM purchase p LEFT JOIN loyalty_card c USING ('card_purchases')",
        "SELECT p.id, c.points FROM shop.purchases p LEFT JOIN shop.cards c ON p.card_no = c.\"Card_No\"");
  }

  @Test
  void aJunctionTableIsCrossedBothWays() throws SQLException {
    NURSERY.assertSameRows(
        "SELECT p.id, l.name FROM purchase p LEFT JOIN plant l",
        """
          SELECT p.id, x.name FROM shop.purchases p LEFT JOIN
            (shop.purchase_lines l JOIN shop.plants x ON x.code = l.plant_code) ON l.purchase_id = p.id""");
    NURSERY.assertSameRows(
        "SELECT l.name, p.id FROM plant l LEFT JOIN purchase p ON bought_plants",
        """
          SELECT x.name, p.id FROM shop.plants x LEFT JOIN
            (shop.purchase_lines l JOIN shop.purchases p ON p.id = l.purchase_id) ON x.code = l.plant_code""");
    NURSERY.assertSameRows(
        "SELECT * FROM bridges.bought_plants",
        """
          SELECT DISTINCT p.id, x.code FROM shop.purchases p, shop.purchase_lines l, shop.plants x
          WHERE l.purchase_id = p.id AND x.code = l.plant_code""");
  }

  @Test
  void anEntityMayBeRelatedToItself() throws SQLException {
    NURSERY.assertSameRows(
        "SELECT a.name, b.name AS companion FROM plant a LEFT JOIN plant b USING ('companions')",
        "SELECT a.name, b.name FROM shop.plants a LEFT JOIN shop.plants b ON a.code = b.grows_well_with");
    NURSERY.assertSameRows(
        "SELECT a.name, b.name AS beside FROM plant a LEFT JOIN plant b USING ('companions__reversed')",
        "SELECT a.name, b.name FROM shop.plants a LEFT JOIN shop.plants b ON b.code = a.grows_well_with");
  }

  /** The audience that a graph is for: people who bought a plant since a day. */
  @Test
  void theWholeTreeIsWalkedStepByStep() throws SQLException {
    NURSERY.assertSameRows(
        """
          SELECT DISTINCT p.canonical_segment_id
          FROM profile p JOIN card c JOIN purchase b JOIN plant l
          WHERE l.name = 'Thyme' AND b.bought_on >= DATE '2024-01-01'
          """,
        """
          SELECT DISTINCT u.canonical_segment_id
          FROM people.user_identifiers u, shop.cards c, shop.purchases b, shop.purchase_lines l, shop.plants x
          WHERE u.type = 'email' AND u.value = c."Email" AND b.card_no = c."Card_No"
            AND l.purchase_id = b.id AND x.code = l.plant_code
            AND x.name = 'Thyme' AND b.bought_on >= DATE '2024-01-01'""");
  }

  /** Users whose account has more than 100 employees, in this nursery's words. */
  @Test
  void profilesWhoseCardHasMoreThanAHundredPoints() throws SQLException {
    NURSERY.assertSameRows(
        "SELECT DISTINCT p.canonical_segment_id FROM profile p JOIN card c WHERE c.points > 100",
        """
          SELECT DISTINCT u.canonical_segment_id FROM people.user_identifiers u, shop.cards c
          WHERE u.type = 'email' AND u.value = c."Email" AND c.points > 100""");
  }

  /** Accounts with a user who bought in the last 30 days, in this nursery's words. */
  @Test
  void profilesWithACardThatBoughtInThirtyDays() throws SQLException {
    NURSERY.assertSameRows(
        """
          SELECT DISTINCT p.canonical_segment_id, c.card_no
          FROM profile p JOIN card c JOIN purchase b
          WHERE b.bought_on >= DATE '2024-04-15' - INTERVAL 30 DAY
          """,
        """
          SELECT DISTINCT u.canonical_segment_id, c."Card_No"
          FROM people.user_identifiers u, shop.cards c
          WHERE u.type = 'email' AND u.value = c."Email" AND EXISTS (
            SELECT 1 FROM shop.purchases b
            WHERE b.card_no = c."Card_No" AND b.bought_on >= DATE '2024-03-16')""");
  }
}
