package io.calque.bind;

import java.util.Optional;

/**
 * A name that the query defines.
 *
 * @param value the name, without quotes
 * @param sql the name as the user wrote it, which the warehouse takes for the same name again;
 *     empty if Calque writes it
 */
public record Name(String value, Optional<String> sql) {
  static Name written(String value, String sql) {
    return new Name(value, Optional.of(sql));
  }

  /** A name that the model gives. */
  static Name given(String value) {
    return new Name(value, Optional.empty());
  }

  boolean is(String other) {
    return value.equalsIgnoreCase(other);
  }
}
