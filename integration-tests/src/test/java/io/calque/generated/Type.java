package io.calque.generated;

/** The types of generated values. */
enum Type {
  INT("number", "INTEGER"),
  TEXT("string", "VARCHAR"),
  /** Of grouping keys. */
  BOOL("boolean", "BOOLEAN"),
  /**
   * Of averages and ratios: never grouped by or compared, as sums of them depend on their order.
   */
  REAL("number", "DOUBLE");

  private final String dataType;
  private final String columnType;

  Type(String dataType, String columnType) {
    this.dataType = dataType;
    this.columnType = columnType;
  }

  /** As a model says it. */
  String dataType() {
    return dataType;
  }

  /** As CREATE TABLE says it. */
  String columnType() {
    return columnType;
  }
}
