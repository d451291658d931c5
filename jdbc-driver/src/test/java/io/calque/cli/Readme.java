package io.calque.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What README shows a newcomer. */
final class Readme {
  private static final Path FILE = Path.of("..", "README.md");
  private static final String FENCE = "```";

  private Readme() {}

  static String text() throws IOException {
    return Files.readString(FILE);
  }

  /** The fenced blocks of a language. */
  static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : Files.readAllLines(FILE)) {
      if (block == null && line.equals(FENCE + language)) {
        block = new StringBuilder();
      } else if (block != null && line.equals(FENCE)) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  /** The statements of a block; each ends in a semicolon at the end of a line. */
  static Stream<String> statements(String language) throws IOException {
    return blocks(language).stream()
        .flatMap(block -> Stream.of(block.split(";\n")))
        .map(String::strip)
        .filter(sql -> !sql.isEmpty());
  }

  /** The commands of its shell blocks that call Calque by its alias. */
  static List<String> commands() throws IOException {
    return blocks("sh").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("calque "))
        .toList();
  }
}
