package io.calque.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;

/**
 * A JDBC escape, such as <code>{d '2020-01-01'}</code>: a call with one operand, whose span
 * includes the braces. No warehouse reads it, so the rewriter replaces the braces and the word.
 */
public final class JdbcEscape extends SqlSpecialOperator {
  /** <code>{fn f(x)}</code>: the operand is a call. */
  public static final JdbcEscape FUNCTION = new JdbcEscape("FN", "");

  /** <code>{d '2020-01-01'}</code>: the operand is a string. */
  public static final JdbcEscape DATE = new JdbcEscape("D", "DATE ");

  /** <code>{t '12:00:00'}</code>: the operand is a string. */
  public static final JdbcEscape TIME = new JdbcEscape("T", "TIME ");

  /** <code>{ts '2020-01-01 12:00:00'}</code>: the operand is a string. */
  public static final JdbcEscape TIMESTAMP = new JdbcEscape("TS", "TIMESTAMP ");

  /** <code>{oj a LEFT JOIN b ON …}</code>, in FROM: the operand is a join. */
  public static final JdbcEscape OUTER_JOIN = new JdbcEscape("OJ", "");

  /** <code>{escape '\'}</code>, the third operand of LIKE: the operand is a string. */
  public static final JdbcEscape LIKE_ESCAPE = new JdbcEscape("ESCAPE", "ESCAPE ");

  private static final List<JdbcEscape> EXPRESSIONS = List.of(FUNCTION, DATE, TIME, TIMESTAMP);

  private static final Set<String> INTERVALS =
      Set.of("FRAC_SECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

  private static final Set<String> TYPES =
      Set.of(
          "BIGINT",
          "BINARY",
          "BIT",
          "BLOB",
          "BOOLEAN",
          "CHAR",
          "CLOB",
          "DATE",
          "DECIMAL",
          "DOUBLE",
          "FLOAT",
          "INTEGER",
          "LONGVARBINARY",
          "LONGVARCHAR",
          "NCHAR",
          "NUMERIC",
          "NVARCHAR",
          "REAL",
          "SMALLINT",
          "TIME",
          "TIMESTAMP",
          "TINYINT",
          "VARBINARY",
          "VARCHAR");

  private final String sql;

  private JdbcEscape(String word, String sql) {
    super(word, SqlKind.OTHER);
    this.sql = sql;
  }

  /** What SQL writes before the operand, where the escape has its brace and word. */
  public String sql() {
    return sql;
  }

  /** The escape that a node is, if it is one. */
  public static Optional<JdbcEscape> of(SqlNode node) {
    return node instanceof SqlCall call && call.getOperator() instanceof JdbcEscape escape
        ? Optional.of(escape)
        : Optional.empty();
  }

  /** The escape of that word that may stand where an expression may; null if there is none. */
  static JdbcEscape of(String word) {
    return EXPRESSIONS.stream()
        .filter(escape -> escape.getName().equalsIgnoreCase(word))
        .findFirst()
        .orElse(null);
  }

  /** SQL_TSI_DAY and its kind, the first argument of TIMESTAMPADD. */
  static boolean isIntervalWord(String word) {
    return startsSql(word, "SQL_TSI_", INTERVALS);
  }

  /** SQL_INTEGER and its kind, the second argument of CONVERT. */
  static boolean isTypeWord(String word) {
    return startsSql(word, "SQL_", TYPES);
  }

  private static boolean startsSql(String word, String prefix, Set<String> rest) {
    String upper = word.toUpperCase(Locale.ROOT);
    return upper.startsWith(prefix) && rest.contains(upper.substring(prefix.length()));
  }
}
