package io.calque.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values. NULL is nothing at all, an empty text is {@code ""}. */
final class CsvWriter implements RowWriter {
  private final PrintStream out;

  CsvWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<Column> columns) {
    line(columns.stream().map(column -> (Object) column.label()).toList());
  }

  @Override
  public void row(List<Object> values) {
    line(values);
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(List<Object> values) {
    out.print(values.stream().map(CsvWriter::cell).collect(Collectors.joining(",")));
    out.print('\n');
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = Values.text(value);
    boolean plain =
        !text.isEmpty()
            && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.strip().equals(text);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
