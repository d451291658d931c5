package io.calque.cli.init;

import java.util.List;

/**
 * What identifies a row of a table.
 *
 * @param columns one or more
 * @param isDeclared whether the catalog says so
 * @param rows how many rows the data proves it by; 0 if it is declared
 * @param why in a few words, for whoever reads the model
 */
record Key(List<String> columns, boolean isDeclared, long rows, String why) {
  /** With fewer rows, that no value repeats is no sign that none ever will. */
  static final long TELLING_ROWS = 20;

  Key {
    columns = List.copyOf(columns);
  }

  static Key declared(List<String> columns, String why) {
    return new Key(columns, true, 0, why);
  }

  /** Whether cardinalities may be built on it. */
  boolean isCertain() {
    return isDeclared || rows >= TELLING_ROWS;
  }

  /** {@code 1 row}, {@code 1,000 rows}. */
  static String rows(long count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }
}
