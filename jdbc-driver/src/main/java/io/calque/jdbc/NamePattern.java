package io.calque.jdbc;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A name as metadata methods take it. Case does not count. Null means any name.
 *
 * @param test whether a name is meant
 */
record NamePattern(Predicate<String> test) {
  private static final NamePattern ANY = new NamePattern(name -> true);

  /** A pattern with {@code %} and {@code _}, and {@code \} before one that means itself. */
  static NamePattern of(String pattern) {
    if (pattern == null || pattern.equals("%")) {
      return ANY;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      } else {
        regex.append(
            switch (c) {
              case '%' -> ".*";
              case '_' -> ".";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return new NamePattern(
        Pattern.compile(
                regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
            .asMatchPredicate());
  }

  /** A name that stands for itself. */
  static NamePattern exact(String name) {
    return name == null ? ANY : new NamePattern(name::equalsIgnoreCase);
  }

  boolean matches(String name) {
    return test.test(name);
  }
}
