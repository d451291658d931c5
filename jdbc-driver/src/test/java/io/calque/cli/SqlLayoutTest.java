package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLayoutTest {
  private static final String LONG = "x".repeat(90);

  @Test
  void opensWhatDoesNotFit() {
    assertEquals(
        """
        SELECT c.name
        FROM (
          SELECT t.id AS customer_id, r1.name AS country
          FROM shop.core.customers AS t
          LEFT JOIN shop.ref.countries AS r1 ON (r1.code = t.country_code)
        ) c
        WHERE c.name > 'a'""",
        SqlLayout.of(
            """
            SELECT c.name
            FROM (SELECT t.id AS customer_id, r1.name AS country FROM shop.core.customers AS t \
            LEFT JOIN shop.ref.countries AS r1 ON (r1.code = t.country_code)) c
            WHERE c.name > 'a'"""));
  }

  @Test
  void leavesWhatFitsAsItIs() {
    String sql = "SELECT  count(*)\n  FROM (SELECT 1 AS a) t -- all of them";
    assertEquals("SELECT count(*)\n  FROM (SELECT 1 AS a) t -- all of them", SqlLayout.of(sql));
  }

  @Test
  void breaksOneLongLineAtItsClauses() {
    assertEquals(
        "SELECT " + LONG + "\nFROM t\nLEFT OUTER JOIN u ON (a = b)\nORDER BY 1",
        SqlLayout.of("SELECT " + LONG + " FROM t LEFT OUTER JOIN u ON (a = b) ORDER BY 1"));
  }

  @Test
  void keepsAnItemOfAListTogether() {
    String first = "SELECT " + "x".repeat(70);
    String second = "COUNT(b, c) FILTER (WHERE d) OVER (PARTITION BY e, f)";
    assertEquals(
        first + ",\n    " + second + "\nFROM t", SqlLayout.of(first + ", " + second + "\nFROM t"));
  }

  /** Whatever looks like a clause or a parenthesis in there is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'it''s  FROM ( nowhere'",
        "\"a  FROM (\"\"b\"",
        "`a  FROM (`",
        "E'a\\'  FROM ('",
        "$$a  FROM ($$",
        "$tag$ a  FROM ( $$ $tag$",
        "/* a  FROM ( */",
        "-- a  FROM (",
        "1 + $ 2"
      })
  void neverTouchesLiteralsNamesAndComments(String part) {
    String sql = "SELECT " + LONG + " FROM (SELECT " + LONG + " FROM t) " + part;
    String laidOut = SqlLayout.of(sql);
    assertEquals(withoutBlanks(sql), withoutBlanks(laidOut));
    assertTrue(laidOut.contains(part), laidOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "'open", "\"open", "/* open", "$$ open", "((", "))", "$", "--", "a)  b", "(a  b"
      })
  void survivesAnything(String sql) {
    assertEquals(withoutBlanks(sql), withoutBlanks(SqlLayout.of(sql)));
  }

  private static String withoutBlanks(String sql) {
    return sql.replaceAll("\\s", "");
  }
}
