package io.calque.cli.diff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows as texts that are equal if the rows are, whichever warehouse they come from.
 *
 * @param text the text of a value that is not null
 */
record RowText(Function<Object, String> text) {
  /**
   * Digits in which floating-point numbers are compared. The last few depend on the order in which
   * a warehouse happens to add.
   */
  private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

  private static final String SEPARATOR = "\u001F";
  private static final String NULL = "\u0000";

  /** For comparing. */
  String key(List<Object> row) {
    return row.stream().map(this::key).collect(Collectors.joining(SEPARATOR));
  }

  private String key(Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? key(new BigDecimal(number).round(DIGITS)) : value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
    }
    if (value instanceof BigInteger number) {
      return key(new BigDecimal(number));
    }
    if (value instanceof Number number) {
      return key(BigDecimal.valueOf(number.longValue()));
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant().toString();
    }
    return text.apply(value);
  }

  /** For reading. */
  String shown(List<Object> row) {
    return row.stream()
        .map(value -> value == null ? "NULL" : text.apply(value))
        .collect(Collectors.joining(", "));
  }
}
