package io.calque.warehouse;

import io.calque.model.DataType;
import io.calque.sql.Lexis;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MySQL from version 8.0 and MariaDB from 10.6 on, on connections that read {@code "x"} as a name
 * and a backslash in a string as a backslash; {@link MySqlEngine} sees to that.
 *
 * <p>Neither has FULL JOIN, FILTER or NULLS LAST; MariaDB has no ANY_VALUE, and its derived tables
 * do not see the row around them.
 */
final class MySqlDialect extends QuotingDialect {
  private final String plan;

  /**
   * @param plan what stands before a query that is to tell its plan
   */
  MySqlDialect(String name, String plan) {
    super(
        name, PlainNames.ANY_CASE, MySqlNames.RESERVED, MySqlNames.rules(), MySqlNames.AGGREGATES);
    this.plan = plan;
  }

  @Override
  public Optional<String> plan() {
    return Optional.of(plan);
  }

  @Override
  public Lexis lexis() {
    return Lexis.CAREFUL;
  }

  @Override
  public String momentLiteral(String value) {
    return "CAST(" + stringLiteral(value) + " AS DATETIME(6))";
  }

  @Override
  public String castType(DataType type) {
    return switch (type) {
      case STRING -> "CHAR";
      case NUMBER, BOOLEAN -> "SIGNED";
      case DATETIME -> "DATETIME(6)";
    };
  }

  @Override
  public String nullsLast(String value, boolean isAscending) {
    return PlainSql.nullsLast(value, isAscending);
  }

  @Override
  public Set<FullJoin> fullJoins() {
    return Set.of();
  }

  @Override
  public String sameValues(List<String> left, List<String> right) {
    return PlainSql.sameByArrow(left, right);
  }

  @Override
  public String anyValue(String value) {
    return "MAX(" + value + ")";
  }

  /** An aggregate belongs to the innermost query that it takes a column of, so it takes one. */
  @Override
  public OneRow oneRow(List<NamedValue> values, String alias, Optional<String> condition) {
    return new OneRow(
        " FROM (SELECT 1 AS one) AS " + alias + condition.map(sql -> " WHERE " + sql).orElse(""),
        values.stream()
            .map(value -> "CASE WHEN " + alias + ".one = 1 THEN " + value.sql() + " END")
            .toList());
  }

  @Override
  public String values(List<List<String>> rows, String alias, List<String> columns) {
    return PlainSql.unionAll(rows, alias, columns);
  }
}
