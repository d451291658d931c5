package io.calque.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns side by side. The first rows are held back to learn how wide the columns are; all further
 * ones go straight out, and a value that is wider then simply takes its room.
 */
final class TableWriter implements RowWriter {
  private static final int ROWS_HELD_BACK = 500;

  private final PrintStream out;
  private final List<List<String>> heldBack = new ArrayList<>();
  private List<Column> columns = List.of();
  private int[] widths = {};
  private boolean flowing;

  TableWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<Column> all) {
    columns = List.copyOf(all);
    widths = new int[columns.size()];
    widen(columns.stream().map(Column::label).toList());
  }

  @Override
  public void row(List<Object> values) {
    List<String> row =
        values.stream().map(value -> value == null ? "NULL" : Values.text(value)).toList();
    if (flowing) {
      print(row);
      return;
    }
    widen(row);
    heldBack.add(row);
    if (heldBack.size() == ROWS_HELD_BACK) {
      flow();
    }
  }

  @Override
  public void end() {
    if (!flowing) {
      flow();
    }
  }

  private void flow() {
    flowing = true;
    print(columns.stream().map(Column::label).toList());
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      rule.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
    }
    out.println(rule);
    heldBack.forEach(this::print);
    heldBack.clear();
  }

  private void widen(List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      for (String line : DisplayText.lines(row.get(i))) {
        widths[i] = Math.max(widths[i], DisplayText.width(line));
      }
    }
  }

  /** Prints a row; it takes as many lines as its value with the most lines. */
  private void print(List<String> row) {
    List<List<String>> cells = row.stream().map(DisplayText::lines).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        String blanks = " ".repeat(Math.max(0, widths[i] - DisplayText.width(cell)));
        text.append(i == 0 ? "" : " | ")
            .append(columns.get(i).isNumber() ? blanks + cell : cell + blanks);
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
