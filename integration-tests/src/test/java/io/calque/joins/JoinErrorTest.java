package io.calque.joins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be meant is refused: with a code, the place, and what to write instead. */
class JoinErrorTest {
  @RegisterExtension
  static final SideBySide SHOP = SideBySide.project(JoinErrorTest.class, "shop", "nasty");

  /**
   * The statement is refused, and the text says and shows the place.
   *
   * @param marked the statement, with the place between {@code «} and {@code »}
   * @param texts what the text says besides
   */
  private static void assertRefused(ErrorCode code, String marked, String... texts) {
    String before = marked.substring(0, marked.indexOf('«'));
    String place = marked.substring(before.length() + 1, marked.indexOf('»'));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    SQLException error = SHOP.error(marked.replaceAll("[«»]", ""));
    String message = error.getMessage();
    assertEquals(code.number(), error.getErrorCode(), message);
    assertEquals(code.sqlState(), error.getSQLState(), message);
    assertTrue(message.contains(code.label()), message);
    assertTrue(message.contains("line %d, column %d:".formatted(line, column)), message);
    assertTrue(message.contains(" " + "^".repeat(place.length()) + "\n"), message);
    for (String text : texts) {
      assertTrue(message.contains(text), () -> text + " is missing in: " + message);
    }
  }

  @Test
  void anAmbiguousJoinListsWhatToPaste() {
    assertRefused(
        ErrorCode.AMBIGUOUS_JOIN,
        "SELECT 1 FROM customer c JOIN order o JOIN «product p» JOIN campaign m JOIN product q",
        "USING ('");
  }

  @Test
  void whatAnAmbiguousJoinListsCanBePasted() throws SQLException {
    String from = "SELECT count(*) FROM customer c JOIN order o JOIN product p";
    SQLException error = SHOP.error(from);
    assertEquals(ErrorCode.AMBIGUOUS_JOIN.number(), error.getErrorCode(), error.getMessage());
    for (String paste :
        List.of("USING ('c.customer_to_product')", "USING ('o.order_to_product')")) {
      assertTrue(error.getMessage().contains(paste), error.getMessage());
      assertEquals(1, SHOP.rows(from + " " + paste).rows().size());
    }
  }

  @Test
  void aNameThatTwoTablesOnTheLeftCanMeanIsAmbiguous() {
    assertRefused(
        ErrorCode.AMBIGUOUS_JOIN,
        "SELECT 1 FROM customer c JOIN customer d\nJOIN passport q USING «('customer_to_passport')»",
        "USING ('c.customer_to_passport')",
        "USING ('d.customer_to_passport')");
  }

  @Test
  void aMissingRelationshipNamesTheChainThatWouldReach() {
    assertRefused(
        ErrorCode.NO_RELATIONSHIP,
        "SELECT 1 FROM supplier s JOIN «warranty w»",
        "between supplier and warranty",
        "supplier -> customer -> order -> warranty",
        "supplier-warranty",
        "lookup");
  }

  @Test
  void aMissingRelationshipOverACommaIsNotFoundThere() {
    assertRefused(
        ErrorCode.NO_RELATIONSHIP,
        "SELECT 1 FROM customer c, supplier s JOIN «warranty w»",
        "between supplier and warranty");
  }

  @Test
  void anUnknownJoinListsTheOnesThereAre() {
    assertRefused(
        ErrorCode.UNKNOWN_JOIN,
        "SELECT 1 FROM customer c\n     JOIN order o USING «('customer_to_biling_order')»",
        "customer_to_billing_order",
        "USING ('c.customer_to_order')");
  }

  @Test
  void aJoinNameUnderOrOrNotIsNoJoin() {
    for (String condition : List.of("customer_to_order OR o.amount > 1", "NOT customer_to_order")) {
      SQLException error = SHOP.error("SELECT 1 FROM customer c JOIN order o ON " + condition);
      assertTrue(
          List.of(ErrorCode.JOIN_NOT_ALLOWED_HERE.number(), ErrorCode.UNKNOWN_FEATURE.number())
              .contains(error.getErrorCode()),
          error.getMessage());
    }
  }

  @Test
  void anUnknownEntityFeatureOrAliasSaysWhatIsNear() {
    assertRefused(ErrorCode.UNKNOWN_ENTITY, "SELECT 1 FROM «custmer» c", "custmer", "customer");
    assertRefused(ErrorCode.UNKNOWN_FEATURE, "SELECT\n c.«nmae» FROM customer c", "nmae", "name");
    assertRefused(ErrorCode.UNKNOWN_FEATURE, "SELECT «amont» FROM order", "amount");
    assertRefused(ErrorCode.UNKNOWN_ALIAS, "SELECT «cust».name FROM customer custo", "custo");
  }

  @Test
  void aNameThatTwoEntitiesHaveIsAmbiguous() {
    assertRefused(
        ErrorCode.AMBIGUOUS_NAME,
        "SELECT «label» FROM customer c JOIN order o",
        "c.label",
        "o.label");
  }

  @Test
  void aWholeRowIsRefused() {
    assertRefused(ErrorCode.WHOLE_ROW_REFERENCE, "SELECT «c» FROM customer c JOIN order o", "c.*");
    assertRefused(ErrorCode.WHOLE_ROW_REFERENCE, "SELECT count(«c») FROM customer c", "c.label");
  }

  @Test
  void twoTablesOfOneNameAreRefused() {
    assertRefused(ErrorCode.DUPLICATE_ALIAS, "SELECT 1 FROM customer x JOIN order «x»", "x");
    assertRefused(
        ErrorCode.DUPLICATE_ALIAS,
        "SELECT 1 FROM customer JOIN «customer» USING ('customer_to_referred')",
        "customer");
  }

  @Test
  void tablesBehindTheModelCannotBeRead() {
    for (String table :
        List.of("people", "nasty.main.people", "main.order_items", "information_schema.tables")) {
      assertRefused(ErrorCode.UNKNOWN_ENTITY, "SELECT * FROM «" + table + "»", "no entity called");
    }
  }

  @Test
  void norFromAnyCornerOfAQuery() {
    for (String sql :
        List.of(
            "FROM customer c WHERE c.id IN (FROM «people» SELECT person_id)",
            "FROM customer c WHERE EXISTS (SELECT 1 FROM «people» WHERE ssn LIKE 'secret%')",
            "FROM customer c ORDER BY (SELECT max(ssn) FROM «people»)",
            "SELECT label FROM customer ORDER BY (SELECT max(ssn) FROM «people»)",
            "SELECT 1 FROM customer c JOIN order o ON customer_to_order AND 1 IN (FROM «people»)",
            "SELECT label FROM customer LIMIT (SELECT count(*) FROM «people»)",
            "SELECT sum(tier) OVER (ORDER BY (SELECT 1 FROM «people»)) FROM customer")) {
      assertRefused(ErrorCode.UNKNOWN_ENTITY, sql, "no entity called");
    }
    assertRefused(ErrorCode.UNKNOWN_FEATURE, "FROM customer c WHERE c.«ssn» = 'x'", "ssn");
    assertRefused(ErrorCode.UNKNOWN_FEATURE, "FROM customer WHERE «rowid» = 0", "rowid");
    assertRefused(ErrorCode.WHOLE_ROW_REFERENCE, "FROM customer c WHERE «c» IS NOT NULL", "c.*");
  }

  @Test
  void columnsBehindTheModelCannotBeRead() {
    for (String column : List.of("person_id", "ssn", "_mail", "rowid", "_address")) {
      assertRefused(ErrorCode.UNKNOWN_FEATURE, "SELECT «" + column + "» FROM customer", column);
      assertRefused(ErrorCode.UNKNOWN_FEATURE, "SELECT c.«" + column + "» FROM customer c", column);
    }
  }

  @Test
  void bridgesOfAJoinCannotBeRead() {
    assertRefused(ErrorCode.UNKNOWN_FEATURE, "SELECT «qty» FROM order o JOIN product p", "qty");
    assertRefused(
        ErrorCode.UNKNOWN_ALIAS,
        "SELECT «order_items».qty FROM order o JOIN product p",
        "order_items");
  }

  @Test
  void onlyEntitiesHaveJoinsOfTheModel() {
    assertRefused(
        ErrorCode.JOIN_NOT_ALLOWED_HERE,
        "SELECT 1 FROM customer c JOIN «(SELECT 1 AS one) t»",
        "ON");
  }
}
