package io.calque.rewrite;

import io.calque.model.Entity;
import io.calque.model.Metric;
import io.calque.model.SqlTemplate;
import io.calque.warehouse.Aggregates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/**
 * A metric taken apart: its aggregates, and the expression around them.
 *
 * @param whole the metric with the metrics that it is composed of filled in
 * @param aggregates the aggregates in it, in order; empty if Calque cannot tell them, then the
 *     metric can only be evaluated as a whole
 * @param around the text before, between and after the aggregates: one piece more than there are
 *     aggregates
 */
record MetricExpression(
    SqlTemplate whole, List<AggregateCall> aggregates, List<SqlTemplate> around) {

  /** Whether the aggregates are known, so that each can be computed and filtered by itself. */
  boolean isUnderstood() {
    return !aggregates.isEmpty();
  }

  /** Whether it has a FILTER that the warehouse does not. */
  boolean hasFilterToSpell(Aggregates functions) {
    return functions.filtering() != Aggregates.Filtering.FILTER
        && aggregates.stream().anyMatch(aggregate -> aggregate.filter().isPresent());
  }

  /** Whether it is one aggregate and nothing around it. */
  boolean isBare() {
    return aggregates.size() == 1
        && around.stream()
            .flatMap(piece -> piece.parts().stream())
            .allMatch(part -> part instanceof SqlTemplate.Text text && text.sql().isBlank());
  }

  /** The expression with other SQL in the place of each aggregate. */
  String around(List<String> values, Function<String, String> features) {
    StringBuilder sql = new StringBuilder(TemplateSql.formula(around.get(0), features));
    for (int i = 0; i < values.size(); i++) {
      sql.append(' ').append(values.get(i)).append(' ');
      sql.append(TemplateSql.formula(around.get(i + 1), features));
    }
    return sql.toString().strip();
  }

  /**
   * Takes a metric apart.
   *
   * @param functions the warehouse's aggregates
   */
  static MetricExpression of(Metric metric, Entity entity, Aggregates functions) {
    List<SqlTemplate.Part> parts = new ArrayList<>();
    compose(metric, entity, parts);
    SqlTemplate whole = new SqlTemplate(parts, metric.sql().place());
    return SnippetSyntax.of(whole)
        .flatMap(syntax -> read(whole, syntax, functions))
        .orElse(new MetricExpression(whole, List.of(), List.of()));
  }

  private static void compose(Metric metric, Entity entity, List<SqlTemplate.Part> into) {
    for (SqlTemplate.Part part : metric.sql().parts()) {
      if (part instanceof SqlTemplate.MetricRef ref) {
        into.add(new SqlTemplate.Text("("));
        compose(entity.metric(ref.name()).orElseThrow(), entity, into);
        into.add(new SqlTemplate.Text(")"));
      } else {
        into.add(part);
      }
    }
  }

  private static Optional<MetricExpression> read(
      SqlTemplate whole, SnippetSyntax syntax, Aggregates functions) {
    List<SqlCall> calls = new ArrayList<>();
    if (!collect(syntax, syntax.tree(), functions.names()::contains, calls)) {
      return Optional.empty();
    }
    List<AggregateCall> aggregates = new ArrayList<>();
    List<SqlTemplate> around = new ArrayList<>();
    int at = 0;
    for (SqlCall call : calls) {
      AggregateCall aggregate = AggregateCall.of(syntax, call);
      if (!aggregate.canBeFiltered(functions)) {
        return Optional.empty();
      }
      aggregates.add(aggregate);
      around.add(syntax.slice(at, syntax.place(call).start()));
      at = syntax.place(call).end();
    }
    around.add(syntax.slice(at, syntax.length()));
    return Optional.of(new MetricExpression(whole, List.copyOf(aggregates), List.copyOf(around)));
  }

  /**
   * Gathers the aggregates, each with its FILTER and its ordering.
   *
   * @return whether all that the metric takes from the rows, it takes through these aggregates
   */
  private static boolean collect(
      SnippetSyntax syntax, SqlNode node, Predicate<String> isAggregate, List<SqlCall> into) {
    if (node == null) {
      return true;
    }
    if (node instanceof SqlNodeList list) {
      return list.stream().allMatch(item -> collect(syntax, item, isAggregate, into));
    }
    if (node instanceof SqlCall call) {
      if (isAggregateCall(call, isAggregate)) {
        into.add(call);
        return true;
      }
      return call.getKind() != SqlKind.OVER
          && call.getOperandList().stream()
              .allMatch(operand -> collect(syntax, operand, isAggregate, into));
    }
    return syntax.hole(node).isEmpty();
  }

  private static boolean isAggregateCall(SqlCall call, Predicate<String> isAggregate) {
    return switch (call.getKind()) {
      case FILTER, WITHIN_GROUP, RESPECT_NULLS, IGNORE_NULLS ->
          call.operand(0) instanceof SqlCall inner && isAggregateCall(inner, isAggregate);
      default ->
          call.getOperator() instanceof SqlFunction function
              && isAggregate.test(function.getName().toLowerCase(Locale.ROOT));
    };
  }
}
