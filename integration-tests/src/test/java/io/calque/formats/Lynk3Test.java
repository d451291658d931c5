package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import io.calque.joins.SideBySide;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bikes for hire, modelled in Lynk's third generation. */
class Lynk3Test {
  @RegisterExtension
  static final SideBySide BIKES = SideBySide.project(Lynk3Test.class, "bikes", "velo");

  @Test
  void featuresOfTheOwnTable() throws SQLException {
    BIKES.assertSameRows(
        "SELECT frame, bought, age_years, is_old FROM bike",
        "SELECT frame_no, bought_on, 2026 - year(bought_on), 2026 - year(bought_on) >= 5 FROM"
            + " bikes");
    BIKES.assertSameRows(
        "SELECT id, long_minutes FROM trip",
        "SELECT trip_id, CASE WHEN minutes > 30 THEN minutes END FROM trips");
  }

  @Test
  void aValueOfARelatedTableAndOfARelatedEntity() throws SQLException {
    BIKES.assertSameRows(
        "SELECT title, district FROM station",
        "SELECT s.title, d.title FROM stations s LEFT JOIN districts d ON s.district_code ="
            + " d.code");
    BIKES.assertSameRows(
        "SELECT id, start_title FROM trip",
        "SELECT t.trip_id, s.title FROM trips t LEFT JOIN stations s ON t.from_no = s.station_no");
    BIKES.assertSameRows(
        "SELECT name, friend_name FROM rider",
        "SELECT r.full_name, f.full_name FROM riders r LEFT JOIN riders f ON r.friend_id ="
            + " f.rider_id");
  }

  @Test
  void aMetricOfARelatedEntityWithItsFilter() throws SQLException {
    BIKES.assertSameRows(
        "SELECT title, departures FROM station",
        "SELECT title, (SELECT COUNT(*) FROM trips t WHERE t.from_no = s.station_no) FROM stations"
            + " s");
    BIKES.assertSameRows(
        "SELECT frame, long_trips FROM bike",
        """
        SELECT frame_no, (SELECT COUNT(*) FROM trips t WHERE t.frame_no = b.frame_no AND minutes > 30)
        FROM bikes b
        """);
  }

  @Test
  void firstAndLastCountFromZero() throws SQLException {
    assertEquals(
        List.of("F1 | 11", "F2 | 12", "F3 | NULL"),
        BIKES.rows("SELECT frame, second_last_rider FROM bike ORDER BY frame").lines());
    BIKES.assertSameRows(
        "SELECT frame, first_trip FROM bike",
        "SELECT frame_no, (SELECT MIN(started_at) FROM trips t WHERE t.frame_no = b.frame_no) FROM"
            + " bikes b");
  }

  @Test
  void severalPartsInOneExpression() throws SQLException {
    BIKES.assertSameRows(
        "SELECT frame, longest_share FROM bike",
        """
        SELECT frame_no,
          (SELECT arg_max(minutes, started_at) FROM trips t WHERE t.frame_no = b.frame_no) * 1.0
            / (SELECT SUM(minutes) FROM trips t WHERE t.frame_no = b.frame_no)
        FROM bikes b
        """);
    assertTrue(
        BIKES.rows("SELECT * FROM bike").labels().stream().noneMatch(name -> name.startsWith("_")));
  }

  @Test
  void metricsWithFilters() throws SQLException {
    BIKES.assertSameRows(
        "SELECT METRIC('bikes'), METRIC('old_bikes'), METRIC('old_share') FROM bike",
        """
        SELECT COUNT(*), COUNT(*) FILTER (WHERE 2026 - year(bought_on) >= 5),
          COUNT(*) FILTER (WHERE 2026 - year(bought_on) >= 5) * 1.0 / COUNT(*) FROM bikes
        """);
    BIKES.assertSameRows(
        "SELECT b.frame, METRIC('t.minutes_ridden') FROM bike b LEFT JOIN trip t GROUP BY b.frame",
        """
        SELECT b.frame_no, SUM(t.minutes) FROM bikes b LEFT JOIN trips t ON t.frame_no = b.frame_no
        GROUP BY b.frame_no
        """);
  }

  @Test
  void eachRelationshipLeadsOneWay() throws SQLException {
    BIKES.assertSameRows(
        "SELECT s.title, t.id FROM station s LEFT JOIN trip t",
        "SELECT s.title, t.trip_id FROM stations s LEFT JOIN trips t ON s.station_no = t.from_no");
    BIKES.assertSameRows(
        "SELECT s.title, t.id FROM station s JOIN trip t USING ('station_to_arrival')",
        "SELECT s.title, t.trip_id FROM stations s JOIN trips t ON s.station_no = t.to_no");
    BIKES.assertSameRows(
        "SELECT t.id, s.title FROM trip t LEFT JOIN station s USING ('trip_to_end')",
        "SELECT t.trip_id, s.title FROM trips t LEFT JOIN stations s ON s.station_no = t.to_no");
    SQLException back = BIKES.error("SELECT 1 FROM trip t JOIN bike b");
    assertEquals(300, back.getErrorCode());
    assertTrue(back.getMessage().contains("one-way"), back::getMessage);
    BIKES.assertSameRows(
        "SELECT r.name, f.name FROM rider r JOIN rider f USING ('rider_to_friend')",
        "SELECT r.full_name, f.full_name FROM riders r JOIN riders f ON r.friend_id = f.rider_id");
  }

  @Test
  void aPathOverAnEntity() throws SQLException {
    BIKES.assertSameRows(
        "SELECT b.frame, r.name FROM bike b LEFT JOIN rider r",
        """
        SELECT b.frame_no, r.full_name FROM bikes b
        LEFT JOIN (trips t JOIN riders r ON t.rider_id = r.rider_id) ON b.frame_no = t.frame_no
        """);
  }

  @Test
  void whatIsNotEnabledDoesNotExist() {
    assertEquals(200, BIKES.error("SELECT 1 FROM draft_zone").getErrorCode());
  }

  @Test
  void anotherDomainTakesOverWhatItImports() throws SQLException {
    String url = BIKES.calque().getMetaData().getURL() + ";domain=service";
    try (Connection service = DriverManager.getConnection(url)) {
      assertEquals(
          List.of("frame", "is_old", "repairs"),
          List.copyOf(Rows.of(service, "SELECT * FROM bike").labels().stream().sorted().toList()));
      assertEquals(
          BIKES
              .plainRows(
                  """
                  SELECT frame_no, 2026 - year(bought_on) >= 5,
                    (SELECT COUNT(*) FROM repairs r WHERE r.frame_no = b.frame_no)
                  FROM bikes b
                  """)
              .sorted(),
          Rows.of(service, "SELECT frame, is_old, repairs FROM bike").sorted());
      assertEquals(
          List.of("135.5"), Rows.of(service, "SELECT METRIC('dear_repairs') FROM repair").lines());
    }
  }
}
