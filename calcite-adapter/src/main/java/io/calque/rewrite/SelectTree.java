package io.calque.rewrite;

import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.error.SqlPlace;
import io.calque.sql.CalqueJoin;
import io.calque.sql.CalqueSelect;
import io.calque.sql.SqlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * One SELECT's own clauses, to see whether anything in them but its metrics depends on single rows:
 * other aggregates, functions that are not known, sampling, unusual joins.
 */
final class SelectTree {
  private final SqlSource source;
  private final MetricSelect select;
  private final CalqueSelect tree;
  private final List<SqlPlace> nested = new ArrayList<>();
  private final Optional<String> obstacle;

  private SelectTree(
      SqlSource source, MetricSelect select, CalqueSelect tree, List<SqlNode> order) {
    this.source = source;
    this.select = select;
    this.tree = tree;
    this.obstacle = search(order);
  }

  /** The tree of a SELECT of a statement. */
  static SelectTree of(BoundQuery query, MetricSelect select) {
    SqlSource source = query.statement().source();
    List<CalqueSelect> found = new ArrayList<>();
    List<SqlNode> order = new ArrayList<>();
    query
        .statement()
        .query()
        .accept(
            new SqlBasicVisitor<Void>() {
              @Override
              public Void visit(SqlCall call) {
                if (call instanceof SqlOrderBy ordered && isSought(ordered.query)) {
                  order.addAll(ordered.orderList);
                }
                if (isSought(call)) {
                  found.add((CalqueSelect) call);
                }
                return super.visit(call);
              }

              private boolean isSought(SqlNode node) {
                return node instanceof CalqueSelect
                    && source.place(node.getParserPosition()).equals(select.place());
              }
            });
    return new SelectTree(source, select, found.get(0), order);
  }

  /** What besides its metrics may depend on single rows; empty if nothing does. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /** Whether a stretch lies in a query inside this one. */
  boolean isNested(SqlPlace place) {
    return nested.stream()
        .anyMatch(inner -> inner.start() <= place.start() && place.end() <= inner.end());
  }

  /** The conditions of WHERE that all have to hold. */
  List<SqlNode> conditions() {
    List<SqlNode> conditions = new ArrayList<>();
    addConjuncts(tree.getWhere(), conditions);
    return conditions;
  }

  private static void addConjuncts(SqlNode condition, List<SqlNode> into) {
    if (condition != null && condition.getKind() == SqlKind.AND) {
      ((SqlCall) condition).getOperandList().forEach(each -> addConjuncts(each, into));
    } else if (condition != null) {
      into.add(condition);
    }
  }

  private Optional<String> search(List<SqlNode> order) {
    if (tree.sample().isPresent()) {
      return Optional.of("USING SAMPLE picks single rows");
    }
    List<SqlNode> clauses = new ArrayList<>(order);
    clauses.add(tree.getSelectList());
    clauses.add(tree.getWhere());
    clauses.add(tree.getGroup());
    clauses.add(tree.getHaving());
    clauses.add(tree.getWindowList());
    clauses.add(tree.getQualify());
    tree.distinctOn().ifPresent(clauses::add);
    Optional<String> found = inFrom(tree.getFrom());
    for (SqlNode clause : clauses) {
      Optional<String> next = in(clause);
      found = found.isPresent() ? found : next;
    }
    return found;
  }

  private Optional<String> inFrom(SqlNode node) {
    if (node instanceof CalqueJoin join) {
      boolean isPlain =
          join.style() == CalqueJoin.Style.PLAIN
              && !join.isNatural()
              && join.usingColumns().isEmpty();
      Optional<String> found =
          isPlain ? Optional.empty() : Optional.of("its join is of an unusual kind");
      Optional<String> condition =
          join.relationshipJoin().isPresent() ? Optional.empty() : in(join.getCondition());
      return found
          .or(() -> inFrom(join.getLeft()))
          .or(() -> inFrom(join.getRight()))
          .or(() -> condition);
    }
    SqlNode table =
        node.getKind() == SqlKind.AS && ((SqlCall) node).operandCount() == 2
            ? ((SqlCall) node).operand(0)
            : node;
    SqlPlace place = source.place(table.getParserPosition());
    return select.entities().stream().map(EntityUse::place).anyMatch(place::equals)
        ? Optional.empty()
        : Optional.of("FROM has more than entities and joins");
  }

  private Optional<String> in(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return first(list.getList());
    }
    if (!(node instanceof SqlCall call)) {
      return Optional.empty();
    }
    if (isQuery(call)) {
      nested.add(source.place(call.getParserPosition()));
      return Optional.empty();
    }
    SqlPlace place = source.place(call.getParserPosition());
    Optional<MetricCall> metric =
        select.calls().stream().filter(each -> each.place().equals(place)).findFirst();
    if (metric.isPresent()) {
      return metric.get().filter().isPresent() ? in(call.operand(1)) : Optional.empty();
    }
    if (call.getKind() == SqlKind.OVER) {
      Optional<String> found = inWindow(call.operand(0));
      Optional<String> window = in(call.operand(1));
      return found.or(() -> window);
    }
    boolean isKnown =
        !(call.getOperator() instanceof SqlFunction function)
            || PureFunctions.contains(function.getName().toLowerCase(Locale.ROOT));
    return isKnown
        ? first(call.getOperandList())
        : Optional.of(call.getOperator().getName() + " may depend on single rows");
  }

  /** A window function is over the groups, of which there are as many either way. */
  private Optional<String> inWindow(SqlCall function) {
    return switch (function.getKind()) {
      case RESPECT_NULLS, IGNORE_NULLS, FILTER, WITHIN_GROUP -> {
        List<SqlNode> others = function.getOperandList();
        Optional<String> found = inWindow((SqlCall) others.get(0));
        Optional<String> rest = first(others.subList(1, others.size()));
        yield found.or(() -> rest);
      }
      default -> first(function.getOperandList());
    };
  }

  private Optional<String> first(List<SqlNode> nodes) {
    Optional<String> found = Optional.empty();
    for (SqlNode node : nodes) {
      Optional<String> next = in(node);
      found = found.isPresent() ? found : next;
    }
    return found;
  }

  private static boolean isQuery(SqlCall call) {
    return switch (call.getKind()) {
      case SELECT, ORDER_BY, WITH, UNION, INTERSECT, EXCEPT, VALUES, EXPLICIT_TABLE -> true;
      default -> false;
    };
  }
}
