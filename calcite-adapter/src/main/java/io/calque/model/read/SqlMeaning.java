package io.calque.model.read;

import io.calque.model.read.BareNames.BareName;
import io.calque.model.read.SqlCalls.Call;
import io.calque.model.read.SqlToken.Kind;
import java.util.List;

/** Checks what the SQL of one formula or metric does, as far as its tokens tell. */
final class SqlMeaning {
  private final EntityScope entity;
  private final Template template;
  private final Snippet snippet;
  private final String what;
  private final Problems problems;
  private final List<SqlToken> tokens;
  private final List<Call> calls;
  private boolean sound = true;

  /**
   * @param snippet that the template was read from
   * @param what as messages name it
   */
  SqlMeaning(
      EntityScope entity, Template template, Snippet snippet, String what, Problems problems) {
    this.snippet = snippet;
    this.entity = entity;
    this.template = template;
    this.what = what;
    this.problems = problems;
    this.tokens = template.tokens();
    this.calls = SqlCalls.of(tokens);
  }

  /** Whether it can be a formula; if not, a problem has been added. */
  boolean checkFormula() {
    bareNames(Rule.BARE_NAME_IN_FORMULA);
    return checkExpression();
  }

  /** Whether it is worked out for each row; if not, a problem has been added. */
  boolean checkExpression() {
    for (Call call : calls) {
      if (call.isAggregate() && !call.windowed() && !call.inSubquery()) {
        error(
            Rule.AGGREGATE_IN_FORMULA,
            tokens.get(call.open() - 1),
            what + " aggregates with " + word(call) + ", but gives one value for each row",
            "make a metric of it, under metrics:, or add OVER (…) to make it a window function");
      }
    }
    return sound;
  }

  /** Whether it can be a metric; if not, a problem has been added. */
  boolean checkMetric() {
    bareNames(Rule.BARE_NAME_IN_METRIC);
    boolean aggregates = false;
    for (Call call : calls) {
      if (call.windowed()) {
        error(
            Rule.WINDOW_IN_METRIC,
            tokens.get(call.open() - 1),
            what + " has the window function " + word(call) + " OVER",
            "write the plain aggregate here, and the window in the query, around METRIC()");
      } else if (call.isAggregate() && !call.inSubquery()) {
        aroundMetric(call);
      }
      aggregates |= !call.isScalar();
    }
    if (!aggregates) {
      problems.add(
          Rule.METRIC_WITHOUT_AGGREGATE,
          template.sql().place(),
          entity.name(),
          what + " does not aggregate",
          "write SUM(…), COUNT(…) or the like; for one value for each row make a formula of it");
    }
    return sound;
  }

  private void aroundMetric(Call call) {
    for (int i = call.open() + 1; i < call.close(); i++) {
      SqlToken token = tokens.get(i);
      boolean metric =
          token.isWord("metric")
              && tokens.get(i + 1).isSymbol("(")
              && !tokens.get(i - 1).isSymbol(".");
      if (metric) {
        error(
            Rule.AGGREGATE_AROUND_METRIC,
            token,
            what + " puts " + word(call) + " around METRIC(), which aggregates already",
            "leave " + word(call) + " away, or write the whole aggregate out");
        return;
      }
    }
  }

  private void bareNames(Rule rule) {
    for (BareName name : new BareNames(entity, tokens, calls).find()) {
      String feature = name.token().text();
      problems.add(
          name.certain() ? Severity.ERROR : Severity.WARNING,
          rule,
          snippet.placeAt(name.token().start()),
          entity.name(),
          feature
              + " in "
              + what
              + (name.certain() ? " is" : " looks like")
              + " a feature without braces",
          "write {" + feature + "}");
      sound &= !name.certain();
    }
  }

  private String word(Call call) {
    SqlToken name = tokens.get(call.open() - 1);
    return name.is(Kind.WORD) ? name.text() : call.name();
  }

  private void error(Rule rule, SqlToken token, String message, String remedy) {
    problems.add(rule, snippet.placeAt(token.start()), entity.name(), message, remedy);
    sound = false;
  }
}
