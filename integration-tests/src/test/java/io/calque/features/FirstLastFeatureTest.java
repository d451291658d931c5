package io.calque.features;

import io.calque.features.Meaning.Of;
import io.calque.joins.SideBySide;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code first_last} features. NULL sort values come last, ties go by the source's key, or where it
 * has none by the returned value.
 */
class FirstLastFeatureTest {
  @RegisterExtension
  static final SideBySide FREIGHT =
      SideBySide.project(FirstLastFeatureTest.class, "freight", "freight");

  private static final String FIRST = " ORDER BY s.sent NULLS LAST, s.no NULLS LAST LIMIT 1";
  private static final String LAST = " ORDER BY s.sent DESC NULLS LAST, s.no NULLS LAST LIMIT 1";

  private static Meaning shipment(String feature, String value, String condition, String order) {
    return new Meaning(feature, "SELECT " + value + " FROM shipments s WHERE " + condition + order);
  }

  static List<Meaning> overEntities() {
    String own = "s.client = x.no";
    return List.of(
        shipment("last_status", "status", own, LAST),
        shipment("first_status", "status", own, FIRST),
        shipment("second_price", "price", own, FIRST + " OFFSET 1"),
        shipment("last_but_one_id", "no", own, LAST + " OFFSET 1"),
        shipment("third_last_price", "price", own, LAST + " OFFSET 2"),
        shipment(
            "last_done_city",
            "(SELECT city FROM depots d WHERE d.no = s.depot)",
            own + " AND s.status = 'done'",
            LAST),
        shipment("greatest_share", "no", own, " ORDER BY s.price DESC NULLS LAST, s.no LIMIT 1"),
        shipment("last_paid_for", "no", "s.payer = x.no", LAST),
        shipment("last_any", "no", "(s.client = x.no OR s.old_client = x.no)", LAST));
  }

  static List<Meaning> overRelatedSources() {
    String phone = "SELECT phone FROM phones p WHERE p.client = x.no";
    return List.of(
        new Meaning(
            "first_phone_kind",
            "SELECT kind FROM phones p WHERE p.client = x.no ORDER BY phone LIMIT 1"),
        new Meaning("newest_phone", phone + " ORDER BY since DESC NULLS LAST, phone LIMIT 1"),
        new Meaning("oldest_phone", phone + " ORDER BY since NULLS LAST, phone LIMIT 1"),
        new Meaning(
            "oldest_desk_phone",
            phone + " AND kind = 'desk' ORDER BY since NULLS LAST, phone LIMIT 1"));
  }

  /** However many bridge rows lead to a tag, it counts once. */
  static List<Meaning> overLookups() {
    String tag =
        """
        SELECT tag FROM tags WHERE tag IN
          (SELECT t.tag FROM shipments s JOIN shipment_tags t ON t.shipment = s.no
           WHERE s.client = x.no) ORDER BY rank DESC, tag LIMIT 1\
        """;
    return List.of(
        new Meaning("top_tag", tag),
        new Meaning("second_tag", tag + " OFFSET 1"),
        new Meaning(
            "last_city",
            """
            SELECT city FROM depots WHERE no IN
              (SELECT s.depot FROM shipments s WHERE s.client = x.no OR s.payer = x.no)
            ORDER BY city DESC LIMIT 1\
            """));
  }

  static List<Meaning> ofClients() {
    List<Meaning> all = new ArrayList<>(overEntities());
    all.addAll(overRelatedSources());
    all.addAll(overLookups());
    return all;
  }

  @ParameterizedTest(name = "client.{0}")
  @MethodSource("ofClients")
  void ofClients(Meaning meaning) throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, meaning);
  }

  @Test
  void theReturnedValueMayBeAFeatureOfAnyKind() throws SQLException {
    Of.DEPOT.assertHas(
        FREIGHT,
        shipment(
            "last_client",
            "(SELECT nm FROM clients c WHERE c.no = s.client)",
            "s.depot = x.no",
            LAST));
    Of.DEPOT.assertHas(
        FREIGHT,
        new Meaning(
            "heaviest_parcel",
            """
            SELECT p.no FROM parcels p JOIN shipments s ON p.shipment = s.no
            WHERE s.depot = x.no AND s.price >
              0.3 * (SELECT sum(price) FROM shipments o JOIN clients c ON c.no = o.client
                     WHERE o.client = s.client)
            ORDER BY p.kg DESC NULLS LAST, p.no LIMIT 1\
            """));
    Of.TAG.assertHas(
        FREIGHT,
        shipment(
            "last_shipment",
            "no",
            "s.no IN (SELECT shipment FROM shipment_tags t WHERE t.tag = x.tag)",
            LAST));
    Of.SHIPMENT.assertHas(
        FREIGHT,
        new Meaning(
            "top_tag",
            """
            SELECT tag FROM tags WHERE tag IN
              (SELECT t.tag FROM shipment_tags t WHERE t.shipment = x.no)
            ORDER BY rank DESC, tag LIMIT 1\
            """));
  }

  @Test
  void allAtOnce() throws SQLException {
    Of.CLIENT.assertHas(FREIGHT, ofClients());
  }
}
