package io.calque.generated;

import io.calque.generated.Expr.MetricCall;
import io.calque.generated.ExprMaker.Typed;
import io.calque.generated.Query.FromItem;
import java.util.List;

/** Random aggregated expressions: metrics, ordinary aggregates, and expressions over them. */
final class Aggregates {
  private static final Expr ZERO = Expr.literal(0L);

  private final Dice dice;
  private final Model model;
  private final List<FromItem> from;
  private final List<FromItem> entities;

  /** Those that have metrics. */
  private final List<FromItem> measured;

  private final ExprMaker columns;
  private final boolean bare;

  /**
   * @param bare whether metrics may stand as columns, without METRIC
   */
  Aggregates(Dice dice, Model model, List<FromItem> from, boolean bare) {
    this.bare = bare;
    this.dice = dice;
    this.model = model;
    this.from = from;
    this.entities = from.stream().filter(item -> item.entity().isPresent()).toList();
    this.measured =
        from.stream().filter(item -> !(item.source() instanceof Query.QuerySource)).toList();
    this.columns =
        new ExprMaker(
            dice,
            from.stream()
                .flatMap(item -> FromMaker.columns(model, item.source(), item.alias()).stream())
                .toList());
  }

  /** Any of them. */
  Typed value() {
    return switch (dice.weighted(10, 4, 2, 1, 1)) {
      case 0 -> metric();
      case 1 -> ordinary();
      case 2 -> combined();
      case 3 -> new Typed(new Expr.Total(written(counted().expression())), Type.INT);
      default -> {
        Typed whole = counted();
        yield new Typed(
            Expr.call(
                Operator.CASE,
                Expr.call(Operator.GT, whole.expression(), Expr.literal(2L)),
                counted().expression(),
                ZERO),
            Type.INT);
      }
    };
  }

  /** A metric of an entity, and nothing around it. */
  Typed plainMetric() {
    FromItem item = dice.pick(entities);
    Entity.Metric metric = dice.pick(model.entity(item.entity().get()).metrics());
    return new Typed(new MetricCall(item.alias(), metric.name(), form(item), null), metric.type());
  }

  private Typed combined() {
    Expr left = counted().expression();
    Expr right = counted().expression();
    return dice.chance(0.5)
        ? new Typed(
            Expr.call(Operator.DIVIDE, left, Expr.call(Operator.NULLIF, right, ZERO)), Type.REAL)
        : new Typed(
            Expr.call(Operator.PLUS, Expr.call(Operator.COALESCE, left, ZERO), right), Type.INT);
  }

  /** One that gives whole numbers. */
  Typed counted() {
    for (int i = 0; i < 5; i++) {
      Typed value = dice.chance(0.75) ? metric() : ordinary();
      if (value.type() == Type.INT) {
        return value;
      }
    }
    return new Typed(ordinaryCount(), Type.INT);
  }

  private static Expr ordinaryCount() {
    return new Expr.Aggregate(Expr.Kind.COUNT, false, null, null);
  }

  /** A condition for QUALIFY, which has to have a window. */
  Expr windowed(List<Expr> keys) {
    Expr total =
        Expr.call(
            dice.of(Operator.GT, Operator.LE),
            new Expr.Total(written(counted().expression())),
            Expr.literal((long) dice.between(2, 9)));
    return dice.chance(0.5)
        ? total
        : Expr.call(dice.of(Operator.AND, Operator.OR), total, condition(keys));
  }

  /** A condition for HAVING. */
  Expr condition(List<Expr> keys) {
    Expr condition =
        Expr.call(
            dice.of(Operator.GT, Operator.LE, Operator.NE),
            counted().expression(),
            Expr.literal((long) dice.below(3)));
    return keys.isEmpty() || dice.chance(0.6)
        ? condition
        : Expr.call(
            dice.of(Operator.AND, Operator.OR),
            condition,
            Expr.call(Operator.IS_NOT_NULL, dice.pick(keys)));
  }

  private Typed ordinary() {
    Entity.Metric plain = new MetricMaker(dice).plain(columns);
    return new Typed(plain.sql(), plain.type());
  }

  private Typed metric() {
    FromItem item = dice.pick(measured);
    if (item.source() instanceof Query.NestedSource nested) {
      return nested(item, model.entity(nested.entity()));
    }
    Entity entity = model.entity(item.entity().get());
    Entity.Metric metric = dice.pick(entity.metrics());
    Expr filter = dice.chance(0.2) ? columns.condition(1) : null;
    String form = filter == null && dice.chance(0.15) ? bareForm(item, metric) : form(item);
    return new Typed(new MetricCall(item.alias(), metric.name(), form, filter), metric.type());
  }

  /** A metric that a derived table passes on, which only its column reaches. */
  private Typed nested(FromItem item, Entity entity) {
    List<Entity.Metric> metrics =
        entity.metrics().stream().filter(m -> bare || isWrappable(m)).toList();
    if (metrics.isEmpty()) {
      return new Typed(ordinaryCount(), Type.INT);
    }
    Entity.Metric metric = dice.pick(metrics);
    String form = !bare || isWrappable(metric) && dice.chance(0.5) ? wrapped(metric) : "%1$s.%2$s";
    return new Typed(new MetricCall(item.alias(), metric.name(), form, null), metric.type());
  }

  private static boolean isWrappable(Entity.Metric metric) {
    return metric.sql() instanceof Expr.Aggregate a
        && !a.distinct()
        && a.filter() == null
        && a.kind().compareTo(Expr.Kind.AVG) <= 0;
  }

  private static String wrapped(Entity.Metric metric) {
    Expr.Kind kind = ((Expr.Aggregate) metric.sql()).kind();
    return (kind == Expr.Kind.COUNT ? Expr.Kind.SUM : kind) + "(%1$s.%2$s)";
  }

  /** As a column, or in the aggregate that a tool puts around it. */
  private String bareForm(FromItem item, Entity.Metric metric) {
    if (isWrappable(metric) && dice.chance(0.5)) {
      return wrapped(metric);
    }
    return bare ? "%1$s.%2$s" : form(item);
  }

  /** With METRIC around each metric, as an aggregate around a column would be part of it. */
  private Expr written(Expr expression) {
    if (expression instanceof MetricCall call) {
      boolean isNested = entities.stream().noneMatch(item -> item.alias().equals(call.alias()));
      if (isNested) {
        return call.form().startsWith("%") ? ordinaryCount() : call;
      }
      return call.form().contains("%1$s.%2$s)") || call.form().equals("%1$s.%2$s")
          ? new MetricCall(call.alias(), call.metric(), "METRIC('%1$s.%2$s')", call.filter())
          : call;
    }
    return expression.withChildren(expression.children().stream().map(e -> written(e)).toList());
  }

  private String form(FromItem item) {
    if (item == from.get(0) && dice.chance(0.4)) {
      return dice.of("METRIC('%2$s')", "metric(%2$s)", "MEASURE(%2$s)", "AGGREGATE(%2$s)");
    }
    String entity = item.entity().get();
    boolean once = entities.stream().filter(i -> i.entity().get().equals(entity)).count() == 1;
    return once && dice.chance(0.15) ? "METRIC('" + entity + ".%2$s')" : "METRIC('%1$s.%2$s')";
  }
}
