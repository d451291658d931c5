package io.calque.joins;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a query does not use leaves no trace in what the warehouse is asked. */
class UnusedFeatureTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(UnusedFeatureTest.class, "shop", "nasty");

  private static String warehouseSql(String sql) throws SQLException {
    return SHOP.warehouseSql(sql).toLowerCase(Locale.ROOT);
  }

  private static void assertMentions(String warehouseSql, String... words) {
    for (String word : words) {
      assertTrue(warehouseSql.contains(word), () -> word + " is missing in " + warehouseSql);
    }
  }

  private static void assertNoTraceOf(String warehouseSql, String... words) {
    for (String word : words) {
      assertFalse(warehouseSql.contains(word), () -> word + " occurs in " + warehouseSql);
    }
  }

  @Test
  void onlyTheFeaturesUsedAreRead() throws SQLException {
    String sql = warehouseSql("SELECT name FROM customer WHERE tier = 3");
    assertMentions(sql, "full_name", "tier");
    assertNoTraceOf(sql, "person_id", "score", "brand", "joined_on", "ref_by", "mail", "ssn", "*");
  }

  @Test
  void aJoinReadsItsOwnColumnsAndNoOthers() throws SQLException {
    String sql = warehouseSql("SELECT c.name FROM customer c JOIN order o");
    assertMentions(sql, "person_id", "cust");
    assertNoTraceOf(sql, "bill_cust", "legacy_cust", "amount", "acct", "kin", "ref_by");
  }

  @Test
  void aLookupReadsItsBridgesAndNoOthers() throws SQLException {
    String sql = warehouseSql("SELECT o.label FROM order o JOIN product p");
    assertMentions(sql, "order_items", "products");
    assertNoTraceOf(sql, "gift_sku", "qty", "title", "sup_no", "product_tags", "coupons", "price");
  }

  @Test
  void countingNeedsNoFeatureAtAll() throws SQLException {
    String sql = warehouseSql("SELECT count(*) FROM customer");
    assertMentions(sql, "people");
    assertNoTraceOf(sql, "person_id", "label", "full_name");
  }

  @Test
  void aSubqueryThatIsNotReadIsStillOnlyItsFeatures() throws SQLException {
    String sql = warehouseSql("WITH t AS (SELECT label FROM product) SELECT count(*) FROM t");
    assertNoTraceOf(sql, "sku", "title", "price");
  }
}
