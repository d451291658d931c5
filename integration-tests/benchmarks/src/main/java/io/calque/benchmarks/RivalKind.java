package io.calque.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** The rivals that stand between a program and DuckDB as Calque does. */
public enum RivalKind {
  CALCITE("Calcite", StockCalcite::open),
  TEIID("Teiid", Teiid::open);

  /** Starts one. */
  @FunctionalInterface
  private interface Opening {
    Rival open(DuckDbFile file, String... schemas) throws SQLException, IOException;
  }

  static final int COUNT = values().length;

  /** For the table. */
  final String label;

  private final Opening opening;

  RivalKind(String label, Opening opening) {
    this.label = label;
    this.opening = opening;
  }

  /**
   * Starts it over the tables of a file.
   *
   * @param schemas in which they are; names without a schema are looked for in the first
   */
  Rival open(DuckDbFile file, String... schemas) throws SQLException, IOException {
    return opening.open(file, schemas);
  }
}
