package io.calque.warehouse;

import io.calque.model.DataType;
import io.calque.sql.Lexis;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ClickHouse from version 24.8 on, on connections whose outer joins, grouping sets and aggregates
 * over no rows give NULL; {@link ClickHouseEngine} sees to that. It has no joins in parentheses.
 */
final class ClickHouseDialect extends BacktickDialect {
  ClickHouseDialect() {
    super(
        "clickhouse",
        ClickHouseNames.RESERVED,
        ClickHouseNames.rules(),
        ClickHouseNames.AGGREGATES);
  }

  @Override
  public Lexis lexis() {
    return Lexis.CAREFUL.escaping().withoutQuotedNames();
  }

  @Override
  public String requoted(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  @Override
  String quoted(String identifier) {
    return '`' + identifier.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  /** A string literal becomes whatever it is compared with. */
  @Override
  public String momentLiteral(String value) {
    return stringLiteral(value);
  }

  @Override
  public String castType(DataType type) {
    return switch (type) {
      case STRING -> "Nullable(String)";
      case NUMBER -> "Nullable(Int32)";
      case BOOLEAN -> "Nullable(Bool)";
      case DATETIME -> "Nullable(DateTime64(6))";
    };
  }

  @Override
  public String sameValues(List<String> left, List<String> right) {
    return PlainSql.sameByArrow(left, right);
  }

  @Override
  public String anyValue(String value) {
    return "any(" + value + ")";
  }

  @Override
  public Set<FullJoin> fullJoins() {
    return Set.of(FullJoin.DIRECT);
  }

  @Override
  public boolean nestsJoins() {
    return false;
  }

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
