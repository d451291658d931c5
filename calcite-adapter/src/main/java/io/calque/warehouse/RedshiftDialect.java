package io.calque.warehouse;

import io.calque.sql.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Amazon Redshift: a PostgreSQL 8.0 without FILTER, VALUES, rows as values, IS NOT DISTINCT FROM
 * and NULLS LAST in windows, in whose strings a backslash escapes.
 */
final class RedshiftDialect extends QuotingDialect {
  RedshiftDialect() {
    super(
        "redshift",
        PlainNames.LOWER_CASE,
        RedshiftNames.RESERVED,
        RedshiftNames.rules(),
        RedshiftNames.AGGREGATES);
  }

  @Override
  public Lexis lexis() {
    return Lexis.CAREFUL.escaping();
  }

  @Override
  public String stringLiteral(String value) {
    return super.stringLiteral(value.replace("\\", "\\\\"));
  }

  @Override
  public String nullsLast(String value, boolean isAscending) {
    return PlainSql.nullsLast(value, isAscending);
  }

  /** Full joins hash or merge, which this condition cannot. */
  @Override
  public Set<FullJoin> fullJoins() {
    return Set.of(FullJoin.DIRECT);
  }

  @Override
  public String sameValues(List<String> left, List<String> right) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(
          "(%1$s = %2$s OR %1$s IS NULL AND %2$s IS NULL)".formatted(left.get(i), right.get(i)));
    }
    return String.join(" AND ", pairs);
  }

  @Override
  public String groupsBy(List<String> keys, List<String> set) {
    return PlainSql.oneByOne(keys, set);
  }

  /** Of the correlated subqueries, it has only simple ones over tables. */
  @Override
  public boolean hasOneRowSubqueries() {
    return false;
  }

  @Override
  public String values(List<List<String>> rows, String alias, List<String> columns) {
    return PlainSql.unionAll(rows, alias, columns);
  }

  @Override
  public Optional<String> plan() {
    return Optional.of("EXPLAIN ");
  }
}
