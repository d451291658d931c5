package io.calque.features;

import io.calque.features.Meaning.Of;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code formula} features: expressions over features of any kind and depth, windows included. */
class FormulaFeatureTest {
  @RegisterExtension
  static final SideBySide FREIGHT =
      SideBySide.project(FormulaFeatureTest.class, "freight", "freight");

  /** The features of clients that the formulas are made of, and the formulas, one after another. */
  private static final String CLIENTS =
      """
      (SELECT *, place || ' ' || deep || ' yes' AS motto FROM
        (SELECT *, round(coalesce(per / 2, 0) + revenue_rank * 100) AS deep FROM
          (SELECT *, revenue / nullif(n, 0) AS per,
              revenue / sum(revenue) OVER () AS share,
              row_number() OVER (ORDER BY revenue DESC NULLS LAST, no) AS revenue_rank FROM
            (SELECT no, nm, country,
                coalesce((SELECT full_nm FROM countries k WHERE k.code = c.country), 'nowhere')
                  AS place,
                (SELECT count(*) FROM shipments s WHERE s.client = c.no) AS n,
                (SELECT sum(price) FROM shipments s WHERE s.client = c.no) AS revenue
             FROM clients c)))) f\
      """;

  private static Meaning formula(String feature, String column) {
    return new Meaning(feature, "SELECT " + column + " FROM " + CLIENTS + " WHERE f.no = x.no");
  }

  static List<Meaning> ofClients() {
    return List.of(
        formula("place", "place"),
        formula("always", "'yes'"),
        formula("idle", "n = 0"),
        formula("per_shipment", "per"),
        formula("revenue_share", "share"),
        formula("revenue_rank", "revenue_rank"),
        formula("deep", "deep"),
        formula("motto", "motto"));
  }

  @ParameterizedTest(name = "client.{0}")
  @MethodSource("ofClients")
  void ofClients(Meaning meaning) throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, meaning);
  }

  @Test
  void allAtOnce() throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, ofClients());
  }

  @Test
  void formulasOverFeaturesOfOtherEntities() throws SQLException {
    Of.SHIPMENT.assertHas(
        FREIGHT,
        List.of(
            new Meaning(
                "price_share",
                "x.price / nullif((SELECT sum(price) FROM shipments s WHERE s.client = (SELECT no"
                    + " FROM clients c WHERE c.no = x.client)), 0)"),
            new Meaning(
                "has_tags",
                """
                EXISTS (SELECT 1 FROM shipment_tags t JOIN tags USING (tag)
                        WHERE t.shipment = x.no)\
                """),
            new Meaning(
                "client_motto", "SELECT motto FROM " + CLIENTS + " WHERE f.no = x.client")));
    Of.PARCEL.assertHas(
        FREIGHT,
        new Meaning(
            "client_motto",
            "SELECT motto FROM shipments s JOIN "
                + CLIENTS
                + " ON f.no = s.client WHERE s.no ="
                + " x.shipment"));
  }

  @Test
  void whereDoesNotShrinkTheWindowOfAFormula() throws SQLException {
    FREIGHT.assertSameRows(
        "SELECT id, revenue_rank, revenue_share FROM client WHERE name LIKE 'C%' OR id = 6",
        "SELECT no, revenue_rank, share FROM " + CLIENTS + " WHERE nm LIKE 'C%' OR no = 6");
    FREIGHT.assertSameRows(
        "SELECT id FROM client WHERE revenue_rank = 2",
        "SELECT no FROM " + CLIENTS + " WHERE revenue_rank = 2");
  }

  @Test
  void aJoinDoesNotWidenTheWindowOfAFormula() throws SQLException {
    FREIGHT.assertSameRows(
        "SELECT c.id, s.id, c.revenue_rank, c.revenue_share FROM client c JOIN shipment s",
        "SELECT f.no, s.no, revenue_rank, share FROM "
            + CLIENTS
            + " JOIN shipments s ON s.client = f.no");
  }

  /** What has no row has no features: not even those that would never be NULL in a row. */
  @Test
  void aNullExtendedRowHasNoFeatures() throws SQLException {
    FREIGHT.assertSameRows(
        """
        SELECT s.id, c.place, c.always, c.shipments, c.idle, c.spread, c.motto IS NULL AS none
        FROM shipment s LEFT JOIN client c
        """,
        """
        SELECT s.no, f.place, CASE WHEN f.no IS NOT NULL THEN 'yes' END,
          CASE WHEN f.no IS NOT NULL THEN n END, n = 0,
          CASE WHEN f.no IS NOT NULL THEN
            (SELECT coalesce(max(price), 0) - coalesce(min(price), 0) FROM shipments z
             WHERE z.client = f.no) END,
          f.motto IS NULL
        FROM shipments s LEFT JOIN %s ON f.no = s.client
        """
            .formatted(CLIENTS));
    FREIGHT.assertSameRows(
        "SELECT t.tag, c.always, c.place FROM client c RIGHT JOIN tag t",
        """
        SELECT t.tag, CASE WHEN f.no IS NOT NULL THEN 'yes' END, f.place
        FROM tags t LEFT JOIN (SELECT z.tag, f.no, f.place FROM shipment_tags z
          JOIN shipments s ON s.no = z.shipment JOIN %s ON f.no = s.client) f ON f.tag = t.tag
        """
            .formatted(CLIENTS));
    FREIGHT.assertSameRows(
        "SELECT c.id, c.always, s.has_tags FROM client c FULL JOIN shipment s ON client_to_done",
        """
        SELECT c.no, CASE WHEN c.no IS NOT NULL THEN 'yes' END, s.tagged
        FROM clients c FULL JOIN
          (SELECT *, EXISTS (SELECT 1 FROM shipment_tags t JOIN tags USING (tag)
                             WHERE t.shipment = s.no) AS tagged FROM shipments s) s
          ON c.no = s.client AND s.status = 'done'
        """);
  }
}
