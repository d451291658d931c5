package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Metric;
import java.util.Optional;

/**
 * A metric asked for in a query that aggregates.
 *
 * @param place the call with its FILTER, or the metric's column with the aggregate around it
 * @param use whose metric it is
 * @param through where the entity's rows are seen through a subquery: how that shows them
 * @param metric the metric
 * @param filter the condition of its FILTER: it chooses the rows before they are made distinct
 * @param wrapper the aggregate that a tool put around the metric's column; it is only right where
 *     the metric is such an aggregate itself
 * @param label the name it needs as it is a whole item of a select list without an alias
 */
public record MetricCall(
    SqlPlace place,
    EntityUse use,
    Optional<Through> through,
    Metric metric,
    Optional<SqlPlace> filter,
    Optional<Wrapper> wrapper,
    Optional<String> label) {

  /**
   * A subquery that shows an entity's features to the query around it, under names of their own.
   *
   * @param alias the subquery's alias, if it has one
   * @param prefix what the names begin with
   */
  public record Through(Optional<Name> alias, String prefix) {}

  /**
   * An aggregate around a metric's column.
   *
   * @param function its name in lower case
   * @param type the type to which it casts what it aggregates, as written
   */
  public record Wrapper(String function, Optional<SqlPlace> type) {}
}
