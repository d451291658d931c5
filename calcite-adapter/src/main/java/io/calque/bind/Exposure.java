package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Metric;
import java.util.Optional;

/**
 * A subquery whose select list has to show the rows of an entity for a metric outside.
 *
 * @param list the select list; an empty stretch where FROM stands without one
 * @param use the entity
 * @param source the subquery inside that shows them already; empty where the entity itself is in
 *     FROM
 * @param prefix what the names begin with
 * @param metric the metric whose features are to be shown, with the entity's keys and its mark
 */
public record Exposure(
    SqlPlace list,
    EntityUse use,
    Optional<MetricCall.Through> source,
    String prefix,
    Metric metric) {}
