package io.calque.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of text, which is UTF-8 everywhere. */
final class TextFiles {
  private TextFiles() {}

  /**
   * The whole text.
   *
   * @throws IOException if there is no such file, or what is in it is no text in UTF-8
   */
  static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not text in UTF-8", e);
    }
  }
}
