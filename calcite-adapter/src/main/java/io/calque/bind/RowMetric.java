package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Metric;
import java.util.Optional;

/**
 * A metric's column in a query that does not aggregate: the metric of that one row.
 *
 * @param place the column
 * @param use whose metric it is
 * @param metric the metric
 * @param label the name it needs as it is a whole item of a select list without an alias
 */
public record RowMetric(SqlPlace place, EntityUse use, Metric metric, Optional<String> label) {}
