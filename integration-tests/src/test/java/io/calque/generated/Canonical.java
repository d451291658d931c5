package io.calque.generated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/** Values and rows as text in which equal ones look equal, fractions to nine digits. */
final class Canonical {
  private Canonical() {}

  static String value(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return value.toString();
  }

  private static String number(Number number) {
    if (number instanceof Double d && (d.isNaN() || d.isInfinite())) {
      return d.toString();
    }
    BigDecimal exact = new BigDecimal(number.toString());
    BigDecimal rounded =
        exact.stripTrailingZeros().scale() > 0 ? exact.round(new MathContext(9)) : exact;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static List<String> row(List<Object> row) {
    return row.stream().map(Canonical::value).toList();
  }

  static List<List<String>> rows(List<List<Object>> rows) {
    return rows.stream().map(Canonical::row).toList();
  }

  static List<List<String>> sorted(List<List<String>> rows) {
    return rows.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }
}
