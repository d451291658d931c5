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

  /** Hashing takes a third to half of the time of numbered rows, which are sorted. */
  @Override
  public boolean countsDistinctRows() {
    return true;
  }

  @Override
  public boolean unnestsLateral() {
    return true;
  }
}
