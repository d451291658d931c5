package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What clients send on their own, without their user asking for it. Calque answers without effect:
 * there are no writes to commit, and no session to set up. This is the whole list.
 */
final class SessionStatements {
  /**
   * Statements of one form each, the whole statement.
   *
   * <ul>
   *   <li>BEGIN, COMMIT, ROLLBACK: DBeaver and DataGrip in manual-commit mode, SQLAlchemy,
   *       Metabase.
   *   <li>START TRANSACTION: Spring, and MySQL-minded clients.
   *   <li>SET SESSION CHARACTERISTICS, SET TRANSACTION: what pgjdbc makes of setReadOnly and
   *       setTransactionIsolation, copied by DataGrip's and Tableau's generic dialects.
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
   *   <li>application_name, extra_float_digits: pgjdbc at each connect.
   *   <li>client_encoding, datestyle: psqlODBC and Tableau at each connect.
   *   <li>search_path: DBeaver and DataGrip when their user picks a schema.
   *   <li>timezone, time zone: Metabase, Superset and Tableau for the report's time zone.
   *   <li>statement_timeout: Metabase and Looker before each query.
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

  private SessionStatements() {}

  /** Whether the tokens, which hold no semicolon, are one of these statements and nothing more. */
  static boolean matches(List<SqlToken> tokens) {
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
