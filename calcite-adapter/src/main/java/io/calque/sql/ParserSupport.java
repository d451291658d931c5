package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLambda;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.SqlParserUtil;

/** How the grammar makes spans, and the nodes whose making takes more than a line. */
abstract class ParserSupport extends Lookahead {
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

  void expect(String word) throws ParseException {
    if (!at(word)) {
      throw new ParseException(getToken(0), new int[][] {{IDENTIFIER}}, expectation(word));
    }
  }

  /** A string that stands for a name is not empty. */
  void expectText() throws ParseException {
    if (getToken(1).image.equals("''")) {
      throw new ParseException(getToken(0), new int[][] {{IDENTIFIER}}, tokenImage);
    }
  }

  private static String[] expectation(String word) {
    String[] images = tokenImage.clone();
    images[IDENTIFIER] = "\"" + word + "\"";
    return images;
  }

  // Nodes

  /** A name as it counts: without its quotes. */
  static String name(Token token) {
    return switch (token.kind) {
      case QUOTED_IDENTIFIER -> unquoted(token.image);
      case UNICODE_QUOTED_IDENTIFIER -> unquoted(token.image.substring(2));
      case QUOTED_STRING -> SqlParserUtil.parseString(token.image);
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
