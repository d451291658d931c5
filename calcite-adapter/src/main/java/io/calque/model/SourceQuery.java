package io.calque.model;

/**
 * A query in the warehouse's own SQL that takes the place of a table.
 *
 * @param sql one SELECT, passed to the warehouse as it stands; without a semicolon at its end
 */
public record SourceQuery(String sql) implements Source {
  /** In parentheses and on one line, as people read it. */
  @Override
  public String toString() {
    return "(" + sql.strip().replaceAll("\\s+", " ") + ")";
  }
}
