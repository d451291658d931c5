package io.calque.warehouse;

import java.util.List;

/** PostgreSQL, from version 14 on. */
final class PostgresDialect extends QuotingDialect {
  PostgresDialect() {
    super(
        "postgresql",
        PlainNames.LOWER_CASE,
        StandardNames.RESERVED,
        PostgresNames.rules(),
        PostgresNames.AGGREGATES);
  }

  /**
   * One sort serves all values of the row. On a million rows in 100,000 groups it takes 0.9 s, as
   * {@code (array_agg(v ORDER BY …))[1]} does, which gives NULL where the value is an array itself;
   * numbered rows take the same and 1.7 s where the owners wanted are few (0.01 s for the others).
   */
  @Override
  public FirstRow firstRow() {
    return new FirstRow.DistinctOn();
  }

  /** ANY_VALUE came with version 16. */
  @Override
  public String anyValue(String value) {
    return "(ARRAY_AGG(" + value + "))[1]";
  }

  /**
   * {@code IS NOT DISTINCT FROM} can be neither hashed nor sorted by, so a join by it compares each
   * row with each, and a FULL JOIN is refused; records can, and in them NULL equals NULL.
   */
  @Override
  public String sameValues(List<String> left, List<String> right) {
    return "ROW(%s)::record = ROW(%s)::record"
        .formatted(String.join(", ", left), String.join(", ", right));
  }
}
