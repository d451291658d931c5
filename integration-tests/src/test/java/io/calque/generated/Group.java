package io.calque.generated;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A group of one grouping set.
 *
 * @param keys the values of all grouping keys; NULL for those that the set leaves out
 * @param grouped the keys that the set has
 */
record Group(Answer answer, Map<Expr, Object> keys, Set<Expr> grouped, List<JoinedRow> rows)
    implements Scope {
  @Override
  public Object value(Expr expression) {
    return keys.containsKey(expression) ? keys.get(expression) : expression.evaluate(this);
  }

  @Override
  public Object column(Expr.Column column) {
    if (answer.query().has(column.owner())) {
      throw new IllegalStateException("neither grouped nor aggregated: " + column);
    }
    return answer.outer().value(column);
  }

  @Override
  public Object aggregate(Expr.Aggregate aggregate) {
    return Aggregation.of(aggregate, rows);
  }

  /**
   * The metric over the distinct rows of its alias. FILTER comes before; where an outer join put
   * NULLs there is no row.
   */
  @Override
  public Object metric(Expr.MetricCall call) {
    String entity = answer.query().measured(call.alias()).orElseThrow();
    List<Row> own =
        rows.stream()
            .filter(row -> call.filter() == null || row.isTrue(call.filter()))
            .map(row -> row.of(call.alias()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    World world = answer.world();
    return world.metric(world.model().entity(entity), call.metric(), own);
  }

  @Override
  public Object total(Expr.Total total) {
    return answer.total(total);
  }

  @Override
  public Object grouping(Expr.Grouped key) {
    return grouped.contains(key.key()) ? 0L : 1L;
  }

  @Override
  public Object scalar(Query query) {
    return answer.scalar(query, this);
  }

  @Override
  public boolean exists(Query query) {
    return answer.exists(query, this);
  }
}
