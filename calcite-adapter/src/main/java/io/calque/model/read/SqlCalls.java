package io.calque.model.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The function calls of a snippet, as far as tokens tell. */
final class SqlCalls {
  /** Functions that aggregate in every dialect that has them. */
  private static final Set<String> AGGREGATES =
      Set.of(
          "sum",
          "count",
          "avg",
          "min",
          "max",
          "stddev",
          "stddev_pop",
          "stddev_samp",
          "variance",
          "var_pop",
          "var_samp",
          "median",
          "listagg",
          "string_agg",
          "array_agg",
          "approx_distinct",
          "approx_count_distinct",
          "count_if",
          "countif",
          "bool_and",
          "bool_or",
          "percentile_cont",
          "percentile_disc",
          "any_value",
          "arg_min",
          "arg_max",
          "max_by",
          "min_by",
          "ratio_to_report",
          "corr",
          "covar_pop",
          "covar_samp",
          "mode");

  /** Functions of one row that are known well enough to say that they do not aggregate. */
  private static final Set<String> SCALARS =
      Set.of(
          "abs",
          "ceil",
          "ceiling",
          "coalesce",
          "concat",
          "floor",
          "greatest",
          "ifnull",
          "least",
          "length",
          "lower",
          "ltrim",
          "nullif",
          "nvl",
          "round",
          "rtrim",
          "sqrt",
          "substr",
          "substring",
          "trim",
          "upper",
          "replace",
          "cast",
          "try_cast",
          "safe_divide",
          "div0");

  /**
   * A call.
   *
   * @param name in lower case
   * @param open index of the opening parenthesis
   * @param close index of the closing parenthesis
   * @param windowed whether OVER follows, behind FILTER, WITHIN GROUP and treatment of NULLs
   * @param inSubquery whether it stands in parentheses that hold a SELECT
   */
  record Call(String name, int open, int close, boolean windowed, boolean inSubquery) {
    boolean isAggregate() {
      return AGGREGATES.contains(name);
    }

    boolean isKnown() {
      return AGGREGATES.contains(name) || SCALARS.contains(name);
    }

    boolean isScalar() {
      return SCALARS.contains(name);
    }
  }

  private final List<SqlToken> tokens;
  private final List<Call> calls = new ArrayList<>();

  private SqlCalls(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * All calls, inner ones first.
   *
   * @param tokens balanced, without comments
   */
  static List<Call> of(List<SqlToken> tokens) {
    SqlCalls calls = new SqlCalls(tokens);
    calls.find();
    return List.copyOf(calls.calls);
  }

  private void find() {
    Deque<Integer> open = new ArrayDeque<>();
    Deque<Boolean> subquery = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        boolean select = i + 1 < tokens.size() && isQuery(tokens.get(i + 1));
        subquery.push(select || !subquery.isEmpty() && subquery.peek());
        open.push(i);
      } else if (tokens.get(i).isSymbol(")") && !open.isEmpty()) {
        int start = open.pop();
        subquery.pop();
        if (start > 0 && tokens.get(start - 1).is(SqlToken.Kind.WORD)) {
          calls.add(
              new Call(
                  Unit.lower(tokens.get(start - 1).text()),
                  start,
                  i,
                  isWindowed(i + 1),
                  !subquery.isEmpty() && subquery.peek()));
        }
      }
    }
  }

  private static boolean isQuery(SqlToken token) {
    return token.isWord("select") || token.isWord("with") || token.isWord("from");
  }

  private boolean isWindowed(int from) {
    int i = from;
    while (i < tokens.size()) {
      SqlToken token = tokens.get(i);
      if (token.isWord("over")) {
        return true;
      }
      if (token.isWord("filter") && isOpening(i + 1)) {
        i = behind(i + 1);
      } else if (token.isWord("within") && isOpening(i + 2)) {
        i = behind(i + 2);
      } else if ((token.isWord("ignore") || token.isWord("respect"))
          && i + 1 < tokens.size()
          && tokens.get(i + 1).isWord("nulls")) {
        i += 2;
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean isOpening(int i) {
    return i < tokens.size() && tokens.get(i).isSymbol("(");
  }

  /** The index behind the parenthesis that closes the one at {@code open}. */
  private int behind(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")")) {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return tokens.size();
  }
}
