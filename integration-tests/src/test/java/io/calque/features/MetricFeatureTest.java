package io.calque.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.features.Meaning.Of;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code metric} features: a metric over the related rows, each once. Each is compared with that
 * metric over the rows of a subquery, so that over no rows it gives what SQL gives.
 */
class MetricFeatureTest {
  @RegisterExtension
  static final SideBySide FREIGHT =
      SideBySide.project(MetricFeatureTest.class, "freight", "freight");

  private static Meaning own(String feature, String metric) {
    return new Meaning(feature, "SELECT " + metric + " FROM shipments s WHERE s.client = x.no");
  }

  private static Meaning where(String feature, String condition) {
    return own(feature, "count(*) FILTER (WHERE " + condition + ")");
  }

  private static Meaning by(String feature, String metric, String condition) {
    return new Meaning(feature, "SELECT " + metric + " FROM shipments s WHERE " + condition);
  }

  /** Every form of metric over one direct join. */
  static List<Meaning> metrics() {
    return List.of(
        own("shipments", "count(*)"),
        own("revenue", "sum(price)"),
        own("avg_price", "avg(price)"),
        own("price_per_kg", "sum(price) / nullif(sum(kg), 0)"),
        own("depots", "count(DISTINCT depot)"),
        own("done_revenue", "sum(CASE WHEN status = 'done' THEN price END)"),
        own("done_share", "count(*) FILTER (WHERE status = 'done') * 1.0 / count(*)"),
        own("median_price", "median(price)"),
        own("spread", "coalesce(max(price), 0) - coalesce(min(price), 0)"));
  }

  /** Metrics that are more than one simple aggregate. */
  static List<Meaning> unusualMetrics() {
    String done = " FILTER (WHERE status = 'done')";
    return List.of(
        own("statuses", "string_agg(DISTINCT status, '+' ORDER BY status)"),
        own("some_insured", "bool_or(insured)"),
        own("latest_status", "arg_max(status, sent)"),
        own("upper_quarter", "percentile_cont(0.75) WITHIN GROUP (ORDER BY price)"),
        own("done_depots", "count(DISTINCT depot)" + done),
        own("one_more", "count(price) + 1"),
        own(
            "verdict",
            "CASE WHEN count(*) = 0 THEN 'none' WHEN sum(price) > 50 THEN 'much' ELSE 'some' END"),
        own("done_median", "median(price)" + done),
        own(
            "open_share",
            "count(*) FILTER (WHERE status = 'done') * 1.0 / count(*) FILTER (WHERE status <>"
                + " 'lost')"),
        where("tagged", "no IN (SELECT shipment FROM shipment_tags JOIN tags USING (tag))"));
  }

  /** One metric over every form of join. */
  static List<Meaning> joins() {
    String any = "s.client = x.no OR s.old_client = x.no";
    return List.of(
        by("paid_for", "sum(price)", "s.payer = x.no"),
        by("any_shipments", "count(*)", any),
        by("any_revenue", "sum(price)", any),
        by("joined_done_revenue", "sum(price)", "s.client = x.no AND s.status = 'done'"),
        by("brand_revenue", "sum(price)", "s.client = x.no AND s.brand = x.brand"),
        by(
            "later_shipments",
            "count(*)",
            "s.client = x.no AND s.sent >= x.since + INTERVAL 60 DAY"),
        new Meaning("reports", "SELECT count(*) FROM clients r WHERE r.manager = x.no"),
        new Meaning(
            "parcels",
            """
            SELECT count(no) FROM parcels WHERE shipment IN
              (SELECT s.no FROM shipments s WHERE s.client = x.no)\
            """),
        new Meaning(
            "parcel_kg",
            """
            SELECT sum(kg) FROM parcels WHERE shipment IN
              (SELECT s.no FROM shipments s WHERE s.client = x.no)\
            """),
        new Meaning(
            "reports_avg_revenue",
            """
            SELECT avg(revenue) FROM
              (SELECT (SELECT sum(price) FROM shipments s WHERE s.client = r.no) AS revenue
               FROM clients r WHERE r.manager = x.no)\
            """),
        new Meaning("cities", "SELECT count(city) FROM depots d" + CLIENTS_DEPOTS),
        new Meaning(
            "near_depots", "SELECT count(*) FROM depots d" + CLIENTS_DEPOTS + " AND no < 3"),
        new Meaning("tags", "SELECT count(*) FROM tags" + CLIENTS_TAGS),
        new Meaning("tag_rank", "SELECT sum(rank) FROM tags" + CLIENTS_TAGS));
  }

  private static final String CLIENTS_DEPOTS =
      """
       WHERE d.no IN (SELECT s.depot FROM shipments s WHERE s.client = x.no OR s.payer = x.no)\
      """;

  private static final String CLIENTS_TAGS =
      """
       WHERE tag IN (SELECT t.tag FROM shipments s JOIN shipment_tags t ON t.shipment = s.no
                     WHERE s.client = x.no)\
      """;

  /** Every operator of a filter. */
  static List<Meaning> filters() {
    return List.of(
        where("done", "status = 'done'"),
        where("done_or_lost", "status IN ('done', 'lost')"),
        where("not_done", "status <> 'done'"),
        where("quoted", "status = 'it''s'"),
        where("insured", "insured"),
        where("dear", "price > 40"),
        where("dear_or_so", "price >= 40"),
        where("cheap", "price < 40"),
        where("cheap_or_so", "price <= 40"),
        where("middling", "price BETWEEN 12 AND 50.5"),
        where("in_january", "sent BETWEEN TIMESTAMP '2024-01-01' AND TIMESTAMP '2024-01-31'"),
        where("priced", "price IS NOT NULL"),
        where("unpriced", "price IS NULL"),
        own(
            "heavy_done_revenue",
            "sum(price) FILTER (WHERE status = 'done' AND (kg > 5 OR kg IS NULL))"),
        where("lyon_shipments", "depot = 1"));
  }

  /** The other way round, and over the same bridges. */
  static List<Meaning> ofTags() {
    String shipments =
        " FROM shipments s WHERE s.no IN (SELECT shipment FROM shipment_tags t WHERE t.tag = x.tag)";
    return List.of(
        new Meaning("shipments", "SELECT count(*)" + shipments),
        new Meaning("revenue", "SELECT sum(price)" + shipments),
        new Meaning(
            "clients",
            "SELECT count(*) FROM clients c WHERE c.no IN (SELECT s.client" + shipments + ")"));
  }

  static List<Meaning> ofShipments() {
    String tags =
        " FROM tags WHERE tag IN (SELECT t.tag FROM shipment_tags t WHERE t.shipment = x.no)";
    return List.of(
        new Meaning("parcels", "SELECT count(p.no) FROM parcels p WHERE p.shipment = x.no"),
        new Meaning("tags", "SELECT count(*)" + tags),
        new Meaning("tag_rank", "SELECT sum(rank)" + tags));
  }

  static List<Meaning> ofDepots() {
    return List.of(
        new Meaning(
            "parcels",
            """
            SELECT count(p.no) FROM parcels p JOIN shipments s ON p.shipment = s.no
            WHERE s.depot = x.no AND s.price >
              0.3 * (SELECT sum(price) FROM shipments o JOIN clients c ON c.no = o.client
                     WHERE o.client = s.client)\
            """),
        new Meaning("shipments", "SELECT count(*) FROM shipments s WHERE s.depot = x.no"),
        new Meaning("revenue", "SELECT sum(price) FROM shipments s WHERE s.depot = x.no"),
        new Meaning(
            "with_tags",
            """
            SELECT count(*) FROM shipments s WHERE s.depot = x.no
              AND s.no IN (SELECT shipment FROM shipment_tags WHERE tag IN (SELECT tag FROM tags))\
            """));
  }

  static List<Meaning> ofClients() {
    List<Meaning> all = new ArrayList<>(metrics());
    all.addAll(unusualMetrics());
    all.addAll(joins());
    all.addAll(filters());
    return all;
  }

  @ParameterizedTest(name = "client.{0}")
  @MethodSource("ofClients")
  void ofClients(Meaning meaning) throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, meaning);
  }

  /** One who ships, one who does not, and one without a price. */
  @ParameterizedTest(name = "client.{0}")
  @MethodSource("ofClients")
  void ofFewClients(Meaning meaning) throws SQLException {
    FREIGHT.assertSameRows(
        "SELECT id, %s FROM client WHERE name IN ('Acme', 'Dyne', 'Etch')"
            .formatted(meaning.feature()),
        "SELECT x.no, (%s) FROM clients x WHERE x.nm IN ('Acme', 'Dyne', 'Etch')"
            .formatted(meaning.sql()));
  }

  @ParameterizedTest(name = "tag.{0}")
  @MethodSource("ofTags")
  void ofTags(Meaning meaning) throws SQLException {
    Of.TAG.assertHas(FREIGHT, meaning);
  }

  @ParameterizedTest(name = "shipment.{0}")
  @MethodSource("ofShipments")
  void ofShipments(Meaning meaning) throws SQLException {
    Of.SHIPMENT.assertHas(FREIGHT, meaning);
  }

  @ParameterizedTest(name = "depot.{0}")
  @MethodSource("ofDepots")
  void ofDepots(Meaning meaning) throws SQLException {
    Of.DEPOT.assertHas(FREIGHT, meaning);
  }

  @Test
  void metricsOfSeveralSourcesDoNotMultiplyEachOther() throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, ofClients());
    Of.TAG.assertHas(FREIGHT, ofTags());
    Of.SHIPMENT.assertHas(FREIGHT, ofShipments());
    Of.DEPOT.assertHas(FREIGHT, ofDepots());
  }

  @Test
  void metricsThatTakeTheSameWayScanTheirSourceOnce() throws SQLException {
    assertEquals(
        1, scans("SELECT shipments, revenue, avg_price, price_per_kg, depots FROM client"));
    assertEquals(1, scans("SELECT done, not_done, dear, heavy_done_revenue, revenue FROM client"));
    assertEquals(2, scans("SELECT revenue, paid_for FROM client"));
    assertEquals(0, scans("SELECT name, country FROM client"));
  }

  private static int scans(String sql) throws SQLException {
    return FREIGHT.warehouseSql(sql).toLowerCase(Locale.ROOT).split("shipments\"? as ", -1).length
        - 1;
  }

  /** DuckDB makes a join of a LATERAL subquery, which then reads the rows of those owners only. */
  @Test
  void whereFewOwnersAreWantedTheirRowsAloneAreAggregated() throws SQLException {
    String revenue = "SELECT revenue FROM client WHERE ";
    assertTrue(isLateral(revenue + "name = 'Acme'"));
    assertTrue(isLateral(revenue + "since > DATE '2020-01-01' AND 'Acme' = name"));
    assertTrue(isLateral(revenue + "id IN (1, 2)"));
    assertTrue(isLateral(revenue + "country = 'France' AND revenue > 10"));
    assertFalse(isLateral("SELECT revenue FROM client"));
    assertFalse(isLateral(revenue + "id = 1"), "a key reaches the other side of the join");
    assertFalse(isLateral(revenue + "name > 'A'"), "may be many");
    assertFalse(isLateral(revenue + "name = 'Acme' OR id > 2"), "may be many");
    assertFalse(isLateral(revenue + "shipments = 1"), "cannot be known before");
    assertFalse(
        isLateral("SELECT c.revenue FROM client c JOIN shipment s WHERE c.name = 'Acme'"),
        "the order of joins is the warehouse's to choose");
  }

  @Test
  void aParameterMayPickTheOwners() throws SQLException {
    FREIGHT.assertSameRows(
        "SELECT shipments, revenue FROM client WHERE name = ? AND country_code IN (?, 'DE')",
        """
        SELECT (SELECT count(*) FROM shipments s WHERE s.client = x.no),
          (SELECT sum(price) FROM shipments s WHERE s.client = x.no)
        FROM clients x WHERE x.nm = ? AND x.country IN (?, 'DE')
        """,
        "Acme",
        "FR");
  }

  private static boolean isLateral(String sql) throws SQLException {
    return FREIGHT.warehouseSql(sql).contains("LATERAL");
  }

  @Test
  void aMetricFeatureIsAColumnLikeAnyOther() throws SQLException {
    FREIGHT.assertSameRows(
        """
        SELECT revenue IS NULL AS none, sum(shipments), max(revenue) FROM client
        WHERE shipments <> 1 GROUP BY 1 HAVING count(*) > 0 ORDER BY 1
        """,
        """
        SELECT r IS NULL, sum(n), max(r) FROM
          (SELECT (SELECT count(*) FROM shipments s WHERE s.client = c.no) AS n,
                  (SELECT sum(price) FROM shipments s WHERE s.client = c.no) AS r FROM clients c)
        WHERE n <> 1 GROUP BY 1
        """);
  }
}
