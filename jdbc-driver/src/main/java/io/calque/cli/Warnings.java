package io.calque.cli;

import java.io.PrintStream;
import java.sql.SQLWarning;

/** Shows warnings without getting between the rows. */
final class Warnings {
  private Warnings() {}

  /**
   * Prints a chain of warnings.
   *
   * @param first may be null, as JDBC has it
   */
  static void print(SQLWarning first, PrintStream err) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      err.println("warning: " + warning.getMessage());
    }
  }
}
