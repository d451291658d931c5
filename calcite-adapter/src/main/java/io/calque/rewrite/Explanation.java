package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.model.Direction;
import io.calque.model.Feature;
import io.calque.model.Node;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a query became, and why: the answer to EXPLAIN. */
final class Explanation {
  private Explanation() {}

  static List<ExplainRow> of(BoundQuery query, String sql) {
    List<ExplainRow> rows = new ArrayList<>();
    rows.add(new ExplainRow("warehouse sql", "", sql));
    query.entities().forEach(use -> rows.add(entity(use)));
    query
        .joins()
        .forEach(
            join -> {
              rows.add(join(join));
              join.traversal()
                  .join()
                  .path()
                  .bridges()
                  .forEach(bridge -> rows.add(bridge(join, bridge)));
            });
    for (MetricSelect select : query.metricSelects()) {
      FanOut fanOut = new FanOut(select);
      select.calls().forEach(call -> rows.add(metric(call, select, fanOut)));
    }
    return rows;
  }

  private static ExplainRow metric(MetricCall call, MetricSelect select, FanOut fanOut) {
    EntityUse use = call.use();
    String grain = "one row of %s each".formatted(use.entity().name());
    String kept;
    if (fanOut.mayRepeat(call)) {
      kept =
          "the joins may repeat rows of %s, so one of each is marked in every group, by %s"
              .formatted(use.name(), String.join(", ", use.entity().keys()));
    } else if (select.entities().size() > 1) {
      kept = "the joins lead to one row at most, so the plain aggregate is right";
    } else {
      kept = "nothing is joined, so the plain aggregate is right";
    }
    if (use.isNullable()) {
      kept += "; rows that an outer join left without %s do not count".formatted(use.name());
    }
    return new ExplainRow("metric", use.name() + "." + call.metric().name(), grain + "; " + kept);
  }

  private static ExplainRow entity(EntityUse use) {
    String features =
        use.entity().features().stream()
            .filter(use.needed()::contains)
            .map(Feature::name)
            .collect(Collectors.joining(", "));
    return new ExplainRow(
        "entity",
        use.name(),
        "%s, from %s; features used: %s"
            .formatted(
                use.entity().name(),
                use.entity().source(),
                features.isEmpty() ? "none" : features));
  }

  private static ExplainRow join(BoundJoin join) {
    String why;
    if (join.request() instanceof BoundJoin.Request.Default) {
      why =
          join.traversal().relationship().joins().size() == 1
              ? "the only join of its relationship"
              : "the default join of its relationship";
    } else {
      why = "named in the query";
    }
    return new ExplainRow(
        "join",
        join.traversal().joinName(),
        "%s %s %s, relationship %s, %s from left to right%s; %s"
            .formatted(
                join.from().name(),
                join.keyword().name().toLowerCase(Locale.ROOT) + " join",
                join.to().name(),
                join.traversal().relationship().name(),
                cardinality(join),
                join.traversal().direction() == Direction.REVERSED
                    ? " (declared the other way round)"
                    : "",
                why));
  }

  private static String cardinality(BoundJoin join) {
    var declared = join.traversal().join().cardinality();
    return (join.traversal().direction() == Direction.FORWARD ? declared : declared.reversed())
        .name()
        .toLowerCase(Locale.ROOT);
  }

  private static ExplainRow bridge(BoundJoin join, Node bridge) {
    return new ExplainRow(
        "bridge",
        bridge.toString(),
        "inner, between %s and %s of the join %s"
            .formatted(join.from().name(), join.to().name(), join.traversal().joinName()));
  }
}
