package io.calque.rewrite;

import io.calque.model.DataType;
import io.calque.model.Filter;
import io.calque.model.SqlTemplate;
import io.calque.warehouse.WarehouseDialect;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the filters of features as conditions. */
final class FilterSql {
  private final WarehouseDialect dialect;

  FilterSql(WarehouseDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * All filters as one condition.
   *
   * @param columns the SQL of a feature or column of the filtered source
   * @return the empty string if there is no filter
   */
  String all(List<Filter> filters, Function<String, String> columns) {
    return filters.stream()
        .map(filter -> one(filter, columns))
        .collect(Collectors.joining(" AND "));
  }

  private String one(Filter filter, Function<String, String> columns) {
    if (filter instanceof Filter.SqlFilter sql) {
      Function<SqlTemplate.SideRef, String> holes = ref -> columns.apply(ref.name());
      return TemplateSql.condition(sql.sql(), holes);
    }
    Filter.FieldFilter field = (Filter.FieldFilter) filter;
    String column = columns.apply(field.field());
    List<String> values = field.values().stream().map(this::literal).toList();
    return TemplateSql.parenthesised(
        switch (field.operator()) {
          case IS ->
              values.size() == 1
                  ? column + " = " + values.get(0)
                  : column + " IN (" + String.join(", ", values) + ")";
          case IS_NOT ->
              values.size() == 1
                  ? column + " <> " + values.get(0)
                  : column + " NOT IN (" + String.join(", ", values) + ")";
          case GT -> column + " > " + values.get(0);
          case GTE -> column + " >= " + values.get(0);
          case LT -> column + " < " + values.get(0);
          case LTE -> column + " <= " + values.get(0);
          case BETWEEN ->
              column + " >= " + values.get(0) + " AND " + column + " <= " + values.get(1);
          case IS_SET -> column + " IS NOT NULL";
          case IS_NOT_SET -> column + " IS NULL";
        });
  }

  private String literal(Filter.Literal literal) {
    if (literal.type() == DataType.NUMBER) {
      return literal.text();
    }
    if (literal.type() == DataType.BOOLEAN) {
      return dialect.booleans().literal(Boolean.parseBoolean(literal.text()));
    }
    return literal.type() == DataType.DATETIME
        ? dialect.momentLiteral(literal.text())
        : dialect.stringLiteral(literal.text());
  }
}
