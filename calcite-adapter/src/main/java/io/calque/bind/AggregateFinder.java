package io.calque.bind;

import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Tells which expressions of a SELECT aggregate its rows. */
final class AggregateFinder {
  private final Bindings bindings;
  private final ExpressionBinder expressions;
  private final Scope scope;

  AggregateFinder(Bindings bindings, ExpressionBinder expressions, Scope scope) {
    this.bindings = bindings;
    this.expressions = expressions;
    this.scope = scope;
  }

  /** Whether a node is the call of an aggregate, a metric included. */
  boolean isAggregate(SqlCall call) {
    return MetricBinder.isMetric(call)
        || call.getOperator() instanceof SqlFunction function
            && bindings.aggregates.contains(function.getName().toLowerCase(Locale.ROOT));
  }

  /** Whether an expression calls an aggregate over the rows of this SELECT. */
  boolean calls(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().anyMatch(each -> each != null && calls(each));
    }
    if (!(node instanceof SqlCall call) || QueryBinder.isQuery(node)) {
      return false;
    }
    if (call.getKind() == SqlKind.OVER) {
      return call.operand(0) instanceof SqlCall window
          && window.getOperandList().stream().anyMatch(each -> each != null && calls(each));
    }
    return isAggregate(call)
        || call.getOperandList().stream().anyMatch(each -> each != null && calls(each));
  }

  /** Whether an expression aggregates the rows of this SELECT; a metric's column does, too. */
  boolean aggregates(SqlNode node) {
    if (node instanceof SqlIdentifier id) {
      return expressions.metricColumn(id, scope).isPresent();
    }
    if (!(node instanceof SqlCall call)) {
      return node instanceof SqlNodeList list && list.stream().anyMatch(this::aggregates);
    }
    return !QueryBinder.isQuery(call)
        && (calls(call)
            || call.getOperandList().stream().filter(Objects::nonNull).anyMatch(this::aggregates));
  }
}
