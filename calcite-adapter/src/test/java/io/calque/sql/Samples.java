package io.calque.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements of {@code queries.txt}, by construct. */
final class Samples {
  private Samples() {}

  static Map<String, List<String>> byConstruct() {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    List<String> construct = new ArrayList<>();
    for (String line : read().split("\n")) {
      if (line.startsWith("## ")) {
        construct = new ArrayList<>();
        samples.put(line.substring(3), construct);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        construct.add(line);
      }
    }
    return samples;
  }

  static List<String> all() {
    return byConstruct().values().stream().flatMap(List::stream).toList();
  }

  private static String read() {
    try (InputStream in = Samples.class.getResourceAsStream("queries.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
