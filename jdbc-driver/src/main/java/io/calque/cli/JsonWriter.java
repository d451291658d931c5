package io.calque.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An array of objects. The second column of a name gets {@code _2}, since an object has one. */
final class JsonWriter implements RowWriter {
  private final PrintStream out;
  private List<String> names = List.of();
  private boolean isFirst = true;

  JsonWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<Column> columns) {
    Set<String> taken = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (Column column : columns) {
      String name = column.label();
      for (int i = 2; !taken.add(name); i++) {
        name = column.label() + "_" + i;
      }
      distinct.add(JsonText.string(name));
    }
    names = distinct;
    out.print("[");
  }

  @Override
  public void row(List<Object> values) {
    StringBuilder object = new StringBuilder(isFirst ? "\n{" : ",\n{");
    isFirst = false;
    for (int i = 0; i < values.size(); i++) {
      object.append(i == 0 ? "" : ", ").append(names.get(i)).append(": ");
      object.append(JsonText.of(values.get(i)));
    }
    out.print(object.append('}'));
  }

  @Override
  public void end() {
    out.print("\n]\n");
    out.flush();
  }
}
