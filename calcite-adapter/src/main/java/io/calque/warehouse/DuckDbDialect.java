package io.calque.warehouse;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DuckDB 2.0. */
final class DuckDbDialect extends QuotingDialect {
  DuckDbDialect() {
    super(
        "duckdb",
        PlainNames.ANY_CASE,
        Stream.concat(DuckDbNames.RESERVED.stream(), DuckDbNames.COLUMN_WORDS.stream())
            .collect(Collectors.toUnmodifiableSet()),
        DuckDbNames.rules(),
        DuckDbNames.AGGREGATES);
  }

  /** The aggregate takes little more than half the time of numbered rows. */
  @Override
  public FirstRow firstRow() {
    return new FirstRow.Aggregate("FIRST");
  }

  @Override
  public boolean unnestsLateral() {
    return true;
  }
}
