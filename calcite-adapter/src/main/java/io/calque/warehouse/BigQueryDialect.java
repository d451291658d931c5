package io.calque.warehouse;

import io.calque.model.DataType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** BigQuery, in GoogleSQL. */
final class BigQueryDialect extends BacktickDialect {
  BigQueryDialect() {
    super("bigquery", BigQueryNames.RESERVED, BigQueryNames.rules(), BigQueryNames.AGGREGATES);
  }

  @Override
  String quoted(String identifier) {
    return '`' + identifier.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  /** A string literal becomes whatever it is compared with, DATE, DATETIME or TIMESTAMP. */
  @Override
  public String momentLiteral(String value) {
    return stringLiteral(value);
  }

  @Override
  public String castType(DataType type) {
    return switch (type) {
      case STRING -> "STRING";
      case NUMBER -> "INT64";
      case BOOLEAN -> "BOOL";
      case DATETIME -> "TIMESTAMP";
    };
  }

  /** An outer join has to be by an equality of both sides; of values of one type, JSON has each. */
  @Override
  public String sameValues(List<String> left, List<String> right) {
    return "%s = %s".formatted(json(left), json(right));
  }

  private static String json(List<String> values) {
    return "TO_JSON_STRING([%s])"
        .formatted(
            values.stream()
                .map(value -> "TO_JSON_STRING(" + value + ")")
                .collect(Collectors.joining(", ")));
  }

  @Override
  public OneRow oneRow(List<NamedValue> values, String alias, Optional<String> condition) {
    String row =
        values.stream()
            .map(value -> value.sql() + " AS " + value.name())
            .collect(Collectors.joining(", "));
    return OneRow.of(
        " FROM UNNEST([STRUCT(%s)]) AS %s%s"
            .formatted(row, alias, condition.map(sql -> " WHERE " + sql).orElse("")),
        values,
        alias);
  }

  @Override
  public String values(List<List<String>> rows, String alias, List<String> columns) {
    return PlainSql.unionAll(rows, alias, columns);
  }

  @Override
  public Optional<String> plan() {
    return Optional.empty();
  }
}
