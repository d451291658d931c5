package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What clients send on their own, without their user asking for it. Calque answers without effect:
 * there are no writes to commit, and no session to set up. This is the whole list.
 *
 * <p>It is short because most clients use the methods of {@code Connection} instead. DBeaver (type
 * Generic), sqlline, jOOQ, Calcite's JDBC adapter and Metabase's {@code sql-jdbc} were looked
 * through for what they send to a driver that they do not know, and the tests of clients run
 * sqlline, jOOQ, Calcite, Spring, HikariCP and JasperReports. What is here for closed programs,
 * such as Tableau, Looker and DataGrip, is what their PostgreSQL dialects are known to send when
 * they are pointed at another database; it is from memory.
 */
final class SessionStatements {
  /**
   * Statements of one form each, the whole statement.
   *
   * <ul>
   *   <li>SET TRANSACTION READ ONLY: Spring's DataSourceTransactionManager with enforceReadOnly.
   *   <li>BEGIN, START TRANSACTION, COMMIT, ROLLBACK: scripts in DBeaver, DataGrip and sqlline,
   *       which pass on what stands there; they commit through Connection themselves.
   *   <li>SET SESSION CHARACTERISTICS: programs written against PostgreSQL, for what JDBC calls
   *       setReadOnly and setTransactionIsolation.
   * </ul>
   */
  private static final Set<String> FIXED =
      Set.of(
          "BEGIN",
          "BEGIN TRANSACTION",
          "BEGIN WORK",
          "BEGIN READ ONLY",
          "BEGIN TRANSACTION READ ONLY",
          "START TRANSACTION",
          "START TRANSACTION READ ONLY",
          "COMMIT",
          "COMMIT TRANSACTION",
          "COMMIT WORK",
          "ROLLBACK",
          "ROLLBACK TRANSACTION",
          "ROLLBACK WORK",
          "SET TRANSACTION READ ONLY",
          "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
          "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED",
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ UNCOMMITTED",
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ",
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE");

  /**
   * Settings that SET [SESSION | LOCAL] may name.
   *
   * <ul>
   *   <li>search_path: DBeaver's type PostgreSQL when its user picks a schema; the type Generic
   *       calls setSchema.
   *   <li>timezone: Metabase's drivers made from its PostgreSQL one, before each query, as {@code
   *       SET SESSION TIMEZONE TO 'UTC';}.
   *   <li>time zone, statement_timeout: PostgreSQL dialects of closed programs for the report's
   *       time zone and before each query.
   *   <li>application_name, client_encoding, datestyle, extra_float_digits: what programs written
   *       against PostgreSQL set at each connect.
   * </ul>
   */
  private static final Set<String> SETTINGS =
      Set.of(
          "APPLICATION_NAME",
          "CLIENT_ENCODING",
          "DATESTYLE",
          "EXTRA_FLOAT_DIGITS",
          "SEARCH_PATH",
          "STATEMENT_TIMEOUT",
          "TIMEZONE");

  /** In tokens, the end of the text included; settings may be longer. */
  private static final int LONGEST = 10;

  private SessionStatements() {}

  /** Whether the tokens, which hold no semicolon, are one of these statements and nothing more. */
  static boolean matches(List<SqlToken> tokens) {
    if (tokens.size() > LONGEST && !tokens.get(0).is("SET")) {
      return false;
    }
    List<String> words = new ArrayList<>();
    for (SqlToken token : tokens) {
      if (token.kind != EOF) {
        words.add(token.image.toUpperCase(Locale.ROOT));
      }
    }
    return FIXED.contains(String.join(" ", words)) || isSetting(tokens, words);
  }

  private static boolean isSetting(List<SqlToken> tokens, List<String> words) {
    int at = 0;
    if (words.isEmpty() || !words.get(at++).equals("SET")) {
      return false;
    }
    if (at < words.size() && Set.of("SESSION", "LOCAL").contains(words.get(at))) {
      at++;
    }
    if (at + 1 < words.size() && words.get(at).equals("TIME") && words.get(at + 1).equals("ZONE")) {
      return areValues(tokens, at + 2);
    }
    return at + 1 < words.size()
        && SETTINGS.contains(words.get(at))
        && Set.of("=", "TO").contains(words.get(at + 1))
        && areValues(tokens, at + 2);
  }

  /** Literals and names with commas between them, one at least. */
  private static boolean areValues(List<SqlToken> tokens, int from) {
    boolean value = false;
    for (int i = from; tokens.get(i).kind != EOF; i++) {
      SqlToken token = tokens.get(i);
      if (token.kind == COMMA) {
        if (!value) {
          return false;
        }
        value = false;
      } else if (token.kind != MINUS) {
        boolean fits =
            Keywords.isWord(token.kind)
                || token.isAny(
                    QUOTED_STRING,
                    QUOTED_IDENTIFIER,
                    UNSIGNED_INTEGER_LITERAL,
                    DECIMAL_NUMERIC_LITERAL);
        if (value || !fits) {
          return false;
        }
        value = true;
      }
    }
    return value;
  }
}
