package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.EntityUse;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the metrics of one SELECT are computed; settled before anything is written.
 *
 * @param calls each metric that it asks for, in its order
 * @param folds the entities that are grouped before they are joined
 * @param marks whether one of each row's repetitions has to be marked, for some metric
 */
record MetricPlan(
    MetricSelect select, List<PlannedCall> calls, Map<EntityUse, Fold> folds, boolean marks) {
  /** How each row is made to count once. */
  enum Way {
    /** No join repeats the rows. */
    PLAIN,
    /** No join repeats the groups that are there in place of the rows. */
    FOLDED,
    /**
     * Joins may repeat them, which the metric's aggregates do not see or count by distinct keys.
     */
    DISTINCT,
    /** One of the repetitions is marked in each group. */
    MARKED
  }

  /** A metric that a SELECT asks for, taken apart, and how its rows are made to count once. */
  record PlannedCall(MetricCall call, MetricExpression metric, Way way) {
    /** Whether there may be rows in which its entity is absent. */
    boolean mayBeAbsent() {
      return way != Way.FOLDED && (call.use().isNullable() || call.through().isPresent());
    }

    /** Whether its keys have to tell its rows apart. */
    boolean needsKeys() {
      return way == Way.MARKED || way == Way.DISTINCT && DistinctRows.haveKeys(metric);
    }

    /** Whether it aggregates the very rows that are marked for another metric. */
    private boolean isOverRowsOf(PlannedCall marked) {
      return way == Way.DISTINCT
          && call.use() == marked.call.use()
          && call.filter().isEmpty()
          && marked.call.filter().isEmpty();
    }

    private PlannedCall with(Way other) {
      return new PlannedCall(call, metric, other);
    }

    /** Whether it takes a column to tell which rows count. */
    private boolean needsMark() {
      boolean someDoNotCount = mayBeAbsent() || call.filter().isPresent();
      return way == Way.MARKED || someDoNotCount && !metric.isUnderstood();
    }
  }

  MetricPlan {
    calls = List.copyOf(calls);
  }

  /**
   * Plans a SELECT.
   *
   * @param names the names of the query that mean features
   * @param chosen the pre-aggregated tables that stand in the place of entities; beside these
   *     nothing has to be grouped
   */
  static MetricPlan of(
      MetricSelect select,
      List<BoundName> names,
      PreAggregates.Chosen chosen,
      WarehouseDialect dialect) {
    MetricPlan plan = ofRows(select, dialect);
    boolean isStored = select.entities().stream().anyMatch(use -> chosen.of(use).isPresent());
    if (isStored || plan.calls.stream().noneMatch(PlannedCall::needsKeys)) {
      return plan;
    }
    Map<EntityUse, Fold> folds =
        new FoldFinder(select, plan.calls, names, dialect.aggregates()).folds();
    return folds.isEmpty() ? plan : of(select, folds, dialect);
  }

  /** Plans a SELECT whose entities stay as they are. */
  static MetricPlan ofRows(MetricSelect select, WarehouseDialect dialect) {
    return of(select, Map.of(), dialect);
  }

  private static MetricPlan of(
      MetricSelect select, Map<EntityUse, Fold> folds, WarehouseDialect dialect) {
    FanOut fanOut = new FanOut(select, folds);
    List<PlannedCall> calls = new ArrayList<>();
    for (MetricCall call : select.calls()) {
      MetricExpression metric =
          MetricExpression.of(call.metric(), call.use().entity(), dialect.aggregates());
      Way repeated = DistinctRows.suffice(metric, dialect) ? Way.DISTINCT : Way.MARKED;
      Way unrepeated = folds.containsKey(call.use()) ? Way.FOLDED : Way.PLAIN;
      calls.add(new PlannedCall(call, metric, fanOut.mayRepeat(call) ? repeated : unrepeated));
    }
    List<PlannedCall> marked = calls.stream().filter(c -> c.way() == Way.MARKED).toList();
    calls.replaceAll(c -> marked.stream().anyMatch(c::isOverRowsOf) ? c.with(Way.MARKED) : c);
    return new MetricPlan(select, calls, folds, calls.stream().anyMatch(PlannedCall::needsMark));
  }
}
