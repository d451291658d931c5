package io.calque.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that no readable file can hold: <code>&#92;u0000</code>, {@code \n}, {@code \t} and {@code
 * \r} for a character, and {@code {{5000*(}}} for a text so many times.
 */
final class Escapes {
  private static final Pattern CHARACTER = Pattern.compile("\\\\(u[0-9a-f]{4}|[ntr])");
  private static final Pattern REPEATED = Pattern.compile("\\{\\{(\\d+)\\*(.+?)\\}\\}");

  private Escapes() {}

  static String expand(String text) {
    String characters =
        CHARACTER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
    return REPEATED
        .matcher(characters)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      default -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
    };
  }
}
