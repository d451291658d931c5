package io.calque.model.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A YAML map in the making, in one line or in several. */
public final class YamlMap {
  /** Longer maps are written in several lines. */
  private static final int WIDTH = 110;

  private record Entry(String key, String value, String inline) {}

  private final List<Entry> entries = new ArrayList<>();
  private boolean flat = true;
  private List<String> comments = List.of();

  /** A key with a text. */
  public YamlMap text(String key, String text) {
    entries.add(new Entry(key, text, YamlText.of(text)));
    flat &= !text.contains("\n");
    return this;
  }

  /** A key with something that is YAML already and stands on its line. */
  YamlMap yaml(String key, String yaml) {
    entries.add(new Entry(key, null, yaml));
    return this;
  }

  /** A key with a list of maps, an item below the other. */
  YamlMap items(String key, List<YamlMap> items) {
    flat = false;
    entries.add(
        new Entry(
            key,
            null,
            items.stream().map(item -> "\0" + item.item(0)).collect(Collectors.joining())));
    return this;
  }

  /** A key with a map below it. */
  public YamlMap map(String key, YamlMap map) {
    flat = false;
    entries.add(new Entry(key, null, "\0" + map.lines(0)));
    return this;
  }

  /** What is to stand above the map where it is an item of a list. */
  YamlMap comments(List<String> texts) {
    comments = List.copyOf(texts);
    return this;
  }

  private String inline() {
    return entries.stream()
        .map(entry -> entry.key() + ": " + entry.inline())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The map as an item of a list. */
  String item(int indent) {
    String inline = inline();
    String dash = " ".repeat(indent) + "- ";
    return YamlComments.of(comments, indent)
        + (flat && inline.length() + indent + 2 <= WIDTH
            ? dash + inline + "\n"
            : dash + lines(indent + 2).substring(indent + 2));
  }

  /** The map with a key on each line. */
  public String lines(int indent) {
    StringBuilder lines = new StringBuilder();
    String blanks = " ".repeat(indent);
    for (Entry entry : entries) {
      lines.append(blanks).append(entry.key()).append(':');
      if (entry.inline().startsWith("\0")) {
        lines.append('\n');
        for (String item : entry.inline().substring(1).split("\0")) {
          item.lines()
              .forEach(
                  line -> lines.append(line.isEmpty() ? "" : blanks + "  " + line).append('\n'));
        }
      } else {
        String value =
            entry.value() == null ? entry.inline() : YamlText.value(entry.value(), indent);
        lines.append(' ').append(value).append('\n');
      }
    }
    return lines.toString();
  }
}
