package io.calque.model.read;

/** Names for what other formats call with any characters, so that SQL needs no quotes. */
final class SqlIdentifiers {
  private SqlIdentifiers() {}

  /**
   * In lower case, with underscores in place of what is neither a letter a to z nor a digit, none
   * at the ends: {@code User belongs to Account} becomes {@code user_belongs_to_account}. Empty if
   * nothing is left.
   */
  static String of(String name) {
    String parted = name.strip().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    String plain = Unit.lower(parted).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return !plain.isEmpty() && Character.isDigit(plain.charAt(0)) ? "n" + plain : plain;
  }

  /** A column's name as that of a feature: characters that do not print are replaced. */
  static String feature(String column) {
    StringBuilder name = new StringBuilder();
    column.codePoints().forEach(c -> name.appendCodePoint(c < ' ' || c > 126 ? '_' : c));
    return name.toString();
  }
}
