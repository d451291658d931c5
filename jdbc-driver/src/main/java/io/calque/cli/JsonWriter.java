package io.calque.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
      distinct.add(string(name));
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
      object.append(json(values.get(i)));
    }
    out.print(object.append('}'));
  }

  @Override
  public void end() {
    out.print("\n]\n");
    out.flush();
  }

  private static String json(Object value) {
    Object plain = Values.plain(value);
    if (plain == null || plain instanceof Boolean) {
      return String.valueOf(plain);
    }
    if (plain instanceof Number number) {
      double approximately = number.doubleValue();
      boolean isWritable =
          !(number instanceof Double || number instanceof Float) || Double.isFinite(approximately);
      return isWritable ? Values.text(number) : string(number.toString());
    }
    if (plain instanceof List<?> list) {
      return list.stream().map(JsonWriter::json).collect(Collectors.joining(", ", "[", "]"));
    }
    if (plain instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> string(Values.text(entry.getKey())) + ": " + json(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return string(Values.text(plain));
  }

  static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return json.append('"').toString();
  }
}
