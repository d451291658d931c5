package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLayoutTest {
  private static final String LONG = "x".repeat(90);

  @Test
  void leavesWhatFitsInOneLine() {
    assertEquals(
        "SELECT count(*) FROM (SELECT 1 AS a) t",
        SqlLayout.of("SELECT  count(*)\n  FROM (SELECT 1 AS a) t"));
  }

  @Test
  void givesALineToEachClauseAndOpensSubqueriesThatDoNotFit() {
    assertEquals(
        """
        SELECT c.name
        FROM (
          SELECT t.id AS customer_id, r1.name AS country
          FROM shop.core.customers AS t
          LEFT JOIN shop.ref.countries AS r1 ON (r1.code = t.country_code)
        ) c
        LEFT OUTER JOIN orders o ON c.customer_id = o.customer_id
        WHERE c.name > 'a'
        ORDER BY 1
        LIMIT 5\
        """,
        SqlLayout.of(
            """
            SELECT c.name
            FROM (SELECT t.id AS customer_id, r1.name AS country FROM shop.core.customers AS t \
            LEFT JOIN shop.ref.countries AS r1 ON (r1.code = t.country_code)) c LEFT OUTER JOIN
            orders o ON c.customer_id = o.customer_id
            WHERE c.name > 'a' ORDER BY 1 LIMIT 5\
            """));
  }

  @Test
  void givesALineToEachItemConditionAndBranch() {
    assertEquals(
        """
        SELECT
          a,
          CASE
            WHEN %1$s = 1 THEN 'one'
            WHEN b BETWEEN 1 AND 2 THEN 'two'
            ELSE 'many'
          END AS n,
          COUNT(b, c) FILTER (WHERE d) OVER (PARTITION BY e, f) AS g
        FROM t
        WHERE a = %1$s%1$s
          AND b BETWEEN 1 AND 2
          OR c IN (1, 2)
        GROUP BY 1, 2\
        """
            .formatted("y".repeat(50)),
        SqlLayout.of(
            """
            SELECT a, CASE WHEN %1$s = 1 THEN 'one' WHEN b BETWEEN 1 AND 2 THEN 'two' ELSE 'many' END AS n, \
            COUNT(b, c) FILTER (WHERE d) OVER (PARTITION BY e, f) AS g FROM t \
            WHERE a = %1$s%1$s AND b BETWEEN 1 AND 2 OR c IN (1, 2) GROUP BY 1, 2\
            """
                .formatted("y".repeat(50))));
  }

  @Test
  void laysOutCtesSetOperationsAndJoinsInParentheses() {
    assertEquals(
        """
        WITH a AS (SELECT 1),
        b AS (
          SELECT %1$s
          FROM t
        )
        SELECT x
        FROM a
        JOIN (
          (SELECT %2$s FROM t) AS u
          JOIN v ON u.id = v.id
        ) ON v.id = a.id
        UNION ALL
        SELECT EXTRACT(YEAR FROM d) IS NOT DISTINCT FROM 1, LEFT(e, 1)
        FROM b\
        """
            .formatted(LONG, "y".repeat(60)),
        SqlLayout.of(
            "WITH a AS (SELECT 1), b AS (SELECT %1$s FROM t) SELECT x FROM a JOIN ((SELECT %2$s FROM t) AS u JOIN v ON u.id = v.id) ON v.id = a.id UNION ALL SELECT EXTRACT(YEAR FROM d) IS NOT DISTINCT FROM 1, LEFT(e, 1) FROM b"
                .formatted(LONG, "y".repeat(60))));
  }

  @Test
  void endsALineAfterAComment() {
    assertEquals(
        "SELECT\n  1, -- one\n  2\nFROM t -- all",
        SqlLayout.of("SELECT 1, -- one\n 2 FROM t -- all"));
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
        "'two\n   lines'",
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
        "",
        "'open",
        "\"open",
        "/* open",
        "$$ open",
        "((",
        "))",
        "$",
        "--",
        "a)  b",
        "(a  b",
        "CASE",
        "CASE CASE END",
        "END END",
        "JOIN",
        "ON",
        "AND OR",
        ", ,",
        "GROUP",
        "SELECT SELECT"
      })
  void survivesAnything(String sql) {
    assertEquals(withoutBlanks(sql), withoutBlanks(SqlLayout.of(sql)));
    String wide = LONG + " " + sql + " " + LONG;
    assertEquals(withoutBlanks(wide), withoutBlanks(SqlLayout.of(wide)));
  }

  static Stream<String> samples() {
    return Samples.all().stream();
  }

  /** Read by the grammar's own lexer, each token is what and where it was. */
  @ParameterizedTest
  @MethodSource("samples")
  void keepsTheTokens(String sql) {
    for (String text :
        List.of(
            sql,
            "SELECT " + LONG + ", (" + sql + ") FROM t WHERE " + LONG + " AND " + LONG,
            "WITH t AS (" + sql + "), " + LONG + " AS (" + sql + ") " + sql)) {
      String laidOut = SqlLayout.of(text);
      assertEquals(tokens(text), tokens(laidOut), laidOut);
      assertEquals(laidOut, SqlLayout.of(laidOut), "laid out again it is the same");
    }
  }

  private static List<String> tokens(String sql) {
    return Tokens.of(new SqlSource(sql)).list().stream().map(token -> token.image).toList();
  }

  private static String withoutBlanks(String sql) {
    return sql.replaceAll("\\s", "");
  }
}
