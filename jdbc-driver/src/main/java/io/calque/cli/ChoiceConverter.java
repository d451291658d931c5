package io.calque.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of several words, whatever its case. Picocli's own error would speak of constants.
 *
 * @param <T> what is chosen; its {@code toString} is the word
 */
abstract class ChoiceConverter<T> implements ITypeConverter<T> {
  private final String what;
  private final List<T> choices;

  /**
   * @param what what is chosen, as an error calls it
   */
  ChoiceConverter(String what, T[] choices) {
    this.what = what;
    this.choices = Arrays.asList(choices);
  }

  @Override
  public T convert(String text) {
    return choices.stream()
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no %s %s; write one of %s"
                        .formatted(
                            what,
                            text,
                            choices.stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")))));
  }
}
