package io.calque.features;

import io.calque.features.Meaning.Of;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code field} features: values of the own table, of related sources, of to-one entities. */
class FieldFeatureTest {
  @RegisterExtension
  static final SideBySide FREIGHT =
      SideBySide.project(FieldFeatureTest.class, "freight", "freight");

  static List<Meaning> client() {
    return List.of(
        new Meaning("name", "x.nm"),
        new Meaning("shout", "upper(x.nm) || '!'"),
        new Meaning("gold_name", "CASE WHEN x.tier_cd = 'gold' THEN x.nm END"),
        new Meaning(
            "gold_x_name",
            "CASE WHEN x.tier_cd = 'gold' AND (x.brand = 'x' OR x.brand IS NULL) THEN x.nm END"),
        new Meaning("country", "SELECT full_nm FROM countries WHERE code = x.country"),
        new Meaning("country_people", "SELECT people FROM countries WHERE code = x.country"),
        new Meaning(
            "big_country", "SELECT full_nm FROM countries WHERE code = x.country AND people > 70"),
        new Meaning("country_upper", "SELECT upper(full_nm) FROM countries WHERE code = x.country"),
        new Meaning(
            "zone",
            """
            SELECT DISTINCT zone_nm FROM country_zones z JOIN zones USING (zone)
            WHERE z.code = x.country\
            """),
        new Meaning("manager_name", "SELECT m.nm FROM clients m WHERE m.no = x.manager"),
        new Meaning(
            "manager_country",
            """
            SELECT full_nm FROM clients m JOIN countries ON code = m.country
            WHERE m.no = x.manager\
            """),
        new Meaning(
            "manager_revenue",
            """
            SELECT sum(s.price) FROM clients m JOIN shipments s ON s.client = m.no
            WHERE m.no = x.manager\
            """));
  }

  static List<Meaning> shipment() {
    String client = " FROM clients c WHERE c.no = x.client";
    String countries =
        " FROM clients c JOIN countries k ON k.code = c.country WHERE c.no = x.client";
    return List.of(
        new Meaning("depot_city", "SELECT city FROM depots d WHERE d.no = x.depot"),
        new Meaning("client_name", "SELECT c.nm" + client),
        new Meaning("payer_name", "SELECT c.nm FROM clients c WHERE c.no = x.payer"),
        new Meaning(
            "gold_payer_name",
            "SELECT c.nm FROM clients c WHERE c.no = x.payer AND c.tier_cd = 'gold'"),
        new Meaning("client_country", "SELECT k.full_nm" + countries),
        new Meaning("french_client", "SELECT c.nm" + countries + " AND k.full_nm = 'France'"),
        new Meaning(
            "client_zone",
            """
            SELECT DISTINCT zone_nm FROM clients c JOIN country_zones z ON z.code = c.country
            JOIN zones USING (zone) WHERE c.no = x.client\
            """),
        new Meaning(
            "client_revenue",
            "SELECT (SELECT sum(price) FROM shipments s WHERE s.client = c.no)" + client),
        new Meaning(
            "client_manager",
            "SELECT m.nm FROM clients c JOIN clients m ON m.no = c.manager WHERE c.no = x.client"));
  }

  static List<Meaning> parcel() {
    String clients = " FROM shipments s JOIN clients c ON c.no = s.client WHERE s.no = x.shipment";
    return List.of(
        new Meaning("client_name", "SELECT c.nm" + clients),
        new Meaning(
            "client_revenue",
            "SELECT (SELECT sum(price) FROM shipments o WHERE o.client = c.no)" + clients),
        new Meaning("french_client", "SELECT c.nm" + clients + " AND c.country = 'FR'"),
        new Meaning(
            "depot_city",
            """
            SELECT d.city FROM shipments s JOIN depots d ON d.no = s.depot
            WHERE s.no = x.shipment AND s.price >
              0.3 * (SELECT sum(price) FROM shipments o JOIN clients c ON c.no = o.client
                     WHERE o.client = s.client)\
            """),
        new Meaning(
            "client_country",
            """
            SELECT full_nm FROM shipments s JOIN clients c ON c.no = s.client
            JOIN countries k ON k.code = c.country WHERE s.no = x.shipment\
            """),
        new Meaning(
            "shipment_parcels",
            """
            SELECT (SELECT count(p.no) FROM parcels p WHERE p.shipment = s.no)
            FROM shipments s WHERE s.no = x.shipment\
            """));
  }

  @ParameterizedTest(name = "client.{0}")
  @MethodSource("client")
  void ofClients(Meaning meaning) throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, meaning);
  }

  @ParameterizedTest(name = "shipment.{0}")
  @MethodSource("shipment")
  void ofShipments(Meaning meaning) throws SQLException {
    Of.SHIPMENT.assertHas(FREIGHT, meaning);
  }

  @ParameterizedTest(name = "parcel.{0}")
  @MethodSource("parcel")
  void ofParcels(Meaning meaning) throws SQLException {
    Of.PARCEL.assertHas(FREIGHT, meaning);
  }

  @Test
  void allAtOnce() throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, client());
    Of.SHIPMENT.assertHas(FREIGHT, shipment());
    Of.PARCEL.assertHas(FREIGHT, parcel());
  }
}
