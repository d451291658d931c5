package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.BoundQuery;
import io.calque.model.Feature;
import io.calque.sql.SqlSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;

/**
 * Guesses from a query's form alone whether it gives few rows: it aggregates, is limited, or asks
 * for a key. A wrong guess costs some time and nothing else.
 */
final class ResultSize {
  /** Rows that are read in an instant. */
  private static final int FEW = 10_000;

  private static final Set<String> METRICS = Set.of("metric", "measure", "aggregate");

  private final SqlSource source;
  private final Set<String> aggregates;
  private final Set<Integer> keys = new HashSet<>();

  private ResultSize(BoundQuery query, Set<String> aggregates) {
    this.source = query.statement().source();
    this.aggregates = aggregates;
    for (BoundName name : query.names()) {
      if (isKey(name)) {
        keys.add(name.place().start());
      }
    }
  }

  /**
   * Whether few rows are to be expected.
   *
   * @param aggregates the names of aggregate functions, in lower case
   */
  static boolean isSmall(BoundQuery query, Set<String> aggregates) {
    return new ResultSize(query, aggregates).isSmall(query.statement().query());
  }

  /** Whether a condition of the query is that a key be a value, whatever else it says. */
  static boolean asksForKey(BoundQuery query, SqlNode condition) {
    return new ResultSize(query, Set.of()).asksForKey(condition);
  }

  private static boolean isKey(BoundName name) {
    Feature feature = name.feature();
    return name.use().isPresent() && name.use().get().entity().keys().contains(feature.name());
  }

  private boolean isSmall(SqlNode node) {
    if (node instanceof SqlOrderBy ordered) {
      return isLimited(ordered.fetch) || isSmall(ordered.query);
    }
    if (node instanceof SqlWith with) {
      return isSmall(with.body);
    }
    return node instanceof SqlSelect select
        && (isLimited(select.getFetch())
            || select.getFrom() == null
            || select.getGroup() != null
            || aggregates(select.getSelectList())
            || asksForKey(select.getWhere()));
  }

  private static boolean isLimited(SqlNode fetch) {
    return fetch instanceof SqlLiteral rows && rows.bigDecimalValue().doubleValue() <= FEW;
  }

  private boolean aggregates(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().anyMatch(this::aggregates);
    }
    if (!(node instanceof SqlCall call)
        || call.isA(SqlKind.QUERY)
        || call.getKind() == SqlKind.OVER) {
      return false;
    }
    if (call.getOperator() instanceof SqlFunction function) {
      String name = function.getName().toLowerCase(Locale.ROOT);
      if (aggregates.contains(name) || METRICS.contains(name)) {
        return true;
      }
    }
    return call.getOperandList().stream().filter(Objects::nonNull).anyMatch(this::aggregates);
  }

  private boolean asksForKey(SqlNode condition) {
    if (!(condition instanceof SqlCall call)) {
      return false;
    }
    if (call.getKind() == SqlKind.AND) {
      return call.getOperandList().stream().anyMatch(this::asksForKey);
    }
    return call.getKind() == SqlKind.EQUALS
        && (isKey(call.operand(0)) && isValue(call.operand(1))
            || isKey(call.operand(1)) && isValue(call.operand(0)));
  }

  private boolean isKey(SqlNode node) {
    return node instanceof SqlIdentifier
        && keys.contains(source.place(node.getParserPosition()).start());
  }

  private static boolean isValue(SqlNode node) {
    return node instanceof SqlLiteral || node.getKind() == SqlKind.DYNAMIC_PARAM;
  }
}
