package io.calque.warehouse;

/** Names that may stand unquoted and then mean exactly themselves, but for keywords. */
enum PlainNames {
  /** Names keep their case, or case does not count. */
  ANY_CASE(true, true),

  /** Unquoted names are turned into lower case. */
  LOWER_CASE(true, false),

  /** Unquoted names are turned into upper case. */
  UPPER_CASE(false, true);

  private final boolean lower;
  private final boolean upper;

  PlainNames(boolean lower, boolean upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** Whether it is letters of such a case, digits and underscores, and begins with no digit. */
  boolean contains(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain =
          c == '_'
              || lower && c >= 'a' && c <= 'z'
              || upper && c >= 'A' && c <= 'Z'
              || i > 0 && c >= '0' && c <= '9';
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
