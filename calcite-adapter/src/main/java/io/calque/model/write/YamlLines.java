package io.calque.model.write;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds a YAML text, line by line, with each value quoted as it has to be. */
final class YamlLines {
  private static final String INDENT = "  ";

  /** Texts that YAML cannot take for anything but themselves. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_.$() +*/-]*[A-Za-z0-9_)]");

  /** Texts that YAML takes for something else. */
  private static final Pattern WORD =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|[+-]?\\.?(inf|nan)");

  private final StringBuilder text = new StringBuilder();

  void line(int depth, String line) {
    text.append(INDENT.repeat(depth)).append(line).append('\n');
  }

  /** {@code key: value}. */
  void entry(int depth, String key, String value) {
    line(depth, key + ": " + value(value));
  }

  /** {@code - key: value}, the first entry of an item; the others are one deeper. */
  void item(int depth, String key, String value) {
    line(depth, "- " + key + ": " + value(value));
  }

  /** {@code key: [a, b]}. */
  void list(int depth, String key, List<String> values) {
    line(depth, key + ": " + flow(values));
  }

  /** {@code - [a, b]}. */
  void listItem(int depth, List<String> values) {
    line(depth, "- " + flow(values));
  }

  private static String flow(List<String> values) {
    return values.stream().map(YamlLines::value).collect(Collectors.joining(", ", "[", "]"));
  }

  void append(YamlLines other) {
    text.append(other.text);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** A value as YAML reads it back: plain where that is safe. */
  static String value(String value) {
    boolean plain = PLAIN.matcher(value).matches() && !WORD.matcher(value).matches();
    return plain ? value : YamlText.quoted(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
