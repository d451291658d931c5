package io.calque.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as JSON: objects are maps, arrays lists, an empty {@link Optional} is null. */
final class JsonText {
  /** What fits into a line of that length stays in one. */
  private static final int WIDTH = 100;

  private static final String INDENT = "  ";

  private JsonText() {}

  /** A value in one line. */
  static String of(Object value) {
    Object plain = Values.plain(value instanceof Optional<?> some ? some.orElse(null) : value);
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
      return list.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (plain instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> key(entry) + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return string(Values.text(plain));
  }

  /** A value as a document: in lines that people can read and compare. */
  static String document(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, "", out);
    return out.append('\n').toString();
  }

  private static void write(Object given, String margin, StringBuilder out) {
    Object value = given instanceof Optional<?> some ? some.orElse(null) : given;
    String flat = of(value);
    boolean isOpened =
        value instanceof Map<?, ?> map && !map.isEmpty()
            || value instanceof List<?> list && !list.isEmpty();
    if (!isOpened || margin.length() + flat.length() <= WIDTH) {
      out.append(flat);
      return;
    }
    boolean isObject = value instanceof Map<?, ?>;
    out.append(isObject ? '{' : '[');
    String separator = "\n";
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator).append(margin).append(INDENT).append(key(entry));
        write(entry.getValue(), margin + INDENT, out);
        separator = ",\n";
      }
    } else {
      for (Object item : (List<?>) value) {
        out.append(separator).append(margin).append(INDENT);
        write(item, margin + INDENT, out);
        separator = ",\n";
      }
    }
    out.append('\n').append(margin).append(isObject ? '}' : ']');
  }

  private static String key(Map.Entry<?, ?> entry) {
    return string(Values.text(entry.getKey())) + ": ";
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
