package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;

/** The questions that the grammar asks about the tokens ahead. None of them reads a token. */
abstract class Lookahead extends SqlAbstractParserImpl {
  private static final Set<String> TIME_UNITS =
      Set.of(
          "MILLENNIUM",
          "CENTURY",
          "DECADE",
          "YEAR",
          "QUARTER",
          "MONTH",
          "WEEK",
          "DAY",
          "HOUR",
          "MINUTE",
          "SECOND",
          "MILLISECOND",
          "MICROSECOND",
          "NANOSECOND",
          "EPOCH",
          "DOW",
          "DOY",
          "ISODOW",
          "ISOYEAR",
          "DAYOFWEEK",
          "DAYOFYEAR",
          "TIMEZONE");

  /** The call whose arguments are being read; null outside of any. */
  CallParts call;

  /** The next token but {@code n - 1}; 0 is the last one read. */
  abstract Token getToken(int n);

  private SqlToken peek(int n) {
    return getToken(n) instanceof SqlToken token ? token : null;
  }

  /** Whether these unquoted words are next. */
  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(i + 1, words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean at(int n, String word) {
    return getToken(n).image.equalsIgnoreCase(word);
  }

  boolean atName(int n) {
    return isName(getToken(n).kind);
  }

  private static boolean isName(int kind) {
    return kind == IDENTIFIER || kind == QUOTED_IDENTIFIER || kind == UNICODE_QUOTED_IDENTIFIER;
  }

  boolean atString(int n) {
    return isString(getToken(n).kind);
  }

  private static boolean isString(int kind) {
    return switch (kind) {
      case QUOTED_STRING,
          PREFIXED_STRING_LITERAL,
          UNICODE_STRING_LITERAL,
          C_STYLE_ESCAPED_STRING_LITERAL,
          DOLLAR_QUOTED_STRING ->
          true;
      default -> false;
    };
  }

  /** Whether a comma is next that is not the last, idle one of a list. */
  boolean atComma() {
    return getToken(1).kind == COMMA && !atClauseEnd(2);
  }

  /** Whether no further item of a list can start at the n-th token. */
  boolean atClauseEnd(int n) {
    return switch (getToken(n).kind) {
      case EOF,
          RPAREN,
          RBRACKET,
          RBRACE,
          FROM,
          WHERE,
          GROUP,
          HAVING,
          WINDOW,
          QUALIFY,
          ORDER,
          LIMIT,
          OFFSET,
          FETCH,
          UNION,
          EXCEPT,
          INTERSECT,
          USING ->
          true;
      default -> false;
    };
  }

  boolean atFrame() {
    return (at("ROWS") || at("RANGE") || at("GROUPS"))
        && (getToken(2).kind != RPAREN && getToken(2).kind != ORDER);
  }

  boolean atJoin() {
    return switch (getToken(1).kind) {
      case JOIN, NATURAL, INNER, LEFT, RIGHT, FULL, CROSS, ASOF, SEMI, ANTI, POSITIONAL -> true;
      default -> false;
    };
  }

  boolean atTableSuffix() {
    return switch (getToken(1).kind) {
      case TABLESAMPLE, PIVOT, UNPIVOT, MATCH_RECOGNIZE -> true;
      case WITH -> at(2, "ORDINALITY");
      case FOR -> at(2, "SYSTEM_TIME");
      default -> false;
    };
  }

  boolean atJoinCondition() {
    return getToken(1).kind == ON || getToken(1).kind == USING && !at(2, "SAMPLE");
  }

  /** A number and a percent sign that is no remainder. */
  boolean atPercentage() {
    int after = getToken(2).kind;
    boolean literal =
        getToken(1).kind == HOOK
            || Character.isDigit(getToken(1).image.isEmpty() ? 'x' : getToken(1).image.charAt(0));
    return literal && (after == PERCENT_REMAINDER && atClauseEnd(3) || at(2, "PERCENT"));
  }

  /** {@code * EXCEPT (a, b)}, which is no set operation. */
  boolean atExceptList() {
    return getToken(1).kind == EXCEPT && getToken(2).kind == LPAREN && isName(getToken(3).kind);
  }

  boolean atTimeUnit(int n) {
    return isTimeUnit(getToken(n));
  }

  static boolean isTimeUnit(Token token) {
    String word = token.image.toUpperCase(Locale.ROOT);
    return Keywords.isWord(token.kind)
        && (TIME_UNITS.contains(word)
            || word.endsWith("S") && TIME_UNITS.contains(word.substring(0, word.length() - 1)));
  }

  /** A query without parentheses. */
  boolean atQuery(int n) {
    return switch (getToken(n).kind) {
      case SELECT, WITH, VALUES, PIVOT, UNPIVOT -> true;
      case FROM -> false;
      default -> false;
    };
  }

  /** Whether what is in the parentheses that open at the n-th token is a query. */
  boolean atParenthesizedQuery(int n) {
    int inner = n + 1;
    switch (getToken(inner).kind) {
      case SELECT, WITH, VALUES, FROM, TABLE, PIVOT, UNPIVOT:
        return true;
      case LPAREN:
        break;
      default:
        return false;
    }
    SqlToken opening = peek(inner);
    if (opening == null || opening.partner < 0 || !atParenthesizedQuery(inner)) {
      return false;
    }
    return switch (getToken(inner + opening.partner - opening.index + 1).kind) {
      case RPAREN, UNION, INTERSECT, EXCEPT, ORDER, LIMIT, OFFSET, FETCH -> true;
      default -> false;
    };
  }

  /** Whether an operator follows the parentheses that open here: {@code x IN (a) || b}. */
  boolean continuesAfterParenthesis() {
    SqlToken opening = peek(1);
    if (opening == null || opening.partner < 0) {
      return false;
    }
    return switch (getToken(1 + opening.partner - opening.index + 1).kind) {
      case CONCAT, CAST_OPERATOR, LBRACKET, DOT, PLUS -> true;
      default -> false;
    };
  }

  /**
   * Whether a lambda is next, {@code x -> …} or {@code (x, y) -> …}, and not a look into JSON,
   * which has the same arrow. Only the functions that take lambdas make one: elsewhere the
   * warehouse would read a parameter's name as a column, past the model.
   */
  boolean atLambda() {
    int before = getToken(0).kind;
    boolean argument =
        before == COMMA || before == LPAREN && call != null && call.takesLambdaFirst();
    if (call == null || !call.takesLambda() || !argument) {
      return false;
    }
    if (getToken(1).kind != LPAREN) {
      return atName(1) && getToken(2).kind == LAMBDA && !atString(3);
    }
    int n = 2;
    while (atName(n) && getToken(n + 1).kind == COMMA) {
      n += 2;
    }
    return atName(n) && getToken(n + 1).kind == RPAREN && getToken(n + 2).kind == LAMBDA;
  }

  /** A type and a string: {@code DATE '2020-01-01'}, {@code TIMESTAMP WITH TIME ZONE '…'}. */
  boolean atTypedLiteral() {
    int n = 1;
    if (!atName(n)) {
      return false;
    }
    while (getToken(n + 1).kind == DOT && atName(n + 2)) {
      n += 2;
    }
    while (atTypeWord(n + 1)) {
      n++;
    }
    if (getToken(n + 1).kind == LPAREN && getToken(n + 2).kind == UNSIGNED_INTEGER_LITERAL) {
      n += getToken(n + 3).kind == COMMA ? 5 : 3;
    }
    if (getToken(n + 1).kind == WITH || at(n + 1, "WITHOUT")) {
      int time = at(n + 2, "LOCAL") ? n + 3 : n + 2;
      n = at(time, "TIME") && at(time + 1, "ZONE") ? time + 1 : n;
    }
    return atString(n + 1);
  }

  /** Whether the n-th token continues a type's name that the one before it started. */
  boolean atTypeWord(int n) {
    String word = getToken(n).image.toUpperCase(Locale.ROOT);
    String before = getToken(n - 1).image.toUpperCase(Locale.ROOT);
    if (getToken(n).kind != IDENTIFIER) {
      return false;
    }
    return switch (word) {
      case "PRECISION" -> before.equals("DOUBLE");
      case "VARYING", "LARGE" ->
          Set.of("CHARACTER", "CHAR", "NCHAR", "BIT", "BINARY").contains(before);
      case "CHARACTER", "CHAR" -> before.equals("NATIONAL");
      case "OBJECT" -> before.equals("LARGE");
      case "TO" -> atTimeUnit(n - 1) && atTimeUnit(n + 1);
      default -> atTimeUnit(n) && (before.equals("INTERVAL") || before.equals("TO"));
    };
  }

  boolean atArgumentSeparator() {
    return switch (getToken(1).kind) {
      case COMMA -> !atClauseEnd(2);
      case FROM, FOR -> true;
      case USING -> true;
      case COLON -> call.isJson();
      case IDENTIFIER ->
          at("PLACING") || at("SEPARATOR") || at("TO") || at("VALUE") && call.isJson();
      default -> false;
    };
  }

  /** Whether the next string continues the one just read: only on a line of its own, as in SQL. */
  boolean continuesString() {
    return getToken(1).kind == QUOTED_STRING && getToken(1).beginLine > getToken(0).endLine;
  }
}
