package io.calque.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file of secrets: empty ones and those that begin with # count for nothing. */
final class SecretLines {
  private SecretLines() {}

  /**
   * A line.
   *
   * @param place the file and the line's number, to be named in errors; the text never is
   */
  record Line(String text, String place) {}

  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(new Line(text, file + ":" + number));
      }
    }
    return lines;
  }
}
