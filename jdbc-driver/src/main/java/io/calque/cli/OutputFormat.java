package io.calque.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;

/** The ways in which rows come out. A new one is added here and nowhere else. */
enum OutputFormat {
  /** Columns side by side, for people. */
  TABLE(TableWriter::new),
  /** RFC 4180 with a header; NULL is empty, an empty text is {@code ""}. */
  CSV(CsvWriter::new),
  /** An array with an object for each row, one on a line. */
  JSON(JsonWriter::new),
  /** A table for documents and reviews. */
  MARKDOWN(MarkdownWriter::new);

  private final Function<PrintStream, RowWriter> writer;

  OutputFormat(Function<PrintStream, RowWriter> writer) {
    this.writer = writer;
  }

  RowWriter writer(PrintStream out) {
    return writer.apply(out);
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what the command line says. */
  static final class Converter extends ChoiceConverter<OutputFormat> {
    Converter() {
      super("format", values());
    }
  }
}
