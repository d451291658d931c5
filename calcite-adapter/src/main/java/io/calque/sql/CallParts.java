package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A function call while its arguments are being read, and what its name says of their syntax. */
final class CallParts {
  /** Functions of the warehouses that take lambdas, none as its first argument. */
  private static final Set<String> LAMBDA_FUNCTIONS =
      Set.of(
          "ALL_MATCH",
          "ANY_MATCH",
          "APPLY",
          "ARRAY_APPLY",
          "ARRAY_FILTER",
          "ARRAY_REDUCE",
          "ARRAY_SORT",
          "ARRAY_TRANSFORM",
          "COLUMNS",
          "FILTER",
          "LIST_APPLY",
          "LIST_FILTER",
          "LIST_REDUCE",
          "LIST_TRANSFORM",
          "MAP_FILTER",
          "NONE_MATCH",
          "REDUCE",
          "REDUCE_AGG",
          "TRANSFORM",
          "TRANSFORM_KEYS",
          "TRANSFORM_VALUES",
          "ZIP_WITH");

  /** Functions whose first argument is a unit, even without quotes. */
  private static final Set<String> UNIT_FUNCTIONS =
      Set.of("DATEADD", "DATEDIFF", "TIMESTAMPADD", "TIMESTAMPDIFF");

  final List<SqlNode> arguments = new ArrayList<>();
  private final SqlIdentifier name;
  private final String upperName;
  SqlNode receiver;
  SqlLiteral quantifier;
  SqlNodeList order;
  SqlOperator nullTreatment;
  String separator = "";

  CallParts(SqlIdentifier name) {
    this.name = name;
    this.upperName = name.names.get(name.names.size() - 1).toUpperCase(Locale.ROOT);
  }

  void add(SqlNode argument) {
    arguments.add(argument);
  }

  boolean takesLambda() {
    return LAMBDA_FUNCTIONS.contains(upperName);
  }

  /** Whether the receiver of a method, or what may be one, is the argument before the first. */
  boolean takesLambdaFirst() {
    return receiver != null || !name.isSimple() || upperName.equals("COLUMNS");
  }

  boolean isJson() {
    return upperName.startsWith("JSON_");
  }

  /** Whether the next token is a word of this function's syntax, and so no column. */
  boolean takesWord(Token token, Token next) {
    boolean last = next.kind == RPAREN;
    if (separator.equalsIgnoreCase("TO") || separator.equalsIgnoreCase("USING")) {
      return last;
    }
    if (arguments.isEmpty() && upperName.equals("EXTRACT")) {
      return next.kind == FROM;
    }
    if (arguments.isEmpty() && UNIT_FUNCTIONS.contains(upperName)) {
      return next.kind == COMMA
          && (Lookahead.isTimeUnit(token) || JdbcEscape.isIntervalWord(token.image));
    }
    return upperName.equals("CONVERT") && last && JdbcEscape.isTypeWord(token.image);
  }

  SqlNode call(SqlParserPos pos) {
    List<SqlNode> operands = new ArrayList<>();
    if (receiver != null) {
      operands.add(receiver);
    }
    operands.addAll(arguments);
    if (order != null) {
      operands.add(
          CalqueOperators.ARGUMENT_ORDER.createCall(order.getParserPosition(), (SqlNode) order));
    }
    SqlCall call = CalqueOperators.call(name, receiver != null, pos, quantifier, operands);
    return nullTreatment == null ? call : nullTreatment.createCall(pos, call);
  }
}
