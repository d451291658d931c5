package io.calque.project;

import io.calque.model.DataType;
import java.util.Optional;

/**
 * A column of a table as tools see it.
 *
 * @param name in the case that the model has
 * @param remarks may be empty
 * @param kind what it is
 * @param declared the type that the model declares; the warehouse's own counts more
 */
public record ListedColumn(String name, String remarks, Kind kind, Optional<DataType> declared) {
  /** What a column is. */
  public enum Kind {
    /** One value for each row; part of {@code SELECT *}. */
    FEATURE,
    /** An aggregate over rows; not part of {@code SELECT *}. */
    METRIC
  }

  public boolean isMetric() {
    return kind == Kind.METRIC;
  }

  /** How SQL asks for its value. */
  String sql() {
    return isMetric() ? "METRIC('" + name.replace("'", "''") + "')" : Project.quoted(name);
  }
}
