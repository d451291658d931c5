package io.calque.bind;

import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.sql.CalqueOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;

/**
 * Reads GROUP BY: the grouping sets, each as the expressions it groups by. Ordinals and aliases are
 * followed to the select list; GROUP BY ALL is what of the select list does not aggregate.
 */
final class GroupingBinder {
  private final Bindings bindings;
  private final ExpressionBinder expressions;
  private final SqlSelect select;
  private final Scope scope;

  GroupingBinder(Bindings bindings, ExpressionBinder expressions, SqlSelect select, Scope scope) {
    this.bindings = bindings;
    this.expressions = expressions;
    this.select = select;
    this.scope = scope;
  }

  /** How a grouping key is written. */
  private enum Spelling {
    EXPRESSION,
    ALIAS,
    ORDINAL
  }

  /** A grouping key: what it stands for, and how it is written. */
  private record Key(SqlNode node, Spelling spelling, SqlNode written) {}

  /**
   * The grouping sets, each as where its expressions stand; equal expressions have equal places.
   *
   * @throws io.calque.error.CalqueException if a key aggregates, or if several sets write one key
   *     in ways that warehouses take for different keys
   */
  List<List<SqlPlace>> sets() {
    SqlNodeList group = select.getGroup();
    if (group == null) {
      return List.of(List.of());
    }
    if (isAll(group)) {
      List<SqlNode> keys =
          select.getSelectList().stream()
              .map(GroupingBinder::withoutAlias)
              .filter(item -> !aggregates(item))
              .toList();
      return List.of(keys.stream().map(this::place).distinct().toList());
    }
    List<List<Key>> sets = List.of(List.of());
    for (SqlNode item : group) {
      sets = product(sets, setsOf(item));
    }
    return places(sets);
  }

  private List<List<SqlPlace>> places(List<List<Key>> sets) {
    SameExpression same = new SameExpression(expressions, scope);
    List<Key> different = new ArrayList<>();
    List<List<SqlPlace>> places = new ArrayList<>();
    for (List<Key> set : sets) {
      List<SqlPlace> inSet = new ArrayList<>();
      for (Key key : set) {
        Key first =
            different.stream()
                .filter(other -> same.test(other.node(), key.node()))
                .findFirst()
                .orElse(key);
        if (first == key) {
          checkNoAggregate(key);
          different.add(key);
        } else if (first.spelling() != key.spelling() && sets.size() > 1) {
          throw bindings.error(
              key.written(),
              ErrorCode.NOT_SUPPORTED,
              "one grouping key is written in two ways here; write it the same way in all grouping"
                  + " sets");
        }
        SqlPlace place = place(first.node());
        if (!inSet.contains(place)) {
          inSet.add(place);
        }
      }
      places.add(inSet);
    }
    return places;
  }

  private void checkNoAggregate(Key key) {
    if (aggregates(key.node())) {
      throw bindings.error(
          key.written(),
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "this stands for an aggregate of the select list, which cannot stand in GROUP BY");
    }
  }

  /** Where an expression stands, without the parentheses around it; a subquery needs its own. */
  private SqlPlace place(SqlNode node) {
    return QueryBinder.isQuery(node)
        ? bindings.place(node)
        : bindings.source.inside(node.getParserPosition());
  }

  private static boolean isAll(SqlNodeList group) {
    return group.size() == 1
        && group.get(0) instanceof SqlCall call
        && call.getOperator() == CalqueOperators.ALL_COLUMNS;
  }

  /** Whether the SELECT groups or aggregates, by its own words. */
  boolean isAggregating() {
    return select.getGroup() != null
        || select.getHaving() != null
        || select.getSelectList().stream().anyMatch(this::calls);
  }

  /** Whether an expression calls an aggregate over the rows of this SELECT. */
  private boolean calls(SqlNode node) {
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
    boolean isAggregate =
        call.getOperator() instanceof SqlFunction function
            && bindings.aggregates.contains(function.getName().toLowerCase(Locale.ROOT));
    return isAggregate
        || MetricBinder.isMetric(call)
        || call.getOperandList().stream().anyMatch(each -> each != null && calls(each));
  }

  /** Whether an expression aggregates the rows of this SELECT. */
  private boolean aggregates(SqlNode node) {
    if (node instanceof SqlIdentifier id) {
      return expressions.metricColumn(id, scope).isPresent();
    }
    if (!(node instanceof SqlCall call)) {
      return node instanceof SqlNodeList list && list.stream().anyMatch(this::aggregates);
    }
    return !QueryBinder.isQuery(call)
        && (calls(call)
            || call.getOperandList().stream().anyMatch(each -> each != null && aggregates(each)));
  }

  private List<List<Key>> setsOf(SqlNode item) {
    return switch (item.getKind()) {
      case ROLLUP -> prefixes(parts(item));
      case CUBE -> subsets(parts(item));
      case GROUPING_SETS ->
          ((SqlCall) item).getOperandList().stream().flatMap(set -> setsOf(set).stream()).toList();
      case ROW -> List.of(expressionsOf(item));
      default ->
          item instanceof SqlNodeList
              ? List.of(expressionsOf(item))
              : List.of(List.of(follow(item)));
    };
  }

  /** The elements of ROLLUP or CUBE, each one expression or several in parentheses. */
  private List<List<Key>> parts(SqlNode item) {
    return ((SqlCall) item).getOperandList().stream().map(this::expressionsOf).toList();
  }

  private List<Key> expressionsOf(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().map(this::follow).toList();
    }
    return node.getKind() == SqlKind.ROW
        ? ((SqlBasicCall) node).getOperandList().stream().map(this::follow).toList()
        : List.of(follow(node));
  }

  private static List<List<Key>> prefixes(List<List<Key>> parts) {
    List<List<Key>> sets = new ArrayList<>();
    for (int n = parts.size(); n >= 0; n--) {
      sets.add(parts.subList(0, n).stream().flatMap(List::stream).toList());
    }
    return sets;
  }

  private static List<List<Key>> subsets(List<List<Key>> parts) {
    List<List<Key>> sets = List.of(List.of());
    for (List<Key> part : parts) {
      sets = product(sets, List.of(part, List.of()));
    }
    return sets;
  }

  private static List<List<Key>> product(List<List<Key>> some, List<List<Key>> others) {
    List<List<Key>> all = new ArrayList<>();
    for (List<Key> one : some) {
      for (List<Key> other : others) {
        List<Key> both = new ArrayList<>(one);
        both.addAll(other);
        all.add(both);
      }
    }
    return all;
  }

  /** Follows an ordinal or an alias to the item of the select list. */
  private Key follow(SqlNode node) {
    if (node instanceof SqlNumericLiteral ordinal && ordinal.isInteger()) {
      int index = ordinal.intValue(false);
      if (index < 1 || index > select.getSelectList().size()) {
        throw bindings.error(
            node,
            ErrorCode.SYNTAX_ERROR,
            "GROUP BY %d: the select list has %d items"
                .formatted(index, select.getSelectList().size()));
      }
      SqlNode item = withoutAlias(select.getSelectList().get(index - 1));
      return new Key(item, Spelling.ORDINAL, node);
    }
    if (node instanceof SqlIdentifier id
        && id.isSimple()
        && scope.isAlias(id.getSimple())
        && !expressions.isColumn(id, scope)) {
      for (SqlNode item : select.getSelectList()) {
        if (item.getKind() == SqlKind.AS
            && ((SqlIdentifier) ((SqlCall) item).operand(1))
                .getSimple()
                .equalsIgnoreCase(id.getSimple())) {
          return new Key(withoutAlias(item), Spelling.ALIAS, node);
        }
      }
    }
    return new Key(node, Spelling.EXPRESSION, node);
  }

  private static SqlNode withoutAlias(SqlNode item) {
    return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
  }
}
