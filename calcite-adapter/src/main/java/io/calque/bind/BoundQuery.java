package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.sql.ParsedStatement;
import java.util.List;

/**
 * A statement of which every name is known. Whatever it does not list stays as the user wrote it.
 *
 * @param statement the statement
 * @param entities each mention of an entity in FROM
 * @param systemTables each mention in FROM of a table that is made of the model itself
 * @param joins the joins that the model defines, inner ones before those that contain them
 * @param metricSelects the SELECTs that ask for metrics, or aggregate features
 * @param rowMetrics the columns of metrics where nothing is aggregated
 * @param exposures what subqueries have to show for metrics outside
 * @param names the names that mean features
 * @param stars the stars of select lists
 * @param texts what no warehouse reads as it stands, such as JDBC escapes
 * @param parameters where each {@code ?} stands, in order
 * @param columns the columns of the result; empty if only the warehouse can tell them
 * @param warnings what the user should know
 */
public record BoundQuery(
    ParsedStatement statement,
    List<EntityUse> entities,
    List<SystemTable> systemTables,
    List<BoundJoin> joins,
    List<MetricSelect> metricSelects,
    List<RowMetric> rowMetrics,
    List<Exposure> exposures,
    List<BoundName> names,
    List<BoundStar> stars,
    List<BoundText> texts,
    List<SqlPlace> parameters,
    List<OutputColumn> columns,
    List<String> warnings) {
  public BoundQuery {
    entities = List.copyOf(entities);
    systemTables = List.copyOf(systemTables);
    joins = List.copyOf(joins);
    metricSelects = List.copyOf(metricSelects);
    rowMetrics = List.copyOf(rowMetrics);
    exposures = List.copyOf(exposures);
    names = List.copyOf(names);
    stars = List.copyOf(stars);
    texts = List.copyOf(texts);
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }
}
