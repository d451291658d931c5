package io.calque.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** A table as Markdown has it; line ends within a value become blanks, NULL stays empty. */
final class MarkdownWriter implements RowWriter {
  private final PrintStream out;

  MarkdownWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<Column> columns) {
    print(columns.stream().map(column -> cell(column.label())).toList());
    print(columns.stream().map(column -> column.isNumber() ? "---:" : "---").toList());
  }

  @Override
  public void row(List<Object> values) {
    print(values.stream().map(value -> value == null ? "" : cell(Values.text(value))).toList());
  }

  @Override
  public void end() {
    out.flush();
  }

  private void print(List<String> cells) {
    out.print(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s*[\r\n]+\\s*", " ");
  }
}
