package io.calque.generated;

/** Arithmetic and order of values: Long, Double and String. */
final class Numbers {
  private Numbers() {}

  private static boolean whole(Object left, Object right) {
    return left instanceof Long && right instanceof Long;
  }

  private static long l(Object value) {
    return (Long) value;
  }

  private static double d(Object value) {
    return ((Number) value).doubleValue();
  }

  static Object plus(Object left, Object right) {
    return whole(left, right) ? (Object) Math.addExact(l(left), l(right)) : d(left) + d(right);
  }

  static Object minus(Object left, Object right) {
    return whole(left, right) ? (Object) Math.subtractExact(l(left), l(right)) : d(left) - d(right);
  }

  static Object times(Object left, Object right) {
    return whole(left, right) ? (Object) Math.multiplyExact(l(left), l(right)) : d(left) * d(right);
  }

  static Object divide(Object left, Object right) {
    return d(left) / d(right);
  }

  /** The order of two values of one type, neither null. */
  static int compare(Object left, Object right) {
    if (left instanceof String text) {
      return text.compareTo((String) right);
    }
    if (left instanceof Boolean truth) {
      return truth.compareTo((Boolean) right);
    }
    return whole(left, right) ? Long.compare(l(left), l(right)) : Double.compare(d(left), d(right));
  }

  /** The order in which NULL comes last. */
  static int compareNullsLast(Object left, Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? 1 : -1;
    }
    return compare(left, right);
  }
}
