package io.calque.model.read;

import io.calque.error.CalqueException;
import io.calque.model.DataType;
import io.calque.model.Source;
import java.util.List;
import java.util.Optional;

/** Knows what columns the warehouse's tables and queries have, for models that do not list them. */
@FunctionalInterface
public interface ColumnSource {
  /**
   * The columns in order, in the warehouse's own case; empty if there is no such table.
   *
   * @throws CalqueException if the warehouse cannot be asked, or refuses the query
   */
  Optional<List<String>> columns(Source source);

  /**
   * What kind of values a column has; empty if it is none of the four kinds, or nobody can tell.
   *
   * @throws CalqueException if the warehouse cannot be asked
   */
  default Optional<DataType> type(Source source, String column) {
    return Optional.empty();
  }
}
