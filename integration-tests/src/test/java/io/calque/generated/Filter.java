package io.calque.generated;

import java.util.List;

/** A filter of a feature. */
sealed interface Filter {
  /** The condition it is, over columns of {@code source}. */
  Expr condition();

  /** A condition in SQL. */
  record Sql(Expr condition) implements Filter {}

  /**
   * A comparison of one field.
   *
   * @param operator as A.5 of the formats calls it
   */
  record Field(String field, String operator, List<Object> values) implements Filter {
    @Override
    public Expr condition() {
      Expr column = Expr.column("source", field);
      return switch (operator) {
        case "is" -> oneOf(column);
        case "is_not" -> Expr.call(Operator.NOT, oneOf(column));
        case "gt" -> compared(Operator.GT, column, 0);
        case "gte" -> compared(Operator.GE, column, 0);
        case "lt" -> compared(Operator.LT, column, 0);
        case "lte" -> compared(Operator.LE, column, 0);
        case "between" -> compared(Operator.GE, column, 0).and(compared(Operator.LE, column, 1));
        case "is_set" -> Expr.call(Operator.IS_NOT_NULL, column);
        case "is_not_set" -> Expr.call(Operator.IS_NULL, column);
        default -> throw new IllegalStateException(operator);
      };
    }

    private Expr oneOf(Expr column) {
      return values.stream()
          .map(value -> Expr.call(Operator.EQ, column, Expr.literal(value)))
          .reduce((left, right) -> Expr.call(Operator.OR, left, right))
          .get();
    }

    private Expr compared(Operator operator, Expr column, int value) {
      return Expr.call(operator, column, Expr.literal(values.get(value)));
    }
  }
}
