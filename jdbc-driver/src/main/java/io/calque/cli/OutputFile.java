package io.calque.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a verb's one result goes: a file, or standard output. */
final class OutputFile {
  /** Writes a result. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<file>",
      description = "Where it goes; without it, to standard output.")
  private Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  void write(Terminal terminal, Content content) throws IOException {
    if (file == null) {
      content.writeTo(terminal.out());
      terminal.out().flush();
    } else {
      // First whole, so that what fails halfway leaves the file as it was.
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      content.writeTo(whole);
      Files.write(file, whole.toByteArray());
    }
  }
}
