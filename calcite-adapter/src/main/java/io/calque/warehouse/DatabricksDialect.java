package io.calque.warehouse;

import io.calque.model.DataType;
import io.calque.sql.Lexis;
import java.util.List;
import java.util.Optional;

/** Databricks SQL, and Spark SQL from version 3.4 on. */
final class DatabricksDialect extends BacktickDialect {
  DatabricksDialect() {
    super(
        "databricks",
        DatabricksNames.RESERVED,
        DatabricksNames.rules(),
        DatabricksNames.AGGREGATES);
  }

  /** A variable in <code>${}</code> is filled in before the text is read, in strings as well. */
  @Override
  public Lexis lexis() {
    return super.lexis().refusing("${");
  }

  @Override
  String quoted(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public String castType(DataType type) {
    return switch (type) {
      case STRING -> "STRING";
      case NUMBER -> "INT";
      case BOOLEAN -> "BOOLEAN";
      case DATETIME -> "TIMESTAMP";
    };
  }

  /** The form that Spark hashes by. */
  @Override
  public String sameValues(List<String> left, List<String> right) {
    return PlainSql.sameByArrow(left, right);
  }

  /** ROW_NUMBER requires one. */
  @Override
  public String anyOrder() {
    return "ORDER BY 1";
  }

  /** A correlated subquery has to read a table. */
  @Override
  public boolean hasOneRowSubqueries() {
    return false;
  }

  @Override
  public Optional<String> plan() {
    return Optional.of("EXPLAIN FORMATTED ");
  }
}
