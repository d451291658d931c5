package io.calque.bind;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.util.Litmus;

/**
 * Whether two expressions mean the same by their words: names by the columns they mean, functions
 * whatever their case, white space not at all.
 */
final class SameExpression implements BiPredicate<SqlNode, SqlNode> {
  private final ExpressionBinder expressions;
  private final Scope scope;

  SameExpression(ExpressionBinder expressions, Scope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  @Override
  public boolean test(SqlNode one, SqlNode other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null) {
      return false;
    }
    if (one instanceof SqlIdentifier id && other instanceof SqlIdentifier otherId) {
      Optional<String> column = expressions.columnKey(id, scope);
      return column.isPresent() && column.equals(expressions.columnKey(otherId, scope));
    }
    if (one instanceof SqlNodeList list && other instanceof SqlNodeList otherList) {
      return all(list.getList(), otherList.getList());
    }
    if (one instanceof SqlCall call && other instanceof SqlCall otherCall) {
      return !QueryBinder.isQuery(call)
          && call.getOperator().getName().equalsIgnoreCase(otherCall.getOperator().getName())
          && call.getKind() == otherCall.getKind()
          && test(call.getFunctionQuantifier(), otherCall.getFunctionQuantifier())
          && all(call.getOperandList(), otherCall.getOperandList());
    }
    return one.getClass() == other.getClass() && one.equalsDeep(other, Litmus.IGNORE);
  }

  private boolean all(List<SqlNode> some, List<SqlNode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!test(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
