package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the native format has beyond Lynk's: entities and junctions over queries, names for each
 * direction of a join, one-way relationships, columns that only the warehouse lists.
 */
class NativeExtensionsTest {
  @RegisterExtension
  static final SideBySide ORCHESTRA =
      SideBySide.project(NativeExtensionsTest.class, "orchestra", "orchestra");

  private static final String MUSICIANS = "(SELECT * FROM people WHERE kind = 'musician')";
  private static final String PAIRS = "(SELECT DISTINCT person_id, concert_no FROM parts)";

  @Test
  void anEntityOverAQueryHasItsRows() throws SQLException {
    ORCHESTRA.assertSameRows(
        "SELECT id, name, shout FROM musician", "SELECT id, Name, upper(Name) FROM " + MUSICIANS);
    ORCHESTRA.assertSameRows(
        "SELECT METRIC('musicians') FROM musician WHERE name > 'B'",
        "SELECT COUNT(*) FROM " + MUSICIANS + " WHERE Name > 'B'");
  }

  @Test
  void nothingOfAQueryButItsFeaturesIsSeen() {
    assertEquals(201, ORCHESTRA.error("SELECT kind FROM musician").getErrorCode());
    assertEquals(200, ORCHESTRA.error("SELECT * FROM players").getErrorCode());
  }

  @Test
  void aJunctionOverAQueryIsCrossedBothWays() throws SQLException {
    ORCHESTRA.assertSameRows(
        "SELECT m.name, c.title FROM musician m LEFT JOIN concert c",
        """
        SELECT m.Name, c."Title" FROM %s m
        LEFT JOIN (%s p JOIN concerts c ON p.concert_no = c.no) ON p.person_id = m.id
        """
            .formatted(MUSICIANS, PAIRS));
    ORCHESTRA.assertSameRows(
        "SELECT c.title, m.name FROM concert c LEFT JOIN musician m",
        """
        SELECT c."Title", m.Name FROM concerts c
        LEFT JOIN (%s p JOIN %s m ON p.person_id = m.id) ON p.concert_no = c.no
        """
            .formatted(PAIRS, MUSICIANS));
    ORCHESTRA.assertSameRows(
        "SELECT m.name, c.title FROM musician m FULL JOIN concert c",
        """
        WITH pairs AS (
          SELECT m.id, c.no FROM %s m JOIN %s p ON p.person_id = m.id JOIN concerts c ON c.no = p.concert_no)
        SELECT m.Name, c."Title" FROM pairs JOIN people m USING (id) JOIN concerts c USING (no)
        UNION ALL SELECT Name, NULL FROM %s WHERE id NOT IN (SELECT id FROM pairs)
        UNION ALL SELECT NULL, "Title" FROM concerts WHERE no NOT IN (SELECT no FROM pairs)
        """
            .formatted(MUSICIANS, PAIRS, MUSICIANS));
  }

  @Test
  void eachDirectionOfAJoinHasItsName() throws SQLException {
    String forward = "SELECT m.name, c.title FROM musician m JOIN concert c ";
    ORCHESTRA.assertSameRows(forward + "USING ('plays_in')", PLAYERS.formatted(MUSICIANS, PAIRS));
    ORCHESTRA.assertSameRows(forward + "ON m.plays_in", PLAYERS.formatted(MUSICIANS, PAIRS));
    ORCHESTRA.assertSameRows(
        "SELECT m.name, c.title FROM concert c JOIN musician m USING ('players')",
        PLAYERS.formatted(MUSICIANS, PAIRS));
    ORCHESTRA.assertSameRows(
        "SELECT m.name, c.title FROM concert c JOIN musician m ON players AND c.no > 10",
        PLAYERS.formatted(MUSICIANS, PAIRS) + " AND c.no > 10");
    SQLException error = ORCHESTRA.error(forward + "USING ('players')");
    assertEquals(203, error.getErrorCode());
    assertTrue(error.getMessage().contains("USING ('m.plays_in')"), error.getMessage());
  }

  private static final String PLAYERS =
      """
      SELECT m.Name, c."Title" FROM %s m, %s p, concerts c
      WHERE p.person_id = m.id AND p.concert_no = c.no\
      """;

  @Test
  void aSelfRelationshipIsNamedInBothDirections() throws SQLException {
    ORCHESTRA.assertSameRows(
        "SELECT a.name, b.name AS pupil FROM musician a LEFT JOIN musician b USING ('pupils')",
        "SELECT a.Name, b.Name FROM %s a LEFT JOIN %s b ON a.id = b.teacher_id"
            .formatted(MUSICIANS, MUSICIANS));
    ORCHESTRA.assertSameRows(
        "SELECT a.name, b.name AS teacher FROM musician a LEFT JOIN musician b USING ('teacher')",
        "SELECT a.Name, b.Name FROM %s a LEFT JOIN %s b ON a.teacher_id = b.id"
            .formatted(MUSICIANS, MUSICIANS));
    assertEquals(
        203,
        ORCHESTRA
            .error("SELECT 1 FROM musician a JOIN musician b USING ('pupils__reversed')")
            .getErrorCode());
  }

  @Test
  void featuresNameADirectionToo() throws SQLException {
    ORCHESTRA.assertSameRows(
        "SELECT name, teacher_name, pupils, concerts, earned FROM musician",
        """
        SELECT m.Name, t.Name,
          (SELECT COUNT(p.id) FROM %1$s p WHERE p.teacher_id = m.id),
          (SELECT COUNT(*) FROM %2$s x, concerts c WHERE x.person_id = m.id AND c.no = x.concert_no),
          (SELECT SUM(amount) FROM fees WHERE person_id = m.id)
        FROM %1$s m LEFT JOIN %1$s t ON t.id = m.teacher_id
        """
            .formatted(MUSICIANS, PAIRS));
    ORCHESTRA.assertSameRows(
        "SELECT title, player_count, hall_name FROM concert",
        """
        SELECT "Title", (SELECT COUNT(*) FROM %s x, %s m WHERE x.concert_no = no AND m.id = x.person_id),
          h.name
        FROM concerts LEFT JOIN halls h ON h.id = hall_id
        """
            .formatted(PAIRS, MUSICIANS));
  }

  @Test
  void aOneWayRelationshipIsNotWalkedBack() throws SQLException {
    ORCHESTRA.assertSameRows(
        "SELECT m.name, f.amount FROM musician m LEFT JOIN fee f",
        "SELECT m.Name, f.amount FROM %s m LEFT JOIN fees f ON f.person_id = m.id"
            .formatted(MUSICIANS));
    SQLException error = ORCHESTRA.error("SELECT 1 FROM fee f JOIN musician m");
    assertEquals(300, error.getErrorCode());
    assertTrue(error.getMessage().contains("musician-fee is one-way"), error.getMessage());
    assertEquals(
        300, ORCHESTRA.error("SELECT 1 FROM fee f JOIN musician m USING ('fees')").getErrorCode());
  }

  /** One concert opened one hall, and a hall has many concerts: one pair, two cardinalities. */
  @Test
  void aJoinMayHaveACardinalityOfItsOwn() throws SQLException {
    ORCHESTRA.assertSameRows(
        "SELECT name, first_title FROM hall",
        "SELECT h.name, c.\"Title\" FROM halls h LEFT JOIN concerts c ON c.no = h.opened_with");
    ORCHESTRA.assertSameRows(
        "SELECT h.name, c.title FROM hall h JOIN concert c USING ('programme')",
        "SELECT h.name, c.\"Title\" FROM halls h JOIN concerts c ON c.hall_id = h.id");
  }

  @Test
  void columnsThatNoFileListsAreTheWarehouses() throws SQLException {
    assertEquals(
        List.of(
            "no", "title", "hall_id", "price", "_loaded", "is_dear", "hall_name", "player_count"),
        ORCHESTRA.rows("SELECT * FROM concert").labels());
    ORCHESTRA.assertSameRows(
        "SELECT no, price, is_dear, _loaded FROM concert",
        "SELECT no, \"ticket price\", \"ticket price\" > 25, _loaded FROM concerts");
    assertFalse(ORCHESTRA.rows("SELECT * FROM hall").labels().contains("rowid"));
  }

  /** A table or query of the model means the warehouse's tables, whatever the user's CTEs are. */
  @Test
  void aCommonTableExpressionTakesNoTableOfTheModel() throws SQLException {
    ORCHESTRA.assertSameRows(
        "WITH Concerts AS (SELECT 99 AS no) SELECT c.title, x.no FROM concert c, Concerts x",
        "SELECT \"Title\", 99 FROM concerts");
    SQLException error =
        ORCHESTRA.error("WITH people AS (SELECT 1 AS id) SELECT m.id FROM musician m, people");
    assertTrue(error.getMessage().contains("rename people"), error.getMessage());
    ORCHESTRA.assertSameRows(
        "WITH id AS (SELECT 1 AS x) SELECT m.id FROM musician m, id",
        "SELECT id FROM " + MUSICIANS);
  }

  @Test
  void theModelAsTablesTellsOfAllThat() throws SQLException {
    assertEquals(
        List.of("players | many_to_many"),
        ORCHESTRA
            .rows("SELECT reverse_name, cardinality FROM meta.joins WHERE name = 'plays_in'")
            .lines());
    assertEquals(
        List.of("musician-fee"),
        ORCHESTRA.rows("SELECT name FROM meta.relationships WHERE NOT is_reversible").lines());
    assertTrue(
        ORCHESTRA
            .rows("SELECT source FROM meta.entities WHERE name = 'musician'")
            .lines()
            .get(0)
            .startsWith("(WITH players AS"));
  }
}
