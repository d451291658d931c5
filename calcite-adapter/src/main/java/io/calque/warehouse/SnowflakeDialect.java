package io.calque.warehouse;

import io.calque.sql.Lexis;
import java.util.List;
import java.util.Optional;

/** Snowflake. Names without quotes are turned into upper case. */
final class SnowflakeDialect extends QuotingDialect {

  SnowflakeDialect() {
    super(
        "snowflake",
        PlainNames.UPPER_CASE,
        SnowflakeNames.RESERVED,
        SnowflakeNames.rules(),
        SnowflakeNames.AGGREGATES);
  }

  @Override
  public Lexis lexis() {
    return Lexis.CAREFUL.escaping();
  }

  @Override
  public String stringLiteral(String value) {
    return super.stringLiteral(value.replace("\\", "\\\\"));
  }

  /** ROW_NUMBER requires one. */
  @Override
  public String anyOrder() {
    return "ORDER BY NULL";
  }

  @Override
  public String groupsBy(List<String> keys, List<String> set) {
    return PlainSql.oneByOne(keys, set);
  }

  /** A correlated subquery has to read a table. */
  @Override
  public boolean hasOneRowSubqueries() {
    return false;
  }

  @Override
  public Optional<String> plan() {
    return Optional.of("EXPLAIN USING TEXT ");
  }
}
