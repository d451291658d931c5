package io.calque.bind;

import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.sql.CalqueOperators;
import io.calque.sql.CalqueSelect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;

/**
 * Reads GROUP BY: the grouping sets, each as the expressions it groups by. Ordinals and aliases are
 * followed to the select list; GROUP BY ALL is what of the select list does not aggregate.
 */
final class GroupingBinder {
  private final Bindings bindings;
  private final ExpressionBinder expressions;
  private final CalqueSelect select;
  private final Scope scope;
  private final AggregateFinder aggregates;
  private final SelectItems items;

  /**
   * @param stars those of the select list, once they are bound
   */
  GroupingBinder(
      Bindings bindings,
      ExpressionBinder expressions,
      CalqueSelect select,
      Scope scope,
      List<BoundStar> stars) {
    this.bindings = bindings;
    this.expressions = expressions;
    this.select = select;
    this.scope = scope;
    this.aggregates = new AggregateFinder(bindings, expressions, scope);
    this.items = new SelectItems(bindings, select, stars);
  }

  /**
   * What a SELECT groups by.
   *
   * @param sets the keys of each grouping set; one empty set if it does not group
   * @param respelled keys that are written otherwise than before, which some warehouses take for
   *     different keys
   */
  record Grouping(List<List<GroupingKey>> sets, List<MetricSelect.Respelled> respelled) {}

  /** A grouping key: what it stands for, and how it is written. */
  private record Key(SqlNode node, GroupingKey key, SqlNode written) {
    boolean isReference() {
      return node != written;
    }

    boolean isOrdinal() {
      return written instanceof SqlNumericLiteral && isReference();
    }
  }

  /**
   * The grouping sets.
   *
   * @throws io.calque.error.CalqueException if a key aggregates
   */
  Grouping grouping() {
    SqlNodeList group = select.getGroup();
    List<List<Key>> sets = List.of(List.of());
    if (group != null && isAll(group)) {
      sets = List.of(allKeys());
    } else if (group != null) {
      for (SqlNode item : group) {
        sets = product(sets, setsOf(item));
      }
    }
    return unified(sets);
  }

  private Grouping unified(List<List<Key>> sets) {
    SameExpression same = new SameExpression(expressions, scope);
    List<Key> different = new ArrayList<>();
    List<List<GroupingKey>> keys = new ArrayList<>();
    List<MetricSelect.Respelled> respelled = new ArrayList<>();
    for (List<Key> set : sets) {
      List<GroupingKey> inSet = new ArrayList<>();
      for (Key key : set) {
        Key first =
            different.stream()
                .filter(other -> same.test(other.node(), key.node()))
                .findFirst()
                .orElse(key);
        if (first == key) {
          checkNoAggregate(key);
          different.add(key);
        } else if (sets.size() > 1) {
          addRespelled(first, key, respelled);
        }
        if (!inSet.contains(first.key())) {
          inSet.add(first.key());
        }
      }
      keys.add(inSet);
    }
    return new Grouping(keys, respelled);
  }

  /** Two aliases or two ordinals of one expression are two keys, as they are two columns. */
  private void addRespelled(Key first, Key key, List<MetricSelect.Respelled> into) {
    SqlPlace place = bindings.place(key.written());
    SqlPlace as = bindings.place(first.written());
    boolean isAlike =
        first.isReference() && key.isReference() && first.isOrdinal() == key.isOrdinal();
    if (!isAlike && !place.text().equals(as.text())) {
      into.add(new MetricSelect.Respelled(place, as));
    }
  }

  private void checkNoAggregate(Key key) {
    if (aggregates.aggregates(key.node())) {
      throw bindings.error(
          key.written(),
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "this stands for an aggregate of the select list, which cannot stand in GROUP BY");
    }
  }

  private static boolean isAll(SqlNodeList group) {
    return group.size() == 1
        && group.get(0) instanceof SqlCall call
        && call.getOperator() == CalqueOperators.ALL_COLUMNS;
  }

  private List<Key> allKeys() {
    List<Key> keys = new ArrayList<>();
    for (SelectItems.Item item : items.all()) {
      if (!aggregates.aggregates(item.node())) {
        keys.add(new Key(item.node(), item.key(), item.node()));
      }
    }
    if (select.getHaving() != null) {
      addColumns(select.getHaving(), keys);
    }
    return keys;
  }

  /** The columns that HAVING mentions outside of aggregates: GROUP BY ALL groups by them too. */
  private void addColumns(SqlNode node, List<Key> into) {
    if (node instanceof SqlIdentifier id) {
      Optional<SelectItems.Item> aliased = aliased(id);
      if (aliased.isPresent()) {
        addColumns(aliased.get().node(), into);
      } else if (!aggregates.aggregates(id) && expressions.columnKey(id, scope).isPresent()) {
        into.add(expression(id));
      }
    } else if (node instanceof SqlNodeList list) {
      list.forEach(each -> addColumns(each, into));
    } else if (node instanceof SqlCall call
        && !QueryBinder.isQuery(call)
        && !aggregates.isAggregate(call)) {
      call.getOperandList().stream()
          .filter(Objects::nonNull)
          .forEach(operand -> addColumns(operand, into));
    }
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
      if (index < 1 || index > items.all().size()) {
        throw bindings.error(
            node,
            ErrorCode.SYNTAX_ERROR,
            "GROUP BY %d: the select list has %d items".formatted(index, items.all().size()));
      }
      SelectItems.Item item = items.all().get(index - 1);
      return new Key(item.node(), item.key(), node);
    }
    if (node instanceof SqlIdentifier id) {
      Optional<SelectItems.Item> aliased = aliased(id);
      if (aliased.isPresent()) {
        return new Key(aliased.get().node(), aliased.get().key(), node);
      }
    }
    return expression(node);
  }

  private Key expression(SqlNode node) {
    return new Key(node, items.key(node), node);
  }

  /** The item of the select list whose alias a name is. */
  private Optional<SelectItems.Item> aliased(SqlIdentifier id) {
    if (!id.isSimple() || !scope.isAlias(id.getSimple()) || expressions.isColumn(id, scope)) {
      return Optional.empty();
    }
    return select.getSelectList().stream()
        .filter(item -> item.getKind() == SqlKind.AS)
        .filter(
            item ->
                ((SqlIdentifier) ((SqlCall) item).operand(1))
                    .getSimple()
                    .equalsIgnoreCase(id.getSimple()))
        .findFirst()
        .map(SelectItems::withoutAlias)
        .map(node -> new SelectItems.Item(node, items.key(node)));
  }
}
