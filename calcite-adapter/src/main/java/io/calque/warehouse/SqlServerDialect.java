package io.calque.warehouse;

import io.calque.model.DataType;
import io.calque.sql.Lexis;
import java.util.List;
import java.util.Optional;

/**
 * SQL Server from version 2019 on, and Azure SQL. It has no booleans outside of conditions, no
 * FILTER, no NULLS LAST and no ordinals in GROUP BY; what is written for a name in brackets is a
 * list to Calque, and refused.
 */
final class SqlServerDialect extends QuotingDialect {
  SqlServerDialect() {
    super(
        "sqlserver",
        PlainNames.ANY_CASE,
        SqlServerNames.RESERVED,
        SqlServerNames.rules(),
        SqlServerNames.AGGREGATES);
  }

  @Override
  public Lexis lexis() {
    return Lexis.CAREFUL.refusing("[");
  }

  @Override
  public Booleans booleans() {
    return Booleans.NUMBERS;
  }

  @Override
  public boolean readsJdbcEscapes() {
    return true;
  }

  /** Without N, what is not in the code page of the database becomes a question mark. */
  @Override
  public String stringLiteral(String value) {
    String literal = super.stringLiteral(value);
    return value.chars().allMatch(c -> c < 128) ? literal : "N" + literal;
  }

  @Override
  public String momentLiteral(String value) {
    return "CAST(" + stringLiteral(value) + " AS DATETIME2)";
  }

  @Override
  public String castType(DataType type) {
    return switch (type) {
      case STRING -> "NVARCHAR(MAX)";
      case NUMBER -> "INT";
      case BOOLEAN -> "BIT";
      case DATETIME -> "DATETIME2";
    };
  }

  @Override
  public String nullsLast(String value, boolean isAscending) {
    return PlainSql.nullsLast(value, isAscending);
  }

  @Override
  public String anyOrder() {
    return "ORDER BY (SELECT NULL)";
  }

  @Override
  public boolean groupsByOrdinals() {
    return false;
  }

  @Override
  public String groupsBy(List<String> keys, List<String> set) {
    return PlainSql.oneByOne(keys, set);
  }

  /** IS NOT DISTINCT FROM came with version 2022. */
  @Override
  public String sameValues(List<String> left, List<String> right) {
    return "EXISTS (SELECT %s INTERSECT SELECT %s)"
        .formatted(String.join(", ", left), String.join(", ", right));
  }

  @Override
  public String anyValue(String value) {
    return "MAX(" + value + ")";
  }

  @Override
  public Optional<String> plan() {
    return Optional.empty();
  }
}
