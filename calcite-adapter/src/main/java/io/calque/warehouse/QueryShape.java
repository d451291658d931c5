package io.calque.warehouse;

import java.util.List;

/**
 * What a query returns and takes, told without running it.
 *
 * @param columns in order
 * @param parameters one for each {@code ?} of the warehouse's SQL, in order; a type of {@code
 *     OTHER} where the warehouse cannot tell
 */
public record QueryShape(List<WarehouseColumn> columns, List<WarehouseColumn> parameters) {
  public QueryShape {
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
  }
}
