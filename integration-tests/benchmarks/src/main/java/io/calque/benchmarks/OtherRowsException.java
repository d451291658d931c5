package io.calque.benchmarks;

/** Two sides of a comparison do not give the same rows. */
final class OtherRowsException extends Exception {
  private static final long serialVersionUID = 1;

  OtherRowsException(String message) {
    super(message);
  }
}
