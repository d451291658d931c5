package io.calque.companies;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Games for phones: a filtered second join, and achievements over a bridge. */
class ArcadiaTest {
  @RegisterExtension
  static final SideBySide ARCADIA = SideBySide.project(ArcadiaTest.class, "arcadia", "db_prod");

  @Test
  void theModelHasNoProblems() throws SQLException {
    assertNull(ARCADIA.calque().getWarnings());
  }

  @Test
  void allSessionsOrMeaningfulOnes() throws SQLException {
    ARCADIA.assertSameRows(
        "SELECT p.nick, s.session_id FROM player p LEFT JOIN session s",
        """
        SELECT p.nick, s.session_no FROM game.players p
        LEFT JOIN game.sessions s ON s.player_id = p.player_id
        """);
    ARCADIA.assertSameRows(
        """
        SELECT p.nick, s.session_id FROM player p
        LEFT JOIN session s USING ('player_to_meaningful_session')
        """,
        """
        SELECT p.nick, s.session_no FROM game.players p
        LEFT JOIN game.sessions s ON s.player_id = p.player_id AND s.seconds > 5
        """);
  }

  @Test
  void aFilteredJoinBackwardsKeepsTheSessionsItFilters() throws SQLException {
    ARCADIA.assertSameRows(
        """
        SELECT s.session_id, p.nick FROM session s
        LEFT JOIN player p ON s.player_to_meaningful_session
        """,
        """
        SELECT s.session_no, p.nick FROM game.sessions s
        LEFT JOIN game.players p ON s.player_id = p.player_id AND s.seconds > 5
        """);
  }

  @Test
  void achievementsInBothDirections() throws SQLException {
    ARCADIA.assertSameRows(
        "SELECT p.nick, a.title FROM player p LEFT JOIN achievement a",
        """
        SELECT p.nick, a.title FROM game.players p
        LEFT JOIN (game.player_achievements u JOIN game.achievements a USING (achievement_id))
          ON u.player_id = p.player_id
        """);
    ARCADIA.assertSameRows(
        "SELECT a.title, p.nick FROM achievement a LEFT JOIN player p",
        """
        SELECT a.title, p.nick FROM game.achievements a
        LEFT JOIN (game.player_achievements u JOIN game.players p USING (player_id))
          ON u.achievement_id = a.achievement_id
        """);
  }

  @Test
  void purchasesBeforeAPlayerIsKnown() throws SQLException {
    ARCADIA.assertSameRows(
        "SELECT p.nick, sum(b.usd) AS usd FROM player p RIGHT JOIN purchase b GROUP BY p.nick",
        """
        SELECT p.nick, sum(b.usd) FROM game.purchases b
        LEFT JOIN game.players p ON p.player_id = b.player_id GROUP BY p.nick
        """);
  }

  @Test
  void featuresOfPlayersAndAchievements() throws SQLException {
    ARCADIA.assertSameRows(
        """
        SELECT nick, session_count, meaningful_session_count, total_spend_usd,
          spend_last_30_days_usd, achievement_count FROM player
        """,
        """
        SELECT nick,
          (SELECT count(*) FROM game.sessions s WHERE s.player_id = p.player_id),
          (SELECT count(*) FROM game.sessions s WHERE s.player_id = p.player_id AND seconds > 5),
          (SELECT sum(usd) FROM game.purchases b WHERE b.player_id = p.player_id),
          (SELECT sum(usd) FROM game.purchases b
           WHERE b.player_id = p.player_id AND bought > DATE '2025-05-01'),
          (SELECT count(DISTINCT a.achievement_id) FROM game.player_achievements u
           JOIN game.achievements a USING (achievement_id) WHERE u.player_id = p.player_id)
        FROM game.players p
        """);
    ARCADIA.assertSameRows(
        "SELECT title, player_count FROM achievement",
        """
        SELECT title, (SELECT count(DISTINCT p.player_id) FROM game.player_achievements u
                       JOIN game.players p USING (player_id)
                       WHERE u.achievement_id = a.achievement_id)
        FROM game.achievements a
        """);
  }
}
