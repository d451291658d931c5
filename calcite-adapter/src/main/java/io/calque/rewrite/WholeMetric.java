package io.calque.rewrite;

import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric that cannot be taken apart: its aggregates are not known, so they cannot be told which
 * rows to leave out. It is evaluated by itself, over the rows that count, for each group of one
 * grouping set, and joined to the rows of its group.
 *
 * @param join to be appended to the FROM clause that shows the rows
 * @param value the metric of the group, an aggregate
 */
record WholeMetric(Rendered join, String value) {
  /**
   * Writes one.
   *
   * @param rows the rows with their alias, as they stand in FROM
   * @param keys what they are grouped by
   * @param counts true in the rows that count
   * @param metric the metric over those rows
   * @param overNothing the metric over no rows, as a query
   * @param names new names, which nothing in the query bears
   */
  static WholeMetric of(
      Rendered rows,
      List<String> keys,
      String counts,
      String metric,
      String overNothing,
      Names names,
      EntitySql entities) {
    String alias = names.fresh("g");
    String value = alias + "." + names.fresh("v");
    String present = alias + "." + names.fresh("p");
    SqlWriter join = new SqlWriter().add(" LEFT JOIN (SELECT ");
    List<String> columns = new ArrayList<>();
    List<String> ordinals = new ArrayList<>();
    for (String key : keys) {
      String column = names.fresh("k");
      columns.add(alias + "." + column);
      ordinals.add(String.valueOf(columns.size()));
      join.add(key + " AS " + column + ", ");
    }
    WarehouseDialect dialect = entities.dialect();
    String mark = dialect.booleans().trueValue() + " AS " + last(present);
    List<String> grouped = dialect.groupsByOrdinals() ? ordinals : keys;
    join.add(metric + " AS " + last(value) + ", " + mark + " FROM ")
        .add(rows)
        .add(" WHERE " + dialect.booleans().isTrue(counts))
        .add(keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", grouped))
        .add(") AS " + alias + " ON ")
        .add(keys.isEmpty() ? dialect.booleans().always() : entities.sameValues(keys, columns));
    String ofGroup =
        "CASE WHEN COUNT(%s) > 0 THEN %s ELSE (%s) END"
            .formatted(present, entities.dialect().anyValue(value), overNothing);
    return new WholeMetric(join.done(), ofGroup);
  }

  private static String last(String column) {
    return column.substring(column.indexOf('.') + 1);
  }
}
