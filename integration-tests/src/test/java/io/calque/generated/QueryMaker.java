package io.calque.generated;

import io.calque.generated.ExprMaker.Typed;
import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.Item;
import io.calque.generated.Query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random queries over a model. */
final class QueryMaker {
  private final Dice dice;
  private final Model model;

  /** Of labels; those of subqueries differ from those of queries, which would be ambiguous. */
  private String prefix = "";

  QueryMaker(Dice dice, Model model) {
    this.dice = dice;
    this.model = model;
  }

  Query query() {
    return query(dice.weighted(6, 7, 4, 2) + 1, 1);
  }

  /**
   * @param depth how deep subqueries may go
   */
  private Query query(int tables, int depth) {
    FromMaker maker = new FromMaker(dice, model, 'a', () -> query(dice.between(1, 2), 0));
    List<FromItem> from = maker.from(tables);
    if (depth == 0 && from.stream().anyMatch(item -> item.source() instanceof Query.QuerySource)) {
      return query(1, 0);
    }
    prefix = depth == 0 ? "q" : "";
    if (from.size() > 1
        && from.stream().allMatch(item -> item.entity().isPresent())
        && dice.chance(0.25)) {
      return ofMetricsAlone(from);
    }
    return dice.chance(0.85) ? aggregating(from) : listing(from, depth);
  }

  private List<Typed> columns(List<FromItem> from) {
    return from.stream()
        .flatMap(item -> FromMaker.columns(model, item.source(), item.alias()).stream())
        .toList();
  }

  private Expr where(List<FromItem> from) {
    Expr plain = new ExprMaker(dice, columns(from)).condition(2);
    return switch (dice.weighted(14, 5, 1)) {
      case 0 -> null;
      case 1 -> plain;
      default ->
          Expr.call(
              dice.of(Operator.AND, Operator.OR), plain, new Expr.Exists(correlated(from, false)));
    };
  }

  private Query aggregating(List<FromItem> from) {
    Optional<FromItem> starred = starred(from);
    List<Expr> keys = starred.map(this::starKeys).orElseGet(() -> keys(columns(from)));
    Aggregates aggregates = new Aggregates(dice, model, from, !keys.isEmpty());
    Grouping grouping = starred.isPresent() ? starGrouping(keys) : grouping(keys);
    boolean allSelected =
        switch (grouping.kind()) {
          case ORDINAL, LABEL, ALL -> true;
          default -> false;
        };
    List<Item> select = new ArrayList<>();
    starred.ifPresent(item -> select.addAll(star(item)));
    for (Expr key : starred.isPresent() ? List.<Expr>of() : keys) {
      if (allSelected || dice.chance(0.85)) {
        select.add(new Item(key, typeOf(key, from), prefix + "k" + (select.size() + 1)));
      }
    }
    for (int i = dice.weighted(5, 4, 3) + 1; i > 0; i--) {
      Typed value = aggregates.value();
      select.add(new Item(value.expression(), value.type(), prefix + "v" + (select.size() + 1)));
    }
    boolean sets =
        switch (grouping.kind()) {
          case ROLLUP, CUBE, KEY_AND_ROLLUP, SETS, MIXED_SETS -> true;
          default -> false;
        };
    if (sets && dice.chance(0.3)) {
      select.add(
          new Item(
              new Expr.Grouped(dice.pick(keys)), Type.INT, prefix + "g" + (select.size() + 1)));
    }
    Expr having = dice.chance(0.2) ? aggregates.condition(keys) : null;
    List<Item> counted =
        select.stream()
            .filter(i -> i.type() == Type.INT && i.star() == null)
            .filter(i -> !(i.expression() instanceof Expr.Total))
            .toList();
    if (!counted.isEmpty() && dice.chance(0.1)) {
      Item item = dice.pick(counted);
      Expr label = new Expr.Labelled(item.label(), item.expression());
      having = Expr.call(Operator.GE, label, Expr.literal(1L));
    }
    boolean distinct = dice.chance(0.05);
    boolean qualified = grouping.kind() != Grouping.Kind.ALL && dice.chance(0.06);
    Expr qualify = qualified ? aggregates.windowed(keys) : null;
    boolean hasMetric =
        select.stream()
            .flatMap(item -> item.expression().all())
            .anyMatch(part -> part instanceof Expr.MetricCall);
    if (grouping.kind() == Grouping.Kind.SETS && hasMetric && dice.chance(0.5)) {
      grouping = new Grouping(Grouping.Kind.MIXED_SETS, keys, grouping.sets());
    }
    return new Query(
        from, where(from), grouping, having, qualify, distinct, select, orderBy(select));
  }

  /**
   * A query of which nothing but metrics looks at more than one table at once: then Calque may
   * group tables before it joins them.
   */
  private Query ofMetricsAlone(List<FromItem> from) {
    List<Expr> keys = dice.chance(0.3) ? List.of() : keys(columns(List.of(dice.pick(from))));
    Grouping grouping = grouping(keys);
    List<Item> select = new ArrayList<>();
    for (Expr key : keys) {
      select.add(new Item(key, typeOf(key, from), prefix + "k" + (select.size() + 1)));
    }
    Aggregates aggregates = new Aggregates(dice, model, from, false);
    for (int i = dice.between(1, 4); i > 0; i--) {
      Typed metric = aggregates.plainMetric();
      select.add(new Item(metric.expression(), metric.type(), prefix + "v" + (select.size() + 1)));
    }
    Expr where = null;
    for (int i = dice.weighted(3, 4, 2); i > 0; i--) {
      Expr one = new ExprMaker(dice, columns(List.of(dice.pick(from)))).condition(1);
      where = where == null ? one : Expr.call(Operator.AND, where, one);
    }
    return new Query(from, where, grouping, null, null, false, select, orderBy(select));
  }

  /** A table whose columns a star shows, which are grouped by. */
  private Optional<FromItem> starred(List<FromItem> from) {
    List<FromItem> items =
        from.stream()
            .filter(item -> !(item.source() instanceof Query.NestedSource))
            .filter(item -> !(item.source() instanceof Query.QuerySource q) || q.union() == null)
            .filter(
                item ->
                    FromMaker.columns(model, item.source(), item.alias()).stream()
                        .allMatch(column -> column.type() != Type.REAL))
            .toList();
    return items.isEmpty() || dice.chance(0.94) ? Optional.empty() : Optional.of(dice.pick(items));
  }

  private List<Expr> starKeys(FromItem item) {
    return FromMaker.columns(model, item.source(), item.alias()).stream()
        .map(Typed::expression)
        .toList();
  }

  private Grouping starGrouping(List<Expr> keys) {
    return new Grouping(
        dice.of(Grouping.Kind.ALL, Grouping.Kind.ORDINAL, Grouping.Kind.PLAIN), keys, List.of());
  }

  private List<Item> star(FromItem item) {
    List<Typed> columns = FromMaker.columns(model, item.source(), item.alias());
    Query.Star star = new Query.Star(item.alias(), columns.size());
    return columns.stream()
        .map(c -> new Item(c.expression(), c.type(), ((Expr.Column) c.expression()).name(), star))
        .toList();
  }

  private Type typeOf(Expr key, List<FromItem> from) {
    return typed.stream()
        .filter(t -> t.expression().equals(key))
        .map(Typed::type)
        .findFirst()
        .orElseThrow();
  }

  private final List<Typed> typed = new ArrayList<>();

  private List<Expr> keys(List<Typed> columns) {
    ExprMaker maker = new ExprMaker(dice, columns);
    List<Expr> keys = new ArrayList<>();
    typed.clear();
    for (int i = dice.weighted(3, 6, 4, 1); i > 0; i--) {
      Type type = dice.of(Type.INT, Type.TEXT);
      if (maker.has(type)) {
        Expr key =
            switch (dice.weighted(15, 5, 1)) {
              case 0 -> maker.column(type);
              case 1 -> maker.value(type, 1);
              default -> {
                type = Type.BOOL;
                yield maker.condition(0);
              }
            };
        if (!keys.contains(key) && !key.all().allMatch(e -> e instanceof Expr.Literal)) {
          keys.add(key);
          typed.add(new Typed(key, type));
        }
      }
    }
    return keys;
  }

  private Grouping grouping(List<Expr> keys) {
    if (keys.isEmpty()) {
      return new Grouping(Grouping.Kind.NONE, keys, List.of());
    }
    Grouping.Kind kind =
        dice.of(
            Grouping.Kind.PLAIN,
            Grouping.Kind.PLAIN,
            Grouping.Kind.PLAIN,
            Grouping.Kind.ORDINAL,
            Grouping.Kind.LABEL,
            Grouping.Kind.ALL,
            Grouping.Kind.ROLLUP,
            Grouping.Kind.CUBE,
            keys.size() > 1 ? Grouping.Kind.KEY_AND_ROLLUP : Grouping.Kind.SETS,
            Grouping.Kind.SETS);
    List<List<Integer>> sets = new ArrayList<>();
    if (kind == Grouping.Kind.SETS) {
      addSets(sets, QueryText.indices(keys));
    }
    return new Grouping(kind, keys, sets);
  }

  /** Some sets, also empty and equal ones; each key is in one at least. */
  private void addSets(List<List<Integer>> sets, List<Integer> keys) {
    for (int i = dice.between(0, 3); i > 0; i--) {
      sets.add(dice.shuffled(keys).stream().filter(key -> dice.chance(0.6)).toList());
    }
    List<Integer> missing =
        keys.stream().filter(key -> sets.stream().noneMatch(set -> set.contains(key))).toList();
    if (!missing.isEmpty()) {
      sets.add(dice.below(sets.size() + 1), missing);
    }
  }

  private List<Order> orderBy(List<Item> select) {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < select.size() && orders.size() < 2; i++) {
      if (select.get(i).type() != Type.REAL && dice.chance(0.15)) {
        boolean descending = dice.chance(0.5);
        boolean nullsFirst = dice.chance(0.5);
        Order.Form form = dice.of(Order.Form.ORDINAL, Order.Form.LABEL, Order.Form.EXPRESSION);
        // DuckDB refuses a constant that is written out here.
        boolean isConstant = select.get(i).expression() instanceof Expr.Literal;
        orders.add(new Order(i, descending, nullsFirst, isConstant ? Order.Form.LABEL : form));
      }
    }
    return orders;
  }

  /** A query without aggregation. */
  private Query listing(List<FromItem> from, int depth) {
    List<Typed> columns = new ArrayList<>(columns(from));
    if (depth > 0 && from.size() == 1 && from.get(0).entity().isPresent()) {
      // In a derived table they are metrics to the query around it.
      // Where an outer join may put NULLs, the metric of a row could be that of no row or NULL.
      columns.addAll(FromMaker.metricColumns(model, from.get(0)));
    }
    ExprMaker maker = new ExprMaker(dice, columns);
    List<Item> select = new ArrayList<>();
    boolean distinct = dice.chance(0.15);
    for (int i = dice.between(1, 4); i > 0; i--) {
      Type type = distinct ? dice.of(Type.INT, Type.TEXT) : dice.of(Type.INT, Type.TEXT, Type.REAL);
      String label = prefix + "v" + (select.size() + 1);
      if (type == Type.REAL) {
        if (maker.has(Type.REAL)) {
          select.add(new Item(maker.column(Type.REAL), type, label));
        }
      } else if (depth > 0 && dice.chance(0.1)) {
        select.add(new Item(new Expr.Scalar(correlated(from, true)), Type.INT, label));
      } else {
        select.add(new Item(maker.value(type, dice.below(2)), type, label));
      }
    }
    if (select.isEmpty()) {
      select.add(new Item(maker.value(Type.INT, 0), Type.INT, prefix + "v1"));
    }
    return new Query(from, where(from), null, null, null, distinct, select, orderBy(select));
  }

  /**
   * A query over rows that have something in common with the row outside.
   *
   * @param aggregating whether it gives a count or metric of them
   */
  private Query correlated(List<FromItem> outer, boolean aggregating) {
    List<FromItem> from = new FromMaker(dice, model, 'u', null).from(dice.weighted(3, 2) + 1);
    ExprMaker inner = new ExprMaker(dice, columns(from));
    ExprMaker around = new ExprMaker(dice, columns(outer));
    Expr where = Expr.call(Operator.EQ, inner.number(0), around.number(0));
    Grouping grouping = new Grouping(Grouping.Kind.NONE, List.of(), List.of());
    Expr value =
        aggregating
            ? new Aggregates(dice, model, from, false).counted().expression()
            : Expr.literal(1L);
    return new Query(
        from,
        where,
        aggregating ? grouping : null,
        null,
        null,
        false,
        List.of(new Item(value, Type.INT, "one")),
        List.of());
  }
}
