package io.calque.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.read.LoadOptions;
import io.calque.model.read.ModelLoader;
import io.calque.schema.SemanticSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered where; a {@code |} is the cursor. */
class CompletionTest {
  private static final SemanticSchema DEMO =
      new SemanticSchema(
          ModelLoader.load(
                  Path.of("src/main/resources/io/calque/cli/demo/project"),
                  LoadOptions.named("demo"))
              .model());

  /** The texts that begin as the word before the cursor does, as JLine picks them. */
  private static List<String> offered(String text) {
    int cursor = text.indexOf('|');
    String sql = text.substring(0, cursor) + text.substring(cursor + 1);
    String word = sql.substring(Completion.wordStart(sql, cursor), cursor);
    return Completion.of(DEMO, sql, cursor).stream()
        .map(Suggestion::text)
        .filter(each -> each.regionMatches(true, 0, word, 0, word.length()))
        .toList();
  }

  private static void assertOffers(String text, String... expected) {
    assertEquals(List.of(expected), offered(text), text);
  }

  @Test
  void aStatementBeginsWithAQuery() {
    assertOffers("s|", "SELECT");
    assertOffers("SELECT 1; s|", "SELECT");
    assertOffers("-- what\nEXPLAIN sel|", "SELECT");
  }

  @Test
  void afterFromAndJoinComeEntitiesAndSchemas() {
    assertOffers("SELECT * FROM cu|", "customer");
    assertOffers("SELECT * FROM customer c LEFT JOIN order_|", "order_item");
    assertOffers("SELECT * FROM customer c, co|", "country");
    assertOffers("SELECT * FROM (cu|", "customer");
    assertOffers("SELECT * FROM m|", "meta.");
    assertOffers("SELECT * FROM entities.cust|", "customer");
    assertOffers("SELECT * FROM meta.join|", "joins", "join_steps");
    assertOffers("SELECT * FROM bridges.pay|", "payments");
  }

  @Test
  void afterATableComeItsJoinAndTheNextClause() {
    assertOffers("SELECT * FROM customer c us|", "USING ('");
    assertOffers("SELECT * FROM customer c l|", "LIMIT", "LEFT JOIN");
    assertTrue(offered("SELECT * FROM customer c |").contains("WHERE"));
  }

  @Test
  void featuresAreThoseInScopeWhereverFromStands() {
    assertOffers("SELECT cou|", "country_code", "country", "coupon", "COUNT(");
    assertOffers("SELECT cou| FROM customer", "country_code", "country", "COUNT(");
    assertOffers("SELECT name FROM customer WHERE sig|", "signed_up_at", "signed_up_in");
    assertOffers(
        "SELECT c.referr| FROM customer c", "referred_by", "referred_customers", "referred_share");
    assertOffers("SELECT o.| FROM customer c; SELECT 1");
  }

  @Test
  void withSeveralEntitiesTheirAliasesQualify() {
    String sql = "SELECT %s FROM customer c JOIN order o WHERE 1 = 1";
    assertOffers(sql.formatted("ch|"), "channel");
    assertOffers(sql.formatted("customer_i|"));
    assertTrue(offered(sql.formatted("c|")).contains("c."));
    assertTrue(offered(sql.formatted("o|")).contains("o."));
  }

  @Test
  void aSubquerySeesItsOwnEntitiesAndThoseAround() {
    String sql = "SELECT * FROM customer c WHERE EXISTS (SELECT 1 FROM order o WHERE %s) AND %s";
    assertOffers(sql.formatted("o.cha|", "TRUE"), "channel");
    assertOffers(sql.formatted("c.newsl|", "TRUE"), "newsletter");
    assertOffers(sql.formatted("TRUE", "o.cha|"));
    assertOffers(
        "WITH t AS (SELECT name FROM product) SELECT * FROM customer c WHERE newsl|", "newsletter");
  }

  @Test
  void usingTakesTheJoinsBetweenTheTwo() {
    assertOffers(
        "SELECT * FROM customer c JOIN order o USING ('|",
        "placing')",
        "c.placing')",
        "billing')",
        "c.billing')");
    assertOffers("SELECT * FROM order o JOIN customer USING ('bi|')", "billing");
    assertOffers(
        "SELECT * FROM customer c JOIN customer f USING ('ref|",
        "referral')",
        "referral__reversed')");
    assertOffers("SELECT * FROM customer c JOIN order o ON bil|", "billing", "billing_customer_id");
    assertOffers("SELECT * FROM customer c JOIN order o ON c.bil|", "billing");
    assertOffers("SELECT * FROM category k JOIN customer c USING ('|");
  }

  @Test
  void metricTakesTheMetricsInScope() {
    assertOffers("SELECT METRIC('cust| FROM customer c", "customers')");
    assertOffers("SELECT METRIC('o.ord| FROM customer c JOIN order o", "o.orders')");
    assertOffers("SELECT metric ('referred_s|') FROM customer", "referred_share");
    assertOffers("SELECT METRIC('customer.referred_s|", "customer.referred_share')");
    assertOffers("SELECT METR| FROM customer", "METRIC('");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'cust|",
        "SELECT * FROM customer -- cust|",
        "SELECT * FROM customer /* cust|",
        "SELECT \"cust| FROM customer",
        "SELECT * FROM nothing n WHERE n.|",
        "SELECT f('|"
      })
  void whatIsThePersonsOwnIsLeftAlone(String text) {
    assertOffers(text);
  }

  /** However a statement is cut off, completion finds its way. */
  @Test
  void nothingIsTooUnfinished() {
    String sql =
        "WITH t AS (SELECT o.channel, METRIC('o.orders') FROM entities.order AS o JOIN customer c"
            + " ON billing AND c.\"name\" <> 'x' GROUP BY ALL) SELECT t.*, (SELECT 1) FROM t, range(3)"
            + " r WHERE EXTRACT(year FROM CURRENT_DATE) IN (1, 2)) $$ [1:2]::int[] ORDER BY 1;";
    for (int end = 0; end <= sql.length(); end++) {
      for (int cursor = 0; cursor <= end; cursor++) {
        String cut = sql.substring(0, end);
        assertTrue(Completion.wordStart(cut, cursor) <= cursor);
        Completion.of(DEMO, cut, cursor).forEach(each -> assertTrue(!each.text().isEmpty()));
      }
    }
  }
}
