package io.calque.rewrite;

import io.calque.model.SqlTemplate;
import java.util.function.Function;

/** Fills the holes of a model's snippets. What is around the holes is printed as it stands. */
final class TemplateSql {
  private TemplateSql() {}

  /**
   * A condition between two sides, in parentheses: it may hold a top-level OR.
   *
   * @param columns the SQL of a side's feature or column
   */
  static String condition(SqlTemplate template, Function<SqlTemplate.SideRef, String> columns) {
    return parenthesised(
        fill(
            template,
            part -> {
              if (part instanceof SqlTemplate.SideRef ref) {
                return columns.apply(ref);
              }
              throw new IllegalStateException("a condition has no " + part);
            }));
  }

  /**
   * An expression over features of one entity.
   *
   * @param features the SQL of a feature, safe to stand inside an expression
   */
  static String formula(SqlTemplate template, Function<String, String> features) {
    return fill(
        template,
        part -> {
          if (part instanceof SqlTemplate.FeatureRef ref) {
            return features.apply(ref.name());
          }
          throw new IllegalStateException("a formula has no " + part);
        });
  }

  private static String fill(SqlTemplate template, Function<SqlTemplate.Part, String> holes) {
    StringBuilder sql = new StringBuilder();
    for (SqlTemplate.Part part : template.parts()) {
      sql.append(part instanceof SqlTemplate.Text text ? text.sql() : holes.apply(part));
    }
    return closingLineComment(sql.toString().strip());
  }

  static String parenthesised(String sql) {
    return "(" + sql + ")";
  }

  /** A line comment in a snippet must not swallow what follows it. */
  private static String closingLineComment(String sql) {
    return sql.contains("--") ? sql + "\n" : sql;
  }
}
