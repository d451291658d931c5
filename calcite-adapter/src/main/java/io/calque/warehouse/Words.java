package io.calque.warehouse;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Word lists, written as text so that they can be read and compared with a manual. */
final class Words {
  private Words() {}

  /** The words of texts that separate them by white space. */
  static Set<String> of(String... texts) {
    return Arrays.stream(texts)
        .flatMap(text -> Stream.of(text.strip().split("\\s+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
