package io.calque.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of a corpus that are known to fail, each with its reason: {@code name = reason}.
 */
final class NamedLines {
  private NamedLines() {}

  static Map<String, String> read(String resource) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String line : Corpus.text(resource).split("\n")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf(" = ");
      if (equals < 0) {
        throw new IllegalStateException(resource + ": not \"name = text\": " + line);
      }
      texts.put(line.substring(0, equals).strip(), line.substring(equals + 3).strip());
    }
    return texts;
  }
}
