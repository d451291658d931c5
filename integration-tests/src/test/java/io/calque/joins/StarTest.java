package io.calque.joins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stars are the features that queries see, and columns are called as the model calls them. */
class StarTest {
  private static final List<String> ORDER =
      List.of(
          "label",
          "id",
          "customer_id",
          "billing_customer_id",
          "legacy_customer_id",
          "amount",
          "status",
          "placed_on",
          "value",
          "gross");

  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(StarTest.class, "shop", "nasty");

  private static void assertLabels(List<String> expected, String sql) throws SQLException {
    assertEquals(expected, SHOP.rows(sql).labels());
  }

  @Test
  void aStarShowsTheFeaturesInTheModelsOrder() throws SQLException {
    assertLabels(ORDER, "SELECT * FROM order");
    SHOP.assertSameRows(
        "SELECT * FROM order",
        """
        SELECT label, ord_no, cust, bill_cust, legacy_cust, amount, status, placed_on, "value",
          amount * 1.2 FROM orders
        """);
  }

  @Test
  void aStarOverALookupShowsNothingOfTheBridges() throws SQLException {
    String sql = "SELECT * FROM product p LEFT JOIN supplier s ON p.name = s.name JOIN order o";
    assertEquals(4 + 3 + ORDER.size(), SHOP.rows(sql).labels().size());
    assertLabels(
        List.of("label", "sku", "name", "price", "label", "tag"),
        "SELECT * FROM product FULL JOIN tag");
    assertLabels(
        List.of("label", "id", "name", "label", "sku", "name", "price"),
        "SELECT s.*, p.* FROM supplier s JOIN customer c JOIN product p USING"
            + " ('c.customer_to_product')");
  }

  @Test
  void aStarHidesPrivateFeaturesAndUndeclaredColumns() throws SQLException {
    assertLabels(List.of("label", "year"), "SELECT * FROM visit");
    assertLabels(List.of("label", "product_sku", "code"), "SELECT * FROM coupon");
    assertLabels(List.of("label", "year"), "SELECT v.* FROM visit v JOIN customer c");
  }

  @Test
  void excludeLeavesFeaturesOut() throws SQLException {
    assertLabels(
        List.of("label", "id", "amount", "status"),
        """
        SELECT * EXCLUDE (customer_id, billing_customer_id, legacy_customer_id, placed_on, "value",
          gross) FROM order
        """);
    assertLabels(
        List.of("sku", "name"), "SELECT p.* EXCLUDE (label, price) FROM order o JOIN product p");
  }

  @Test
  void theSameStarOfASubquery() throws SQLException {
    assertLabels(
        List.of("label", "price"),
        "SELECT * FROM (SELECT p.label, p.price FROM order o JOIN product p) t");
    assertLabels(ORDER, "WITH o AS (SELECT * FROM order) SELECT o.* FROM o");
  }

  @Test
  void mergedColumnsShowOnce() throws SQLException {
    assertLabels(
        List.of("label", "product_sku", "code", "coupon_code"),
        "SELECT * FROM coupon k NATURAL JOIN campaign m");
  }

  @Test
  void anUnaliasedFeatureIsCalledAsInTheModel() throws SQLException {
    assertLabels(
        List.of("customer_id", "id", "c"),
        "SELECT O.CUSTOMER_ID, o.Id, c.id AS c FROM order o JOIN customer c");
  }

  @Test
  void anUnaliasedExpressionIsCalledAsItsText() throws SQLException {
    assertLabels(
        List.of("count(*)", "o.amount + 1", "upper(c.name)"),
        """
        SELECT count(*), o.amount + 1, upper(c.name) FROM order o JOIN customer c
        GROUP BY o.amount + 1, upper(c.name)
        """);
  }
}
