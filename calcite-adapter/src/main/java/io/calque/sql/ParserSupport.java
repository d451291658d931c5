package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLambda;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.SqlParserUtil;

/**
 * What the grammar's productions use: questions about the tokens ahead, spans, and nodes whose
 * making takes more than a line.
 */
abstract class ParserSupport extends SqlAbstractParserImpl {
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

  /** The next token but {@code n - 1}; 0 is the last one read. */
  abstract Token getToken(int n);

  private SqlToken peek(int n) {
    return getToken(n) instanceof SqlToken token ? token : null;
  }

  // Spans

  /** From a token to the last one read. */
  SqlParserPos span(Token first) {
    Token last = getToken(0);
    return new SqlParserPos(first.beginLine, first.beginColumn, last.endLine, last.endColumn);
  }

  /** The node, with a span that includes the parentheses around it. */
  static SqlNode widened(SqlNode node, SqlParserPos span) {
    return node.clone(span);
  }

  // What is ahead

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

  void expect(String word) throws ParseException {
    if (!at(word)) {
      throw new ParseException(getToken(0), new int[][] {{IDENTIFIER}}, expectation(word));
    }
  }

  private static String[] expectation(String word) {
    String[] images = tokenImage.clone();
    images[IDENTIFIER] = "\"" + word + "\"";
    return images;
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

  /** The call whose arguments are being read; null outside of any. */
  CallParts call;

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

  // Nodes

  /** A name as it counts: without its quotes. */
  static String name(Token token) {
    return switch (token.kind) {
      case QUOTED_IDENTIFIER -> unquoted(token.image);
      case UNICODE_QUOTED_IDENTIFIER -> unquoted(token.image.substring(2));
      default -> token.image;
    };
  }

  private static String unquoted(String image) {
    return image.substring(1, image.length() - 1).replace("\"\"", "\"");
  }

  /** The name has a position of its own besides the identifier's, which parentheses widen. */
  static SqlIdentifier identifier(Token token) {
    SqlParserPos pos = Tokens.pos(token).withQuoting(token.kind != IDENTIFIER);
    return new SqlIdentifier(List.of(name(token)), null, pos, List.of(pos));
  }

  static SqlIdentifier starOf(SqlIdentifier qualifier, SqlParserPos star) {
    List<String> names = new ArrayList<>(qualifier.names);
    List<SqlParserPos> positions = new ArrayList<>();
    for (int i = 0; i < qualifier.names.size(); i++) {
      positions.add(qualifier.getComponentParserPosition(i));
    }
    names.add("");
    positions.add(star);
    return new SqlIdentifier(names, null, qualifier.getParserPosition().plus(star), positions);
  }

  SqlIdentifier starOf(SqlIdentifier qualifier) {
    return starOf(qualifier, Tokens.pos(getToken(0)));
  }

  /** A word of the syntax, which is no name: its text as a string. */
  static SqlLiteral word(String text, SqlParserPos pos) {
    return SqlLiteral.createCharString(text, pos);
  }

  /** The last token as a word; for longer stretches the text is the last token's, the span all. */
  SqlLiteral word(SqlParserPos pos) {
    return word(getToken(0).image, pos);
  }

  SqlLiteral string(Token first, SqlParserPos pos) {
    String image = first.image;
    return SqlLiteral.createCharString(
        first.kind == QUOTED_STRING ? SqlParserUtil.parseString(image) : image, pos);
  }

  SqlLiteral number() {
    String image = getToken(0).image.replace("_", "");
    SqlParserPos pos = Tokens.pos(getToken(0));
    if (getToken(0).kind == BASED_INTEGER_LITERAL) {
      int radix =
          switch (Character.toLowerCase(image.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
          };
      return SqlLiteral.createExactNumeric(based(image, radix), pos);
    }
    return getToken(0).kind == APPROX_NUMERIC_LITERAL
        ? SqlLiteral.createApproxNumeric(image, pos)
        : SqlLiteral.createExactNumeric(image.endsWith(".") ? image + "0" : image, pos);
  }

  private static String based(String image, int radix) {
    try {
      return new BigDecimal(new BigInteger(image.substring(2), radix)).toPlainString();
    } catch (NumberFormatException e) {
      return "0";
    }
  }

  /** $1 is the first parameter. */
  SqlNode numberedParameter() {
    String digits = getToken(0).image.substring(1);
    int number = digits.length() > 6 ? 0 : Integer.parseInt(digits);
    return new SqlDynamicParam(Math.max(0, number - 1), Tokens.pos(getToken(0)));
  }

  static SqlDataTypeSpec type(SqlParserPos pos) {
    return new SqlDataTypeSpec(
        new SqlUserDefinedTypeNameSpec(new SqlIdentifier("TYPE", pos), pos), pos);
  }

  /**
   * A chain of AND or OR as a balanced tree, so that ten thousand conditions make no tower that
   * exhausts the stack.
   */
  static SqlNode balanced(SqlOperator operator, List<SqlNode> operands) {
    if (operands.size() == 1) {
      return operands.get(0);
    }
    int middle = operands.size() <= 4 ? operands.size() - 1 : operands.size() / 2;
    SqlNode left = balanced(operator, operands.subList(0, middle));
    SqlNode right = balanced(operator, operands.subList(middle, operands.size()));
    return operator.createCall(
        left.getParserPosition().plus(right.getParserPosition()), left, right);
  }

  static SqlNode comprehension(
      SqlNode element, SqlNodeList names, SqlNode condition, SqlParserPos pos) {
    SqlNode body =
        condition == null
            ? CalqueOperators.COMPREHENSION_BODY.createCall(pos, element)
            : CalqueOperators.COMPREHENSION_BODY.createCall(pos, element, condition);
    return new SqlLambda(pos, names, body);
  }
}
