package io.calque.model.read;

import io.calque.model.read.SqlCalls.Call;
import io.calque.model.read.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds words that are called as a feature and have no braces. Without the warehouse's grammar this
 * is a guess, so it is certain only where nothing but a column can stand, and silent where a word
 * of the language can.
 */
final class BareNames {
  /** Words that are units, types or keywords somewhere. */
  private static final Set<String> OF_THE_LANGUAGE =
      Set.of(
          "year",
          "quarter",
          "month",
          "week",
          "day",
          "hour",
          "minute",
          "second",
          "millisecond",
          "microsecond",
          "epoch",
          "dow",
          "doy",
          "isodow",
          "isoyear",
          "century",
          "decade",
          "years",
          "months",
          "weeks",
          "days",
          "hours",
          "minutes",
          "seconds",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "datetime",
          "interval",
          "zone",
          "int",
          "integer",
          "bigint",
          "smallint",
          "decimal",
          "numeric",
          "number",
          "double",
          "float",
          "real",
          "varchar",
          "char",
          "text",
          "string",
          "boolean",
          "bool",
          "json",
          "variant",
          "array",
          "map",
          "struct",
          "row",
          "rows",
          "range",
          "first",
          "last",
          "nulls",
          "order",
          "group",
          "partition",
          "by",
          "asc",
          "desc",
          "case",
          "when",
          "then",
          "else",
          "end",
          "and",
          "or",
          "not",
          "in",
          "is",
          "null",
          "true",
          "false",
          "like",
          "ilike",
          "between",
          "exists",
          "distinct",
          "from",
          "for",
          "as",
          "at",
          "over",
          "filter",
          "where",
          "within",
          "both",
          "leading",
          "trailing",
          "current_date",
          "current_timestamp",
          "current_time",
          "now",
          "user",
          "current",
          "unbounded",
          "preceding",
          "following",
          "percent",
          "escape",
          "select",
          "with",
          "on",
          "using",
          "all",
          "any",
          "some",
          "left",
          "right",
          "key",
          "value",
          "values",
          "position",
          "language",
          "separator",
          "limit");

  private static final Set<String> BEFORE_AN_OPERAND =
      Set.of(
          "and",
          "or",
          "not",
          "when",
          "then",
          "else",
          "case",
          "distinct",
          "between",
          "where",
          "like",
          "ilike",
          "by");

  private static final Set<String> AFTER_AN_OPERAND =
      Set.of("and", "or", "when", "then", "else", "end", "is", "in", "between", "like", "ilike");

  private static final Set<String> OPERATORS =
      Set.of("+", "-", "*", "/", "%", "=", "<", ">", "<=", ">=", "<>", "!=", "||");

  /**
   * A word without braces.
   *
   * @param certain whether nothing but a column can stand there
   */
  record BareName(SqlToken token, boolean certain) {}

  private final EntityScope entity;
  private final List<SqlToken> tokens;
  private final List<Call> calls;

  BareNames(EntityScope entity, List<SqlToken> tokens, List<Call> calls) {
    this.entity = entity;
    this.tokens = tokens;
    this.calls = calls;
  }

  List<BareName> find() {
    List<BareName> found = new ArrayList<>();
    boolean own =
        tokens.stream()
            .anyMatch(
                token ->
                    token.isSymbol("->")
                        || token.isSymbol("=>")
                        || token.isSymbol(":=")
                        || token.isSymbol("{")
                        || token.isWord("select")
                        || token.isWord("lambda"));
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.is(Kind.WORD) && entity.feature(token.text()).isPresent() && canBeColumn(i)) {
        boolean certain = !own && isOperand(i);
        found.add(new BareName(token, certain));
      }
    }
    return found;
  }

  /** Whether the word is neither a function, part of a longer name, an alias nor a type. */
  private boolean canBeColumn(int i) {
    SqlToken before = at(i - 1);
    SqlToken after = at(i + 1);
    boolean named =
        before.isSymbol(".")
            || before.isSymbol("::")
            || before.isSymbol(":")
            || before.isSymbol("@")
            || before.isSymbol("$")
            || before.isWord("as")
            || before.is(Kind.NUMBER)
            || before.is(Kind.STRING)
            || before.isWord("interval");
    boolean naming =
        after.isSymbol("(")
            || after.isSymbol(".")
            || after.isSymbol(":")
            || after.isSymbol("=>")
            || after.isSymbol(":=")
            || after.isSymbol("->")
            || after.is(Kind.STRING);
    return !named && !naming && !OF_THE_LANGUAGE.contains(Unit.lower(tokens.get(i).text()));
  }

  private boolean isOperand(int i) {
    SqlToken before = at(i - 1);
    SqlToken after = at(i + 1);
    boolean argument = before.isSymbol("(") || before.isSymbol(",");
    boolean starts =
        i == 0
            || argument && isKnownArgument(i)
            || OPERATORS.contains(before.text())
            || BEFORE_AN_OPERAND.contains(Unit.lower(before.text()));
    boolean ends =
        i + 1 == tokens.size()
            || after.isSymbol(")")
            || after.isSymbol(",")
            || OPERATORS.contains(after.text())
            || AFTER_AN_OPERAND.contains(Unit.lower(after.text()));
    return starts && ends;
  }

  /** Whether the parentheses around are mere parentheses or those of a function that is known. */
  private boolean isKnownArgument(int i) {
    int open = i;
    int depth = 0;
    while (open > 0) {
      open--;
      if (tokens.get(open).isSymbol(")")) {
        depth++;
      } else if (tokens.get(open).isSymbol("(")) {
        if (depth == 0) {
          break;
        }
        depth--;
      }
    }
    int opening = open;
    return open == 0 && !tokens.get(0).isSymbol("(")
        || !at(open - 1).is(Kind.WORD)
        || BEFORE_AN_OPERAND.contains(Unit.lower(at(open - 1).text()))
        || calls.stream().anyMatch(call -> call.open() == opening && call.isKnown());
  }

  private SqlToken at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : new SqlToken(Kind.SYMBOL, "", 0, 0);
  }
}
