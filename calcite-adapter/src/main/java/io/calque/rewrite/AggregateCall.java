package io.calque.rewrite;

import io.calque.model.SqlTemplate;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.sql.CalqueOperators;
import io.calque.warehouse.Aggregates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/**
 * A call of an aggregate function in a metric.
 *
 * @param function its name in lower case
 * @param call the call with all that belongs to it but its FILTER
 * @param filter the condition of its FILTER
 * @param argument the call in pieces around what it aggregates; empty if that cannot be told
 */
record AggregateCall(
    String function, SqlTemplate call, Optional<SqlTemplate> filter, Optional<Argument> argument) {

  /**
   * A call in pieces.
   *
   * @param value what is NULL in the rows that are left out; {@code *} means the rows
   */
  record Argument(SqlTemplate before, SqlTemplate value, SqlTemplate after) {}

  /**
   * Reads a call.
   *
   * @param outermost the function with WITHIN GROUP, FILTER and the treatment of NULL around it
   */
  static AggregateCall of(SnippetSyntax syntax, SqlCall outermost) {
    Optional<SqlTemplate> filter = Optional.empty();
    SqlCall call = outermost;
    if (call.getKind() == SqlKind.FILTER) {
      filter = Optional.of(syntax.slice(call.operand(1)));
      call = call.operand(0);
    }
    Optional<SqlNode> order = Optional.empty();
    SqlCall function = call;
    while (!(function.getOperator() instanceof SqlFunction)) {
      if (function.getKind() == SqlKind.WITHIN_GROUP) {
        order = Optional.of(function.operand(1));
      }
      function = function.operand(0);
    }
    String name = function.getOperator().getName().toLowerCase(Locale.ROOT);
    return new AggregateCall(
        name,
        filter.isPresent() ? syntax.slice(call) : withoutParentheses(syntax.slice(call)),
        filter,
        argument(syntax, call, aggregated(name, function, order)));
  }

  /**
   * What the function aggregates: its first argument, or what a percentile is the percentile of.
   */
  private static Optional<SqlNode> aggregated(
      String name, SqlCall function, Optional<SqlNode> order) {
    boolean isOfOrder = name.contains("percentile") || function.operandCount() == 0;
    if (isOfOrder && order.isPresent() && order.get() instanceof SqlNodeList items) {
      SqlNode item = items.get(0);
      boolean isDescending = item.getKind() == SqlKind.DESCENDING;
      return Optional.of(isDescending ? ((SqlCall) item).operand(0) : item);
    }
    return function.getOperandList().stream()
        .findFirst()
        .filter(node -> !(node instanceof SqlCall call && isOrder(call)))
        .filter(node -> !(node instanceof SqlIdentifier id && id.isStar() && !isBareStar(id)));
  }

  private static boolean isOrder(SqlCall call) {
    return call.getOperator() == CalqueOperators.ARGUMENT_ORDER;
  }

  private static boolean isBareStar(SqlIdentifier id) {
    return id.names.size() == 1;
  }

  private static Optional<Argument> argument(
      SnippetSyntax syntax, SqlCall call, Optional<SqlNode> aggregated) {
    return aggregated.map(
        node ->
            new Argument(
                syntax.slice(syntax.inside(call).start(), syntax.place(node).start()),
                syntax.slice(node),
                syntax.slice(syntax.place(node).end(), syntax.inside(call).end())));
  }

  /** Whether it can be told which rows count. */
  boolean canBeFiltered(Aggregates functions) {
    return switch (functions.filtering()) {
      case FILTER -> true;
      case CASE -> argument.isPresent() && functions.skipsNulls(function);
    };
  }

  /** Whether it counts or sums distinct values. */
  boolean isDistinct() {
    return call.parts().get(0) instanceof SqlTemplate.Text text
        && text.sql().toLowerCase(Locale.ROOT).contains("distinct");
  }

  /**
   * The call over those rows only that meet a condition, and its own filter.
   *
   * @param condition may be empty
   * @param features the SQL of a feature
   * @param functions tells how rows are left out
   */
  Rendered sql(Rendered condition, Function<String, String> features, Aggregates functions) {
    List<Rendered> conditions = new ArrayList<>();
    if (!condition.sql().isEmpty()) {
      conditions.add(condition);
    }
    filter.ifPresent(
        own ->
            conditions.add(
                Rendered.of(TemplateSql.parenthesised(TemplateSql.formula(own, features)))));
    if (conditions.isEmpty()) {
      return Rendered.of(TemplateSql.formula(call, features));
    }
    Rendered all = new SqlWriter().addAll(conditions, " AND ").done();
    return switch (functions.filtering()) {
      case FILTER ->
          new SqlWriter()
              .add(TemplateSql.formula(call, features))
              .add(" FILTER (WHERE ")
              .add(all)
              .add(")")
              .done();
      case CASE -> inCase(all, argument.orElseThrow(), features);
    };
  }

  private static Rendered inCase(
      Rendered condition, Argument argument, Function<String, String> features) {
    String before = TemplateSql.formula(argument.before(), features);
    String value = TemplateSql.formula(argument.value(), features);
    String after = TemplateSql.formula(argument.after(), features);
    return new SqlWriter()
        .add(before.endsWith("(") ? before : before + " ")
        .add("CASE WHEN ")
        .add(condition)
        .add(" THEN " + (value.equals("*") ? "1" : value) + " END")
        .add(after.startsWith(")") || after.startsWith(",") ? after : " " + after)
        .done();
  }

  /** The parentheses around a composed metric are no part of its aggregate. */
  private static SqlTemplate withoutParentheses(SqlTemplate call) {
    SqlTemplate inner = call;
    while (begins(inner, "(")) {
      List<SqlTemplate.Part> parts = new ArrayList<>(inner.parts());
      SqlTemplate.Text first = (SqlTemplate.Text) parts.get(0);
      parts.set(0, new SqlTemplate.Text(first.sql().strip().substring(1)));
      int end = parts.size() - 1;
      SqlTemplate.Text last = (SqlTemplate.Text) parts.get(end);
      parts.set(end, new SqlTemplate.Text(last.sql().substring(0, last.sql().lastIndexOf(')'))));
      inner =
          new SqlTemplate(
              parts.stream()
                  .filter(part -> !(part instanceof SqlTemplate.Text text && text.sql().isBlank()))
                  .toList(),
              inner.place());
    }
    return inner;
  }

  private static boolean begins(SqlTemplate template, String text) {
    return template.parts().get(0) instanceof SqlTemplate.Text first
        && first.sql().strip().startsWith(text);
  }
}
