package io.calque.generated;

import java.util.ArrayList;
import java.util.List;

/** What is a little simpler than an expression and of the same type. */
final class ExprShrinks {
  private ExprShrinks() {}

  static List<Expr> of(Expr expression) {
    List<Expr> simpler = new ArrayList<>();
    if (expression instanceof Expr.Scalar scalar) {
      QueryShrinks.of(scalar.query()).forEach(query -> simpler.add(new Expr.Scalar(query)));
    }
    if (expression instanceof Expr.Exists exists) {
      QueryShrinks.of(exists.query()).forEach(query -> simpler.add(new Expr.Exists(query)));
    }
    if (expression instanceof Expr.MetricCall call && !call.alias().isEmpty()) {
      addMetricCalls(call, simpler);
    }
    if (expression instanceof Expr.Aggregate aggregate && aggregate.filter() != null) {
      simpler.add(
          new Expr.Aggregate(aggregate.kind(), aggregate.distinct(), aggregate.argument(), null));
    }
    if (expression instanceof Expr.Call call) {
      call.operator().alike().forEach(i -> simpler.add(call.children().get(i)));
    }
    if (expression instanceof Expr.Total total) {
      simpler.add(total.argument());
    }
    List<Expr> children = expression.children();
    for (int i = 0; i < children.size(); i++) {
      for (Expr child : of(children.get(i))) {
        List<Expr> changed = new ArrayList<>(children);
        changed.set(i, child);
        simpler.add(expression.withChildren(changed));
      }
    }
    return simpler;
  }

  private static void addMetricCalls(Expr.MetricCall call, List<Expr> simpler) {
    String plain = "METRIC('%1$s.%2$s')";
    if (call.filter() != null) {
      simpler.add(new Expr.MetricCall(call.alias(), call.metric(), call.form(), null));
    }
    if (!call.form().equals(plain)) {
      simpler.add(new Expr.MetricCall(call.alias(), call.metric(), plain, call.filter()));
    }
  }
}
