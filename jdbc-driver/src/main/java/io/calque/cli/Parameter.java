package io.calque.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A parameter and its value, as {@code name=value} or {@code name:type=value} writes it.
 *
 * @param name what stands after the colon in SQL
 * @param type as it was written; empty if the warehouse is to say
 * @param text the value; empty for a NULL
 */
record Parameter(String name, Optional<ParameterType> type, String text) {
  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with what to write instead
   */
  static Parameter of(String written) {
    int equals = written.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "write name=value or name:type=value instead of " + written);
    }
    String left = written.substring(0, equals).strip();
    int colon = left.indexOf(':');
    String name = colon < 0 ? left : left.substring(0, colon);
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "\"%s\" is no name of a parameter: it takes letters, digits and _".formatted(name));
    }
    Optional<ParameterType> type =
        colon < 0 ? Optional.empty() : Optional.of(type(left.substring(colon + 1)));
    Parameter parameter = new Parameter(name, type, written.substring(equals + 1));
    type.ifPresent(parameter::check);
    return parameter;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && !Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  private static ParameterType type(String word) {
    return Arrays.stream(ParameterType.values())
        .filter(type -> type.toString().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no type %s of parameters; write one of %s"
                        .formatted(
                            word,
                            Arrays.stream(ParameterType.values())
                                .map(ParameterType::toString)
                                .collect(Collectors.joining(", ")))));
  }

  private void check(ParameterType as) {
    if (as != ParameterType.NULL && as.read(text).isEmpty()) {
      throw new IllegalArgumentException(
          "the parameter %s is \"%s\", which is no %s".formatted(name, text, as.what()));
    }
  }

  /**
   * The value for one of its uses; null for NULL.
   *
   * @param expected what the warehouse takes there; empty if it does not say
   * @throws IllegalArgumentException if the text is nothing of the kind
   */
  Object value(Optional<ParameterType> expected) {
    ParameterType as = type.or(() -> expected).orElseGet(() -> ParameterType.byLook(text));
    check(as);
    return as.value(text);
  }

  /** As it would be written again. */
  @Override
  public String toString() {
    return name + type.map(known -> ":" + known).orElse("") + "=" + text;
  }
}
