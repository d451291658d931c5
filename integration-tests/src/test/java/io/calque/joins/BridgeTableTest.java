package io.calque.joins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.ErrorCode;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema {@code bridges}: the pairs that lookups bring together, each once. */
class BridgeTableTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(BridgeTableTest.class, "shop", "nasty");

  static Stream<JoinCase> lookups() {
    return JoinCases.lookups().stream();
  }

  /** Crossing a bridge by its keys reaches what the lookup reaches, each pair once. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lookups")
  void holdsEachPairOfItsJoinOnce(JoinCase join) throws SQLException {
    int distinct = SHOP.rows("SELECT DISTINCT * FROM bridges." + join.name()).rows().size();
    assertEquals(distinct, SHOP.rows("SELECT * FROM bridges." + join.name()).rows().size());
    int columns = SHOP.rows("SELECT * FROM bridges." + join.name()).labels().size();
    assertTrue(columns >= 2, "keys of both sides");
  }

  @Test
  void joinsLikeAnyTable() throws SQLException {
    SHOP.assertSameRows(
        """
        SELECT o.label, p.label FROM order o
        JOIN bridges.order_to_product b ON b.order_id = o.id
        JOIN product p ON p.sku = b.product_sku
        """,
        """
        SELECT DISTINCT o.label, p.label FROM orders o, order_items i, products p
        WHERE o.ord_no = i.ord_no AND i.sku = p.sku
        """);
  }

  @Test
  void aBridgeThatIsNotThereIsAnError() {
    assertEquals(
        ErrorCode.UNKNOWN_ENTITY.number(),
        SHOP.error("SELECT * FROM bridges.order_to_produce").getErrorCode());
  }

  @Test
  void theModelCanBeReadAndJoined() throws SQLException {
    assertEquals(
        1,
        SHOP.rows(
                """
                SELECT r.cardinality, s.condition FROM meta.relationships r
                JOIN meta.joins j ON j.relationship = r.name
                JOIN meta.join_steps s ON s.relationship = r.name AND s.join_name = j.name
                WHERE j.name = 'customer_to_order'
                """)
            .rows()
            .size());
    assertTrue(SHOP.rows("SELECT * FROM meta.features WHERE is_key").rows().size() > 3);
    assertTrue(SHOP.rows("SELECT DISTINCT table_name FROM meta.lineage").rows().size() > 3);
    assertTrue(SHOP.rows("SELECT * FROM meta.entities").rows().size() > 3);
    SHOP.rows("SELECT * FROM meta.metrics");
  }
}
