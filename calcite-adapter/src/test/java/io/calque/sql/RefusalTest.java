package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which code, where, and in what words. */
class RefusalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 1",
        "DELETE FROM t",
        "MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE",
        "CREATE TABLE t (a INT)",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "DROP TABLE t",
        "ALTER TABLE t ADD COLUMN b INT",
        "COPY t TO 'file.csv'",
        "COPY t FROM 'C:\\",
        "ATTACH 'x.db' AS x",
        "DETACH x",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "CALL f(1)",
        "EXPORT DATABASE 'x'",
        "IMPORT DATABASE 'x'",
        "VACUUM",
        "ANALYZE t",
        "TRUNCATE t",
        "GRANT SELECT ON t TO u",
        "SET memory_limit = '1GB'",
        "SET search_path = (SELECT 1)",
        "RESET ALL",
        "CHECKPOINT",
        "USE x",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "DEALLOCATE p",
        "DO $$ x $$",
        "LISTEN x",
        "NOTIFY x",
        "LOCK TABLE t",
        "COMMENT ON TABLE t IS 'x'",
        "SHOW TABLES",
        "DESCRIBE t",
        "{call f()}",
        "hello world",
        "SELEC 1",
        "42",
        "EXPLAIN DELETE FROM t",
        "EXPLAIN ANALYZE INSERT INTO t SELECT 1",
        "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
        "WITH x AS (SELECT 1) DELETE FROM t",
        "WITH x AS (SELECT 1) UPDATE t SET a = 1",
        "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x",
        "SELECT * INTO t2 FROM t",
        "SELECT a INTO t2 FROM t",
        "SELECT * FROM t FOR UPDATE",
        "SELECT * FROM t FOR SHARE",
        "SELECT * FROM t WHERE a = 1 FOR NO KEY UPDATE",
        "COMMIT AND CHAIN",
        "BEGIN x"
      })
  void whatIsNoQuery(String sql) {
    CalqueException e = assertThrows(CalqueException.class, () -> StatementParser.parse(sql));
    assertEquals(ErrorCode.READ_ONLY, e.code(), e::getMessage);
    assertTrue(e.reason().contains("read-only"), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE t",
        "SET application_name = 'x'; DROP TABLE t",
        "BEGIN; DELETE FROM t; COMMIT",
        "SELECT 1;; SELECT 2"
      })
  void severalStatements(String sql) {
    CalqueException e = assertThrows(CalqueException.class, () -> StatementParser.parse(sql));
    assertEquals(ErrorCode.SEVERAL_STATEMENTS, e.code());
    assertTrue(e.reason().contains("read-only"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", ";", "-- nothing", "/* nothing */ ;"})
  void emptyText(String sql) {
    CalqueException e = assertThrows(CalqueException.class, () -> StatementParser.parse(sql));
    assertEquals(ErrorCode.SYNTAX_ERROR, e.code());
    assertTrue(e.reason().contains("empty"));
  }

  /** Statement, the text that the error points at, a part of its message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "SELECT a FORM t | t | did you mean FROM instead of FORM?",
        "SELECT a FROM t WEHRE x = 1 | x | did you mean WHERE instead of WEHRE?",
        "SELECT a FROM t GRUOP BY a | BY | did you mean GROUP instead of GRUOP?",
        "SELECT a FROM t ODER BY a | BY | did you mean ORDER instead of ODER?",
        "SELECT a b c FROM t | c | is a comma or an operator missing",
        "SELECT 'a' 1 FROM t | 1 | missing between them",
        "SELECT (a FROM t | ( | never closed",
        "SELECT a) FROM t | ) | closes nothing",
        "SELECT (a] FROM t | ] | does not close the (",
        "SELECT 'a FROM t | ' | string is never closed",
        "SELECT \"a FROM t | \" | quoted name is never closed",
        "SELECT a /* b FROM t | / | comment is never closed",
        "SELECT $$a FROM t | $ | string is never closed",
        "SELECT a FROM t WHERE | §§ | ends too early, after \"WHERE\"",
        "SELECT FROM t | FROM | cannot follow",
        "SELECT a FROM | §§ | ends too early",
        "SELECT a FROM t WHERE a == = 1 | = | cannot follow",
        "SELECT a FROM t WHERE case = 1 | = | cannot follow",
        "SELECT a, distinct FROM t | distinct | \"distinct\" in double quotes",
        "SELECT a FROM t JOIN u USING ('a', 'b') | , | cannot follow",
        "EXPLAIN | §§ | EXPLAIN is followed by a query",
        "SELECT a FROM t LIMIT | §§ | ends too early",
        "SELECT a ? b FROM t | ? | missing between them",
        "SELECT a ` b FROM t | ` | no such character",
        "SELECT a FROM t ORDER a | a | expected is BY",
        "SELECT CASE WHEN a THEN b FROM t | FROM | a CASE before it has no END",
        "SELECT a FROM t WHERE x =< 1 | < | did you mean <= instead of =<?",
        "SELECT a FROM t WHERE x => 1 | => | did you mean >= instead of =>?",
        "SELECT TOP 10 a FROM t | 10 | LIMIT at the end instead of TOP",
        "SELECT a FROM t WHERE b AND | §§ | an expression is expected",
        "SELECT a FROM t WHERE x BETWEN 1 AND 2 | BETWEN | did you mean BETWEEN",
        "SELECT a FROM t JION b ON true | b | did you mean JOIN instead of JION?",
      })
  void syntaxErrors(String sql, String at, String message) {
    CalqueException e = assertThrows(CalqueException.class, () -> StatementParser.parse(sql));
    assertEquals(ErrorCode.SYNTAX_ERROR, e.code());
    assertTrue(e.reason().contains(message), e::getMessage);
    assertEquals(at, e.place().orElseThrow().text(), e::getMessage);
    assertTrue(e.reason().length() < 200, e::getMessage);
  }

  @Test
  void thePlaceIsALineAndAColumn() {
    CalqueException e =
        assertThrows(
            CalqueException.class, () -> StatementParser.parse("SELECT a,\r\n\t b c d\nFROM t"));
    assertEquals(2, e.place().orElseThrow().line());
    assertEquals(7, e.place().orElseThrow().column());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin transaction;",
        "START TRANSACTION",
        "COMMIT",
        "ROLLBACK",
        "SET search_path = a, \"b\"",
        "SET search_path TO 'x'",
        "SET extra_float_digits = 3",
        "SET application_name = 'PostgreSQL JDBC Driver'",
        "SET TimeZone TO 'UTC'",
        "SET SESSION TIME ZONE 'UTC'",
        "SET TIME ZONE -7",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "SET DateStyle TO 'ISO' -- psqlODBC"
      })
  void sessionStatements(String sql) {
    assertEquals(ParsedStatement.Kind.SESSION, StatementParser.parse(sql).kind());
  }

  @Test
  void deepNestingIsRefusedAndNoMore() {
    assertTooDeep("SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000));
    assertTooDeep("SELECT " + "-".repeat(1) + " -".repeat(50_000) + "1");
    assertTooDeep("SELECT " + "NOT ".repeat(50_000) + "a");
    assertTooDeep("SELECT " + "CASE WHEN a THEN ".repeat(5_000) + "1" + " END".repeat(5_000));
    assertTooDeep("SELECT 1" + " + 1".repeat(250_000));
    assertTooDeep("SELECT 1" + " UNION SELECT 1".repeat(5_000));
    assertTooDeep("SELECT a" + "[1]".repeat(5_000));
    StatementParser.parse("SELECT " + "(".repeat(150) + "1" + ")".repeat(150));
    StatementParser.parse("SELECT * FROM t WHERE a = 1" + " OR a = 2".repeat(50_000));
    StatementParser.parse("SELECT * FROM t WHERE a IN (1" + ", 2".repeat(300_000) + ")");
    StatementParser.parse("SELECT 1" + " + 1".repeat(500));
  }

  private static void assertTooDeep(String sql) {
    CalqueException e = assertThrows(CalqueException.class, () -> StatementParser.parse(sql));
    assertEquals(ErrorCode.NOT_SUPPORTED, e.code());
    assertTrue(e.reason().contains("too deeply"));
  }
}
