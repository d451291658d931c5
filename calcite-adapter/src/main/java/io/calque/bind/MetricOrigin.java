package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the column of a metric comes from that subqueries pass on, so that the query around them
 * can still ask for the metric of its own groups.
 *
 * @param use whose metric it is
 * @param metric the metric
 * @param levels the select lists that it passes through, innermost first
 */
record MetricOrigin(EntityUse use, Metric metric, List<Level> levels) {
  MetricOrigin {
    levels = List.copyOf(levels);
  }

  /**
   * A select list.
   *
   * @param list where it stands
   * @param alias that of the subquery in its FROM which passes the column on, empty if it has none
   */
  record Level(SqlPlace list, Optional<Name> alias) {}

  /** The select list in which the query around sees it. */
  SqlPlace outermost() {
    return levels.get(levels.size() - 1).list();
  }

  MetricOrigin through(Level level) {
    List<Level> more = new ArrayList<>(levels);
    more.add(level);
    return new MetricOrigin(use, metric, more);
  }
}
