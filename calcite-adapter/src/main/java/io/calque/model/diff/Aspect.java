package io.calque.model.diff;

/**
 * One thing that a definition says.
 *
 * @param name what it is about: {@code source}, {@code sql}…
 * @param shown as people read it
 * @param key equal for two that mean the same
 */
record Aspect(String name, String shown, String key) {
  static final String DESCRIPTION = "description";
  static final String ALIASES = "aliases";

  /** Whether it says what an element is, not only what it is called or should be known for. */
  boolean isMeaning() {
    return !name.equals(DESCRIPTION) && !name.equals(ALIASES);
  }
}
