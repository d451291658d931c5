package io.calque.model;

/** The type a model declares for a feature. The warehouse's own type wins wherever it is known. */
public enum DataType {
  STRING,
  NUMBER,
  BOOLEAN,
  DATETIME
}
