package io.calque.generated;

/** Where an expression is evaluated: what its names mean there. */
interface Scope {
  Object column(Expr.Column column);

  default Object aggregate(Expr.Aggregate aggregate) {
    throw new IllegalStateException("no group here for " + aggregate);
  }

  default Object metric(Expr.MetricCall call) {
    throw new IllegalStateException("no group here for " + call);
  }

  default Object total(Expr.Total total) {
    throw new IllegalStateException("no window here for " + total);
  }

  default Object grouping(Expr.Grouped grouped) {
    throw new IllegalStateException("no group here for " + grouped);
  }

  default Object scalar(Query query) {
    throw new IllegalStateException("no subquery here for " + query);
  }

  default boolean exists(Query query) {
    throw new IllegalStateException("no subquery here for " + query);
  }

  /** The value of an expression, which may be known as a whole (a grouping key). */
  default Object value(Expr expression) {
    return expression.evaluate(this);
  }

  default boolean isTrue(Expr condition) {
    return Boolean.TRUE.equals(value(condition));
  }
}
