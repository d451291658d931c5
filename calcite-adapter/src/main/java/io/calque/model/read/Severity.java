package io.calque.model.read;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** Something was left out of the model. Without {@code lenient} a project does not connect. */
  ERROR,
  /** Usable, and probably not what its author meant. */
  WARNING,
  /** Read as it was meant, though written in an older or a loose way. */
  INFO;

  /** As compilers write it, such as {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
