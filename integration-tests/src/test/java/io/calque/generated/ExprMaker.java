package io.calque.generated;

import java.util.List;

/** Random scalar expressions over some columns. */
final class ExprMaker {
  /** An expression and its type. */
  record Typed(Expr expression, Type type) {}

  private static final Expr NULL = Expr.literal(null);

  private final Dice dice;
  private final List<Typed> columns;

  ExprMaker(Dice dice, List<Typed> columns) {
    this.dice = dice;
    this.columns = columns;
  }

  boolean has(Type type) {
    return columns.stream().anyMatch(column -> column.type() == type);
  }

  Expr column(Type type) {
    return dice.pick(columns.stream().filter(column -> column.type() == type).toList())
        .expression();
  }

  private Expr columnOr(Type type, Expr other) {
    return has(type) ? column(type) : other;
  }

  private Expr small() {
    return Expr.literal((long) dice.below(5));
  }

  private Expr letter() {
    return Expr.literal(dice.of("a", "b", "c"));
  }

  Expr value(Type type, int depth) {
    return type == Type.INT ? number(depth) : text(depth);
  }

  Expr number(int depth) {
    if (depth == 0) {
      return columnOr(Type.INT, small());
    }
    return switch (dice.weighted(3, 2, 1, 2, 2)) {
      case 0 -> number(0);
      case 1 -> Expr.call(dice.of(Operator.PLUS, Operator.MINUS), number(depth - 1), small());
      case 2 -> Expr.call(Operator.TIMES, number(depth - 1), number(0));
      case 3 -> Expr.call(Operator.COALESCE, number(depth - 1), small());
      default ->
          Expr.call(Operator.CASE, condition(depth - 1), number(depth - 1), dice.of(small(), NULL));
    };
  }

  Expr text(int depth) {
    if (depth == 0) {
      return columnOr(Type.TEXT, letter());
    }
    return switch (dice.weighted(3, 1, 2, 1)) {
      case 0 -> text(0);
      case 1 -> Expr.call(Operator.CONCAT, text(depth - 1), letter());
      case 2 -> Expr.call(Operator.COALESCE, text(depth - 1), Expr.literal("-"));
      default ->
          Expr.call(Operator.CASE, condition(depth - 1), text(depth - 1), dice.of(letter(), NULL));
    };
  }

  Expr condition(int depth) {
    if (depth > 0 && dice.chance(0.4)) {
      Expr left = condition(depth - 1);
      return dice.chance(0.2)
          ? Expr.call(Operator.NOT, left)
          : Expr.call(dice.of(Operator.AND, Operator.OR), left, condition(depth - 1));
    }
    if (dice.chance(0.2) && !columns.isEmpty()) {
      return Expr.call(
          dice.of(Operator.IS_NULL, Operator.IS_NOT_NULL), dice.pick(columns).expression());
    }
    if (has(Type.TEXT) && dice.chance(0.25)) {
      return Expr.call(
          dice.of(Operator.EQ, Operator.NE), column(Type.TEXT), dice.of(letter(), text(0)));
    }
    Operator comparison =
        dice.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE);
    return Expr.call(comparison, number(0), dice.chance(0.7) ? small() : number(0));
  }
}
