package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Segment's Data Graph v0.0.6; traits are columns, identifiers a table of the user's own making.
 */
class SegmentBetaTest {
  @RegisterExtension
  static final SideBySide CHOIR = SideBySide.project(SegmentBetaTest.class, "choir", "choir");

  private static final String PROFILES =
      "(SELECT DISTINCT canonical_segment_id AS id FROM segment.external_id_mapping)";

  @Test
  void traitsAreTheColumnsOfProfileTraits() throws SQLException {
    CHOIR.assertSameRows(
        "SELECT * FROM profile",
        """
          SELECT id, member_no, "Nick Name" FROM %s LEFT JOIN segment.profile_traits
          ON canonical_segment_id = id AND merged_to IS NULL"""
            .formatted(PROFILES));
  }

  @Test
  void twoWaysToOneEntityHaveNames() throws SQLException {
    assertEquals(302, CHOIR.error("SELECT 1 FROM profile JOIN membership").getErrorCode());
    String byTrait =
        """
          SELECT t.canonical_segment_id AS p, m.number AS n FROM segment.profile_traits t
          JOIN memberships m ON m.number = t.member_no WHERE t.merged_to IS NULL""";
    CHOIR.assertSameRows(
        "SELECT p.canonical_segment_id, m.number FROM profile p LEFT JOIN membership m USING ('memberships')",
        "SELECT id, n FROM " + PROFILES + " LEFT JOIN (" + byTrait + ") ON p = id");
    CHOIR.assertSameRows(
        "SELECT m.number, p.canonical_segment_id FROM membership_entity m LEFT JOIN profile p USING ('memberships')",
        "SELECT m.number, q.id FROM memberships m LEFT JOIN (("
            + byTrait
            + ") t JOIN "
            + PROFILES
            + " q ON q.id = t.p) ON t.n = m.number");
    CHOIR.assertSameRows(
        "SELECT p.canonical_segment_id, m.number FROM profile p JOIN membership m USING ('accounts')",
        """
          SELECT e.canonical_segment_id, m.number FROM segment.external_id_mapping e
          JOIN memberships m ON m.mail = e.external_id_value WHERE e.external_id_type = 'email'""");
  }

  @Test
  void labelsInConditionsAndMixedCaseAreUnderstood() throws SQLException {
    CHOIR.assertSameRows(
        "SELECT m.number, v.name FROM membership m LEFT JOIN voice v",
        """
          SELECT m.number, v.name FROM memberships m LEFT JOIN
            (sings s JOIN voices v ON v.id = s.voice_id) ON s.member_no = m.number""");
    CHOIR.assertSameRows(
        "SELECT v.name, m.number FROM voice v LEFT JOIN membership m",
        """
          SELECT v.name, m.number FROM voices v LEFT JOIN
            (sings s JOIN memberships m ON s.member_no = m.number) ON v.id = s.voice_id""");
  }
}
