package io.calque.rewrite;

import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
import java.util.Locale;
import java.util.Optional;

/**
 * An aggregate in two steps: over each part of the rows, then over what the parts gave. Value and
 * type are those of the aggregate over all rows at once.
 *
 * <p>Over the rows of a part it is the call itself. SUM and COUNT are the sum of those of the
 * parts, where the warehouse's type of that is the same ({@link Aggregates#summable}); MIN, MAX,
 * BOOL_AND and their kind are what they are of the parts. AVG, DISTINCT, ORDER BY and functions of
 * several arguments cannot be had from parts.
 *
 * @param call the aggregate
 * @param combination how the parts are put together
 */
record PartialAggregate(AggregateCall call, Combination combination) {
  /** Ways to put the values of parts together. */
  enum Combination {
    SUM,
    /** The sum, and 0 over no parts. */
    COUNT,
    /** By the function itself. */
    SAME
  }

  /** An aggregate in two steps; empty if it cannot be had so. */
  static Optional<PartialAggregate> of(AggregateCall call, Aggregates functions) {
    if (!isOfOneValue(call)) {
      return Optional.empty();
    }
    if (functions.isIdempotent(call.function())) {
      return Optional.of(new PartialAggregate(call, Combination.SAME));
    }
    if (!functions.summable().contains(call.function())) {
      return Optional.empty();
    }
    return Optional.of(
        new PartialAggregate(
            call, call.function().equals("count") ? Combination.COUNT : Combination.SUM));
  }

  /** Whether rows that occur more than once change nothing, so that all of them may be counted. */
  static boolean isBlindToRepetition(AggregateCall call, Aggregates functions) {
    return isOfOneValue(call) && functions.isIdempotent(call.function())
        || before(call).equals(call.function() + "(distinct");
  }

  /** Whether it aggregates one value a row, all of them, in whatever order. */
  static boolean isOfOneValue(AggregateCall call) {
    return before(call).equals(call.function() + "(")
        && TemplateSql.formula(call.argument().orElseThrow().after(), name -> name).equals(")");
  }

  /** What stands before the aggregated value, in lower case and without blanks. */
  private static String before(AggregateCall call) {
    return call.argument()
        .map(argument -> TemplateSql.formula(argument.before(), name -> name))
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s", "");
  }

  /**
   * The aggregate over all rows.
   *
   * @param part the column of the parts' values; NULL is the value of no part
   * @param condition which parts count; may be empty
   */
  Rendered ofParts(String part, Rendered condition, Aggregates functions) {
    String function =
        combination == Combination.SAME ? call.function().toUpperCase(Locale.ROOT) : "SUM";
    SqlWriter sql = new SqlWriter().add(combination == Combination.COUNT ? "COALESCE(CAST(" : "");
    if (condition.sql().isEmpty()) {
      sql.add(function + "(" + part + ")");
    } else {
      switch (functions.filtering()) {
        case FILTER -> sql.add(function + "(" + part + ") FILTER (WHERE ").add(condition).add(")");
        case CASE ->
            sql.add(function + "(CASE WHEN ").add(condition).add(" THEN " + part + " END)");
      }
    }
    return sql.add(combination == Combination.COUNT ? " AS BIGINT), 0)" : "").done();
  }
}
