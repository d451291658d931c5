package io.calque.generated;

import io.calque.generated.Expr.Aggregate;
import io.calque.generated.Expr.Kind;
import io.calque.generated.Expr.MetricCall;
import java.util.List;

/** Random metrics of an entity, over features and over metrics that it has. */
final class MetricMaker {
  private final Dice dice;

  MetricMaker(Dice dice) {
    this.dice = dice;
  }

  void addTo(EntityDraft owner) {
    String name = "m" + (owner.metrics().size() + 1);
    List<Entity.Metric> counted =
        owner.metrics().stream().filter(metric -> metric.type() == Type.INT).toList();
    owner
        .metrics()
        .add(
            !counted.isEmpty() && dice.chance(0.3)
                ? composition(name, counted)
                : aggregate(name, owner));
  }

  private Entity.Metric composition(String name, List<Entity.Metric> metrics) {
    Expr left = MetricCall.own(dice.pick(metrics).name());
    Expr right = MetricCall.own(dice.pick(metrics).name());
    Expr zero = Expr.literal(0L);
    return dice.chance(0.5)
        ? new Entity.Metric(
            name,
            Type.REAL,
            Expr.call(Operator.DIVIDE, left, Expr.call(Operator.NULLIF, right, zero)))
        : new Entity.Metric(
            name,
            Type.INT,
            Expr.call(
                dice.of(Operator.PLUS, Operator.MINUS),
                Expr.call(Operator.COALESCE, left, zero),
                right));
  }

  private Entity.Metric aggregate(String name, EntityDraft owner) {
    ExprMaker maker = new ExprMaker(dice, owner.columns(""));
    if (dice.chance(0.1)) {
      Expr sum = new Aggregate(Kind.SUM, false, maker.number(1), null);
      Expr sql =
          dice.of(
              Expr.call(Operator.COALESCE, sum, Expr.literal(0L)),
              Expr.call(Operator.PLUS, sum, new Aggregate(Kind.MIN, false, maker.number(0), null)),
              Expr.call(
                  Operator.PLUS, new Aggregate(Kind.COUNT, false, null, null), Expr.literal(1L)));
      return new Entity.Metric(name, Type.INT, sql);
    }
    if (maker.has(Type.REAL) && dice.chance(0.3)) {
      Kind kind = dice.of(Kind.SUM, Kind.MIN, Kind.MAX, Kind.AVG);
      return new Entity.Metric(
          name, Type.REAL, new Aggregate(kind, false, maker.column(Type.REAL), null));
    }
    if (dice.chance(0.05)) {
      return new Entity.Metric(
          name, Type.INT, new Aggregate(Kind.SPREAD, false, maker.number(1), null));
    }
    Entity.Metric plain = plain(maker);
    return new Entity.Metric(name, plain.type(), plain.sql());
  }

  /** One aggregate over columns, without a name. */
  Entity.Metric plain(ExprMaker maker) {
    Expr filter = dice.chance(0.15) ? maker.condition(1) : null;
    Type any = dice.of(Type.INT, Type.INT, Type.TEXT);
    int depth = dice.weighted(3, 2);
    return switch (dice.weighted(4, 2, 2, 4, 2, 2, 2, 1, 1, 1)) {
      case 0 -> made(Type.INT, Kind.COUNT, false, null, filter);
      case 1 -> made(Type.INT, Kind.COUNT, false, maker.value(any, depth), filter);
      case 2 -> made(Type.INT, Kind.COUNT, true, maker.value(any, depth), filter);
      case 3 -> made(Type.INT, Kind.SUM, false, maker.number(depth), filter);
      case 4 -> made(any, dice.of(Kind.MIN, Kind.MAX), false, maker.value(any, depth), filter);
      case 5 -> made(Type.REAL, Kind.AVG, false, maker.number(depth), filter);
      case 6 -> made(Type.INT, Kind.SUM, false, conditional(maker), null);
      case 7 -> made(Type.INT, Kind.SUM, true, maker.number(0), filter);
      case 8 ->
          made(
              Type.REAL, dice.of(Kind.MEDIAN, Kind.PERCENTILE), false, maker.number(depth), filter);
      default -> made(Type.TEXT, Kind.STRING_AGG, false, maker.text(depth), filter);
    };
  }

  private Expr conditional(ExprMaker maker) {
    return Expr.call(
        Operator.CASE,
        maker.condition(1),
        maker.number(0),
        dice.of(Expr.literal(0L), Expr.literal(null)));
  }

  private static Entity.Metric made(
      Type type, Kind kind, boolean distinct, Expr argument, Expr filter) {
    return new Entity.Metric("", type, new Aggregate(kind, distinct, argument, filter));
  }
}
