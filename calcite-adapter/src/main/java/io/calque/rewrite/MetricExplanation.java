package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.bind.MetricCall;
import io.calque.bind.RowMetric;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Metric;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import io.calque.rewrite.MetricPlan.PlannedCall;
import io.calque.rewrite.MetricPlan.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a metric what it aggregates, and how its rows are kept from counting twice. */
final class MetricExplanation {
  private final MetricPlan plan;
  private final FanOut fanOut;

  MetricExplanation(MetricPlan plan) {
    this.plan = plan;
    this.fanOut = new FanOut(plan.select(), plan.folds());
  }

  /**
   * A metric of groups.
   *
   * @param stored the pre-aggregated table that has it
   */
  ExplainRow row(PlannedCall planned, Optional<PreAggregateSource> stored) {
    MetricCall call = planned.call();
    EntityUse use = call.use();
    StringBuilder detail = new StringBuilder(grain(use, call.metric()));
    call.filter().ifPresent(filter -> detail.append("; only where ").append(filter.text()));
    if (stored.isPresent()) {
      detail.append("; as stored in ").append(stored.get().columns().table().table());
      return new ExplainRow("metric", use.name() + "." + call.metric().name(), detail.toString());
    }
    detail.append("; ").append(kept(planned));
    if (use.isNullable()) {
      detail.append("; rows that an outer join left without %s do not count".formatted(use.name()));
    }
    return new ExplainRow("metric", use.name() + "." + call.metric().name(), detail.toString());
  }

  /** A metric of single rows. */
  static ExplainRow row(RowMetric metric) {
    return new ExplainRow(
        "metric",
        metric.use().name() + "." + metric.metric().name(),
        "%s; nothing is aggregated here, so it is that of each row alone"
            .formatted(grain(metric.use(), metric.metric())));
  }

  private static String grain(EntityUse use, Metric metric) {
    Map<String, String> parts = new LinkedHashMap<>();
    addParts(use.entity(), metric, parts);
    String composed =
        parts.entrySet().stream()
            .map(part -> part.getKey() + " is " + part.getValue())
            .collect(Collectors.joining(", "));
    return "%s, over each row of %s once%s"
        .formatted(
            metric.sql().written(), use.entity().name(), composed.isEmpty() ? "" : "; " + composed);
  }

  /** The metrics that a metric is composed of, through any depth. */
  private static void addParts(Entity entity, Metric metric, Map<String, String> into) {
    for (String name : metric.sql().metricRefs()) {
      Metric part = entity.metric(name).orElseThrow();
      into.put(part.name(), part.sql().written());
      addParts(entity, part, into);
    }
  }

  private String kept(PlannedCall planned) {
    EntityUse use = planned.call().use();
    String keys = String.join(", ", use.entity().keys());
    if (planned.way() == Way.MARKED) {
      return "%s, so one of each is marked in every group, by %s"
          .formatted(why(planned.call()), keys);
    }
    if (planned.way() == Way.DISTINCT) {
      return planned.needsKeys()
          ? "%s, so distinct rows are counted, by %s".formatted(why(planned.call()), keys)
          : "%s, which the aggregate does not see".formatted(why(planned.call()));
    }
    List<EntityUse> others =
        plan.select().entities().stream()
            .filter(each -> each != use && !plan.folds().containsKey(each))
            .toList();
    List<String> reasons = new ArrayList<>();
    plan.folds().values().stream().map(MetricExplanation::grouped).forEach(reasons::add);
    if (!others.isEmpty()) {
      String subject = planned.way() == Way.FOLDED ? "such a group" : "a row of " + use.name();
      reasons.add("%s meets at most one of %s".formatted(subject, names(others)));
    }
    return reasons.isEmpty()
        ? "nothing is joined, so the plain aggregate is right"
        : String.join(", ", reasons)
            + (planned.way() == Way.FOLDED
                ? ", so aggregating the groups is right"
                : ", so the plain aggregate is right");
  }

  private static String grouped(Fold fold) {
    return "%s is grouped by %s before it is joined"
        .formatted(
            fold.use().name(),
            fold.keys().stream().map(Feature::name).collect(Collectors.joining(", ")));
  }

  private String why(MetricCall call) {
    if (call.through().isPresent()) {
      return "a subquery passes the rows of %s on".formatted(call.use().entity().name());
    }
    if (plan.select().others() > 0) {
      return "nothing is known of how often the subquery, CTE or function beside it repeats a row"
          + " of "
          + call.use().name();
    }
    return "a row of %s may meet several of %s"
        .formatted(call.use().name(), names(fanOut.repeating(call.use())));
  }

  private static String names(List<EntityUse> uses) {
    List<String> names = uses.stream().map(EntityUse::name).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
