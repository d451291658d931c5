package io.calque.model.read;

import io.calque.model.read.Lynk3Entity.Definition;
import io.calque.model.read.Lynk3Expression.MetricCall;
import io.calque.model.read.Lynk3Expression.Part;
import io.calque.model.read.Lynk3Expression.Pick;
import java.util.List;
import java.util.Optional;

/**
 * Writes the metrics of one entity of Lynk's third generation with braces. A filter is put into
 * each aggregate.
 */
final class Lynk3Metrics {
  private final Lynk3Scope scope;
  private final OwnColumns columns;
  private final Problems problems;

  Lynk3Metrics(Lynk3Scope scope, OwnColumns columns, Problems problems) {
    this.scope = scope;
    this.columns = columns;
    this.problems = problems;
  }

  /** The metric's SQL; if empty, a problem has been added. */
  Optional<Snippet> sql(Definition metric) {
    String what = "metric " + metric.name();
    Optional<Snippet> sql = braces(metric.sql(), what);
    if (sql.isEmpty() || metric.filter().isEmpty()) {
      return sql;
    }
    Optional<Snippet> filter = braces(metric.filter().get(), "the filter of " + what);
    return filter.flatMap(condition -> filtered(metric, sql.get(), condition, what));
  }

  private Optional<Snippet> braces(Snippet snippet, String what) {
    Optional<Lynk3Expression> sql = Lynk3Expression.read(snippet, what, scope.name(), problems);
    if (sql.isEmpty()) {
      return Optional.empty();
    }
    Rewriting braces = new Rewriting(snippet);
    boolean sound = true;
    for (Part part : sql.get().parts()) {
      if (part instanceof MetricCall && scope.isOwnFeature(part.name())) {
        braces.replace(part.start(), part.end(), "METRIC('" + part.name().last() + "')");
      } else if (part instanceof Lynk3Expression.Value && scope.isOwnFeature(part.name())) {
        braces.replace(part.start(), part.end(), "{" + part.name().last() + "}");
      } else if (part instanceof Lynk3Expression.Value && scope.isOwnColumn(part.name())) {
        String feature = columns.feature(part.name().last(), snippet.placeAt(part.start()));
        braces.replace(part.start(), part.end(), "{" + feature + "}");
      } else {
        sound = false;
        outside(part, snippet, what);
      }
    }
    return sound ? Optional.of(braces.finish()) : Optional.empty();
  }

  private void outside(Part part, Snippet snippet, String what) {
    String written = snippet.text().substring(part.start(), part.end());
    problems.add(
        part instanceof MetricCall ? Rule.METRIC_CALL : Rule.UNKNOWN_FEATURE,
        snippet.placeAt(part.start()),
        scope.name(),
        written
            + " in "
            + what
            + (part instanceof Pick
                ? " picks a row, which is for features"
                : " is not of " + scope.name() + ", whose rows a metric aggregates"),
        "add a feature with "
            + written
            + " and a join_name to "
            + scope.name()
            + ", and aggregate that");
  }

  /** The metric with its filter in each aggregate. */
  private Optional<Snippet> filtered(
      Definition metric, Snippet sql, Snippet condition, String what) {
    List<SqlToken> tokens =
        SqlLexer.tokens(sql.text()).stream().filter(token -> !token.isComment()).toList();
    List<SqlCalls.Call> aggregates =
        SqlCalls.of(tokens).stream()
            .filter(call -> call.isAggregate() && !call.windowed() && !call.inSubquery())
            .toList();
    boolean hasMetric = sql.text().contains("METRIC('");
    boolean hasFilter = tokens.stream().anyMatch(token -> token.isWord("filter"));
    if (aggregates.isEmpty() || hasMetric || hasFilter) {
      problems.add(
          Rule.BAD_FILTER,
          metric.filter().orElseThrow().place(),
          scope.name(),
          "the filter of "
              + what
              + (hasMetric
                  ? " cannot reach into metric()"
                  : hasFilter
                      ? " stands beside FILTER in its sql"
                      : " has no aggregate to filter that is known"),
          "write the condition into the sql itself, such as SUM(CASE WHEN … THEN … END)");
      return Optional.empty();
    }
    Rewriting filtered = new Rewriting(sql);
    for (SqlCalls.Call call : aggregates) {
      int end = behind(tokens, call);
      filtered.replace(end, end, " FILTER " + Rewriting.enclosed("WHERE " + condition.text()));
    }
    return Optional.of(filtered.finish());
  }

  /** The offset behind an aggregate and its WITHIN GROUP. */
  private static int behind(List<SqlToken> tokens, SqlCalls.Call call) {
    int at = call.close() + 1;
    boolean within =
        at + 2 < tokens.size()
            && tokens.get(at).isWord("within")
            && tokens.get(at + 1).isWord("group")
            && tokens.get(at + 2).isSymbol("(");
    if (!within) {
      return tokens.get(call.close()).end();
    }
    int depth = 0;
    for (int i = at + 2; i < tokens.size(); i++) {
      depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return tokens.get(i).end();
      }
    }
    return tokens.get(call.close()).end();
  }
}
