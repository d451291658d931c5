package io.calque.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlPostfixOperator;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.SqlSetOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The operators of the tree that Calcite has none of. Each is the operator of a {@code
 * SqlBasicCall}; the operands are as told. A word of the syntax that is not a name (a unit, a
 * struct's key, a field) is a string literal, so that every {@link SqlIdentifier} is a name.
 */
public final class CalqueOperators {
  /** {@code * EXCLUDE … REPLACE … RENAME …}: star, and three lists, empty if not written. */
  public static final SqlOperator STAR = special("STAR");

  /** {@code *COLUMNS(…)}, arguments from columns: the call of COLUMNS. */
  public static final SqlOperator UNPACKED = special("*COLUMNS");

  /** {@code ALL} of GROUP BY ALL and ORDER BY ALL: no operands. */
  public static final SqlOperator ALL_COLUMNS = special("ALL");

  /** {@code {'a': 1, b: 2}}: key, value, key, value; keys are string literals. */
  public static final SqlOperator STRUCT = special("STRUCT");

  /** {@code MAP {'a': 1}}: key, value, key, value. */
  public static final SqlOperator MAP = special("MAP");

  /** {@code [1, 2]} and {@code ARRAY[1, 2]}: the elements. */
  public static final SqlOperator LIST = special("LIST");

  /**
   * {@code [x + 1 FOR x IN l IF x > 1]}: the list, and a {@code SqlLambda} whose body is a {@link
   * #COMPREHENSION_BODY}.
   */
  public static final SqlOperator LIST_COMPREHENSION = special("LIST_COMPREHENSION");

  /** The element and, if there is one, the condition of a list comprehension. */
  public static final SqlOperator COMPREHENSION_BODY = special("COMPREHENSION_BODY");

  /** {@code x[1:2:3]}: the list and those of the three parts that are written. */
  public static final SqlOperator SLICE = special("SLICE");

  /** {@code (x).a}, {@code f(x).a}: the struct and the field's name, a string literal. */
  public static final SqlOperator FIELD = special("FIELD");

  /** {@code (x).*}: the struct. */
  public static final SqlOperator FIELDS = special("FIELDS");

  /** {@code a := 1} and {@code a => 1}: the name, a string literal, and the value. */
  public static final SqlOperator NAMED_ARGUMENT = special("NAMED_ARGUMENT");

  /** {@code ORDER BY} in a call's parentheses, its last operand: a list of order items. */
  public static final SqlOperator ARGUMENT_ORDER = special("ARGUMENT_ORDER");

  /** {@code DATE '2020-01-01'} with any type: the type and the string. */
  public static final SqlOperator TYPED_LITERAL = special("TYPED_LITERAL");

  /** {@code INTERVAL '30 days'}, {@code INTERVAL (x) DAY}: the value and, if written, the unit. */
  public static final SqlOperator INTERVAL = special("INTERVAL");

  /** {@code x AT TIME ZONE z}. */
  public static final SqlOperator AT_TIME_ZONE = special("AT TIME ZONE");

  /** {@code x COLLATE c}: the value and the collation's name, a string literal. */
  public static final SqlOperator COLLATE = special("COLLATE");

  /** {@code 5!}. */
  public static final SqlOperator FACTORIAL =
      new SqlPostfixOperator("!", SqlKind.OTHER, 60, null, null, null);

  /** {@code LIMIT 10%}: the number. */
  public static final SqlOperator PERCENT = special("PERCENT");

  /** {@code f(x) WITH ORDINALITY} in FROM. */
  public static final SqlOperator WITH_ORDINALITY = special("WITH ORDINALITY");

  /**
   * {@code t PIVOT (sum(x) FOR y IN (1, 2) GROUP BY z)}, and DuckDB's statement {@code PIVOT t ON y
   * USING sum(x) GROUP BY z}: table, list of aggregates, list of axes (an expression, or IN of it
   * and its values), list of GROUP BY; the lists may be empty. What comes out are columns that only
   * the warehouse knows.
   */
  public static final SqlOperator PIVOT = special("PIVOT");

  /**
   * {@code t UNPIVOT (v FOR n IN (a, b))}, and DuckDB's statement {@code UNPIVOT t ON a, b INTO
   * NAME n VALUE v}: table, list of the new value columns, list of the new name column, list of
   * columns.
   */
  public static final SqlOperator UNPIVOT = special("UNPIVOT");

  /** ANY, ALL or SOME before parentheses: the list, the query or the value. */
  private static final List<SqlOperator> QUANTIFIERS =
      List.of(special("ANY"), special("ALL"), special("SOME"));

  private static final Set<String> NILADIC =
      Set.of(
          "CURRENT_CATALOG",
          "CURRENT_DATE",
          "CURRENT_ROLE",
          "CURRENT_SCHEMA",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "SESSION_USER",
          "SYSTEM_USER");

  private CalqueOperators() {}

  /** A function of the user's, called as written; {@link #isMethod} tells {@code x.f()}. */
  private static final class Function extends SqlUnresolvedFunction {
    private final boolean method;

    Function(SqlIdentifier name, boolean method) {
      super(name, null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
      this.method = method;
    }
  }

  /**
   * Whether the call is {@code x.f(y)} with an x that is no plain name; x is then its first
   * operand. For {@code a.f(y)} the function's name is {@code a.f} ({@code
   * SqlFunction.getNameAsId}), and only the binder can tell a column a from a schema a.
   */
  public static boolean isMethod(SqlCall call) {
    return call.getOperator() instanceof Function function && function.method;
  }

  /**
   * Whether the node is {@code COLUMNS(…)}, whose argument is a star, a {@link #STAR}, a string or
   * a {@code SqlLambda}.
   */
  public static boolean isColumns(SqlNode node) {
    return node instanceof SqlCall call
        && call.getOperator() instanceof Function function
        && function.getName().equalsIgnoreCase("COLUMNS");
  }

  static SqlCall call(
      SqlIdentifier name,
      boolean method,
      SqlParserPos pos,
      SqlLiteral quantifier,
      List<SqlNode> operands) {
    return new Function(name, method).createCall(quantifier, pos, operands.toArray(SqlNode[]::new));
  }

  /** CURRENT_DATE and its kind, which are functions without parentheses. */
  static boolean isNiladic(SqlIdentifier name) {
    return name.isSimple()
        && !name.isComponentQuoted(0)
        && NILADIC.contains(name.getSimple().toUpperCase(Locale.ROOT));
  }

  static SqlOperator binary(String image) {
    return switch (image) {
      case "=", "==" -> SqlStdOperatorTable.EQUALS;
      case "<>", "!=" -> SqlStdOperatorTable.NOT_EQUALS;
      case "<" -> SqlStdOperatorTable.LESS_THAN;
      case "<=" -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
      case ">" -> SqlStdOperatorTable.GREATER_THAN;
      case ">=" -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
      case "+" -> SqlStdOperatorTable.PLUS;
      case "-" -> SqlStdOperatorTable.MINUS;
      case "*" -> SqlStdOperatorTable.MULTIPLY;
      case "/" -> SqlStdOperatorTable.DIVIDE;
      case "%" -> SqlStdOperatorTable.PERCENT_REMAINDER;
      case "||" -> SqlStdOperatorTable.CONCAT;
      default -> new SqlBinaryOperator(image, SqlKind.OTHER, 30, true, null, null, null);
    };
  }

  static SqlOperator prefix(String image) {
    return switch (image) {
      case "+" -> SqlStdOperatorTable.UNARY_PLUS;
      case "-" -> SqlStdOperatorTable.UNARY_MINUS;
      default -> new SqlPrefixOperator(image, SqlKind.OTHER, 60, null, null, null);
    };
  }

  /** The comparison with ANY, ALL or SOME: never the plain one, which would be an equality. */
  static SqlOperator quantified(SqlOperator comparison) {
    return new SqlBinaryOperator(comparison.getName(), SqlKind.OTHER, 30, true, null, null, null);
  }

  static SqlOperator quantifier(String word) {
    return QUANTIFIERS.stream()
        .filter(quantifier -> quantifier.getName().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow();
  }

  static SqlOperator is(String test, boolean not) {
    String name = (not ? "IS NOT " : "IS ") + test.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "IS NULL" -> SqlStdOperatorTable.IS_NULL;
      case "IS NOT NULL" -> SqlStdOperatorTable.IS_NOT_NULL;
      case "IS TRUE" -> SqlStdOperatorTable.IS_TRUE;
      case "IS NOT TRUE" -> SqlStdOperatorTable.IS_NOT_TRUE;
      case "IS FALSE" -> SqlStdOperatorTable.IS_FALSE;
      case "IS NOT FALSE" -> SqlStdOperatorTable.IS_NOT_FALSE;
      default -> new SqlPostfixOperator(name, SqlKind.OTHER, 30, null, null, null);
    };
  }

  static SqlOperator like(String word, boolean not) {
    String upper = word.toUpperCase(Locale.ROOT);
    String name = upper.equals("TO") ? "SIMILAR TO" : upper;
    return special(not ? "NOT " + name : name);
  }

  static SqlOperator setOperator(String name, boolean all, boolean byName) {
    SqlKind kind = SqlKind.valueOf(name);
    String full = name + (all ? " ALL" : "") + (byName ? " BY NAME" : "");
    return new SqlSetOperator(full, kind, kind == SqlKind.INTERSECT ? 18 : 14, all);
  }

  static SqlOperator grouping(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ROLLUP" -> SqlStdOperatorTable.ROLLUP;
      case "CUBE" -> SqlStdOperatorTable.CUBE;
      default -> SqlStdOperatorTable.GROUPING_SETS;
    };
  }

  static SqlOperator nullTreatment(String word) {
    return word.equalsIgnoreCase("IGNORE")
        ? SqlStdOperatorTable.IGNORE_NULLS
        : SqlStdOperatorTable.RESPECT_NULLS;
  }

  private static SqlOperator special(String name) {
    return new SqlSpecialOperator(name, SqlKind.OTHER);
  }
}
