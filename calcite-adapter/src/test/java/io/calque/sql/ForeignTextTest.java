package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that could mean two things, one to Calque and another to the warehouse. */
class ForeignTextTest {
  private static final Lexis BACKSLASHES = Lexis.CAREFUL.escaping();
  private static final Lexis NO_QUOTES =
      BACKSLASHES.withoutQuotedNames().withoutDoubledQuotes().refusing("${");

  private static List<String> words(Lexis lexis, String sql) {
    return ForeignText.check(new SqlSource(sql), lexis, "x").stream()
        .map(word -> word.place().text() + " is " + word.value())
        .toList();
  }

  private static void refused(Lexis lexis, String sql) {
    CalqueException e = assertThrows(CalqueException.class, () -> words(lexis, sql), sql);
    assertEquals(ErrorCode.SYNTAX_ERROR, e.code(), sql);
    assertTrue(e.getMessage().contains("In x, "), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 -- a comment\nFROM t",
        "SELECT 1 -- a comment\r\nFROM t",
        "SELECT 1 --",
        "SELECT /*+ hint */ 1 /* a */ /***/ FROM t",
        "SELECT 'it''s', '--', '/* #', 'a\\', '//' FROM t",
        "SELECT \"a # b\", N'ä', x'41', DATE '2024-01-01' FROM t",
        "SELECT a / b / c, a - -1 FROM t"
      })
  void whatAllLexersAgreeOn(String sql) {
    assertEquals(List.of(), words(Lexis.CAREFUL, sql));
  }

  /** Each could hide code from Calque, or show code to it that is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 /* /* */ , 2 -- */ */",
        "SELECT 1 /*! , 2 */",
        "SELECT 1 /*M!100100 , 2 */",
        "SELECT 1 /*/ , 2 */",
        "SELECT 1 --1",
        "SELECT 1--\u00a01",
        "SELECT 1 -- a\rFROM t",
        "SELECT 1 -- a \\\n FROM t",
        "SELECT 1 -- a \u2028 b\n",
        "SELECT 1 # 2",
        "SELECT 1 // 2",
        "SELECT @x",
        "SELECT @@version",
        "SELECT $$a$$",
        "SELECT $t$a$t$",
        "SELECT E'a'",
        "SELECT U&'a'",
        "SELECT U&\"a\"",
        "SELECT _utf8'a'",
        "SELECT r'a'"
      })
  void whatTheyDoNot(String sql) {
    refused(Lexis.CAREFUL, sql);
  }

  /** Where a backslash escapes, a string has to end at the same quote for both. */
  @Test
  void backslashes() {
    for (String same : List.of("'\\d+'", "'a\\\\'", "'it''s'", "'\\\\''\\\\'", "''")) {
      assertEquals(List.of(), words(BACKSLASHES, "SELECT " + same), same);
    }
    for (String other : List.of("'a\\'", "'\\' , 1, '\\'", "'\\''b'", "N'a\\'", "'a\\\\\\'")) {
      refused(BACKSLASHES, "SELECT " + other);
    }
  }

  @Test
  void whatIsSpelledInAnotherWay() {
    assertEquals(
        List.of("\"a\"\"b\" is a\"b", "'it''s' is it's"),
        words(NO_QUOTES, "SELECT \"a\"\"b\", 'it''s', 'x', ''"));
    refused(NO_QUOTES, "SELECT '${env:HOME}'");
    refused(Lexis.CAREFUL.refusing("["), "SELECT ['] , 1 , ']");
  }
}
