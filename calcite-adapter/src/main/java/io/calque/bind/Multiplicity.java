package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.sql.CalqueJoin;
import io.calque.sql.CalqueSelect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlWindow;

/**
 * Whether anything in an aggregating SELECT but its metrics may depend on how often a row occurs:
 * aggregates, functions that may be some, subqueries, samples and joins of a kind that goes by the
 * order of rows. When in doubt, it may.
 */
final class Multiplicity {
  private static final Set<SqlKind> SCALARS =
      Set.of(SqlKind.CAST, SqlKind.COALESCE, SqlKind.NULLIF, SqlKind.GROUPING, SqlKind.EXTRACT);

  private final Bindings bindings;

  /** The texts of what is grouped by, in lower case. */
  private final Set<String> keys;

  /** Where metrics are, as calls or columns, with the aggregates that tools put around these. */
  private final Set<SqlPlace> metrics;

  private Multiplicity(
      Bindings bindings, List<List<GroupingKey>> groupingSets, List<MetricCall> calls) {
    this.bindings = bindings;
    this.metrics = calls.stream().map(MetricCall::place).collect(Collectors.toSet());
    this.keys =
        groupingSets.stream()
            .flatMap(List::stream)
            .filter(GroupingKey.Expression.class::isInstance)
            .map(key -> lower(((GroupingKey.Expression) key).place().text()))
            .collect(Collectors.toSet());
  }

  static boolean matters(
      CalqueSelect select,
      Optional<SqlOrderBy> orderBy,
      List<List<GroupingKey>> groupingSets,
      List<MetricCall> calls,
      Bindings bindings) {
    Multiplicity multiplicity = new Multiplicity(bindings, groupingSets, calls);
    Stream<SqlNode> clauses =
        Stream.of(
                Optional.of(select.getSelectList()),
                Optional.ofNullable(select.getHaving()),
                Optional.ofNullable(select.getQualify()),
                Optional.ofNullable(select.getWindowList()),
                orderBy.map(order -> order.orderList))
            .flatMap(Optional::stream);
    return select.sample().isPresent()
        || select.distinctOn().isPresent()
        || !isPlain(select.getFrom())
        || clauses.anyMatch(multiplicity::mattersTo);
  }

  /** Whether a FROM clause is nothing but tables and joins of the kinds that standard SQL has. */
  private static boolean isPlain(SqlNode from) {
    if (from instanceof CalqueJoin join) {
      return join.style() == CalqueJoin.Style.PLAIN
          && isPlain(join.getLeft())
          && isPlain(join.getRight());
    }
    return from instanceof SqlIdentifier
        || from.getKind() == SqlKind.AS && ((SqlCall) from).operand(0) instanceof SqlIdentifier;
  }

  private boolean mattersTo(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().anyMatch(each -> each != null && mattersTo(each));
    }
    if (!(node instanceof SqlCall call) || isMetric(node)) {
      return false;
    }
    if (QueryBinder.isQuery(call)) {
      return true;
    }
    if (call.getKind() == SqlKind.OVER) {
      // A window is over the groups.
      return anyOperand(call.operand(0)) || mattersTo(call.operand(1));
    }
    boolean mayAggregate =
        call.getOperator() instanceof SqlFunction
            && !SCALARS.contains(call.getKind())
            && !keys.contains(lower(bindings.place(call).text()))
            && !hasMetric(call);
    return mayAggregate || anyOperand(call);
  }

  private boolean anyOperand(SqlNode node) {
    return node instanceof SqlCall call
        && call.getOperandList().stream().anyMatch(each -> each != null && mattersTo(each));
  }

  /** What has a metric in it is no aggregate, as those do not nest. */
  private boolean hasMetric(SqlNode node) {
    return isMetric(node)
        || node instanceof SqlCall call
            && !(node instanceof SqlWindow)
            && call.getOperandList().stream().anyMatch(each -> each != null && hasMetric(each));
  }

  private boolean isMetric(SqlNode node) {
    return metrics.contains(bindings.place(node));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
