package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Metric;
import java.util.Optional;

/**
 * A metric asked for in a query that aggregates.
 *
 * @param place the call with its FILTER, or the metric's column with the aggregate around it
 * @param use whose metric it is
 * @param metric the metric
 * @param filter the condition of its FILTER: it chooses the rows before they are made distinct
 * @param wrapper the aggregate that a tool put around the metric's column, in lower case; it is
 *     only right where the metric is such an aggregate itself
 * @param nameless whether it is a whole item of a select list without an alias, so that it needs
 *     one
 */
public record MetricCall(
    SqlPlace place,
    EntityUse use,
    Metric metric,
    Optional<SqlPlace> filter,
    Optional<String> wrapper,
    boolean nameless) {}
