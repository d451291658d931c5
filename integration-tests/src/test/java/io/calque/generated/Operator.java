package io.calque.generated;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What an {@link Expr.Call} does: how it is written, and its value in three-valued logic. */
enum Operator {
  EQ("(%s = %s)", strict(v -> compare(v) == 0)),
  NE("(%s <> %s)", strict(v -> compare(v) != 0)),
  LT("(%s < %s)", strict(v -> compare(v) < 0)),
  LE("(%s <= %s)", strict(v -> compare(v) <= 0)),
  GT("(%s > %s)", strict(v -> compare(v) > 0)),
  GE("(%s >= %s)", strict(v -> compare(v) >= 0)),
  AND("(%s AND %s)", v -> and(v.get(0), v.get(1))),
  OR("(%s OR %s)", v -> not(and(not(v.get(0)), not(v.get(1))))),
  NOT("(NOT %s)", v -> not(v.get(0))),
  IS_NULL("(%s IS NULL)", v -> v.get(0) == null),
  IS_NOT_NULL("(%s IS NOT NULL)", v -> v.get(0) != null),
  PLUS("(%s + %s)", strict(v -> Numbers.plus(v.get(0), v.get(1)))),
  MINUS("(%s - %s)", strict(v -> Numbers.minus(v.get(0), v.get(1)))),
  TIMES("(%s * %s)", strict(v -> Numbers.times(v.get(0), v.get(1)))),
  /** DuckDB's, which gives fractions of integers too; only ever by what can't be zero. */
  DIVIDE("(%s / %s)", strict(v -> Numbers.divide(v.get(0), v.get(1)))),
  CONCAT("(%s || %s)", strict(v -> v.get(0).toString() + v.get(1))),
  COALESCE("COALESCE(%s, %s)", v -> v.get(0) != null ? v.get(0) : v.get(1)),
  NULLIF(
      "NULLIF(%s, %s)",
      v -> v.get(0) == null || v.get(1) != null && compare(v) == 0 ? null : v.get(0)),
  CASE(
      "CASE WHEN %s THEN %s ELSE %s END", v -> Boolean.TRUE.equals(v.get(0)) ? v.get(1) : v.get(2));

  private final String form;
  private final Function<List<Object>, Object> meaning;

  Operator(String form, Function<List<Object>, Object> meaning) {
    this.form = form;
    this.meaning = meaning;
  }

  String sql(List<String> operands) {
    return form.formatted(operands.toArray());
  }

  /** Which operands are of the type of the whole. */
  List<Integer> alike() {
    return switch (this) {
      case EQ, NE, LT, LE, GT, GE, IS_NULL, IS_NOT_NULL, DIVIDE -> List.of();
      case NOT, NULLIF -> List.of(0);
      case CASE -> List.of(1, 2);
      default -> List.of(0, 1);
    };
  }

  Object apply(List<Object> values) {
    return meaning.apply(values);
  }

  private static Function<List<Object>, Object> strict(Function<List<Object>, Object> meaning) {
    return values -> values.stream().anyMatch(Objects::isNull) ? null : meaning.apply(values);
  }

  private static int compare(List<Object> values) {
    return Numbers.compare(values.get(0), values.get(1));
  }

  private static Object not(Object value) {
    return value == null ? null : !(Boolean) value;
  }

  private static Object and(Object left, Object right) {
    if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
      return false;
    }
    return left == null || right == null ? null : true;
  }
}
