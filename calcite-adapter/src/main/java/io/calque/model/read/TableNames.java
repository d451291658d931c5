package io.calque.model.read;

import io.calque.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the names of tables and columns as people write them, quoted or not. */
public final class TableNames {
  private static final int MOST_PARTS = 3;

  private TableNames() {}

  /** The table; empty if the text is not one to three names with dots between them. */
  static Optional<TableName> parse(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    boolean wasQuoted = false;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          part.append(c);
        }
      } else if ((c == '"' || c == '`') && part.isEmpty()) {
        quote = c;
        wasQuoted = true;
      } else if (c == '.') {
        parts.add(part.toString());
        part.setLength(0);
        wasQuoted = false;
      } else if (wasQuoted || Character.isWhitespace(c) || "()'\";,".indexOf(c) >= 0) {
        return Optional.empty();
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    if (quote != 0 || parts.size() > MOST_PARTS || parts.contains("")) {
      return Optional.empty();
    }
    return Optional.of(new TableName(parts));
  }

  /** The name so that {@link #parse} reads it: parts with odd characters are quoted. */
  public static String written(TableName table) {
    return table.parts().stream().map(TableNames::part).collect(Collectors.joining("."));
  }

  private static String part(String name) {
    boolean plain =
        name.chars().noneMatch(c -> Character.isWhitespace(c) || ".()'\";,`".indexOf(c) >= 0);
    return plain ? name : name.indexOf('"') < 0 ? '"' + name + '"' : '`' + name + '`';
  }

  /** The column so that {@link #column} reads it; empty if no quotes can hold it. */
  public static Optional<String> writtenColumn(String column) {
    return Stream.of(column, '"' + column + '"', '`' + column + '`')
        .filter(written -> column(written).filter(column::equals).isPresent())
        .findFirst();
  }

  /** The column, if the text is nothing but a column's name, perhaps quoted. */
  static Optional<String> column(String text) {
    String stripped = text.strip();
    if (isPlain(stripped) || stripped.matches("_[\\w$]*")) {
      return Optional.of(stripped);
    }
    if (stripped.matches("\"[^\"]+\"|`[^`]+`")) {
      return Optional.of(stripped.substring(1, stripped.length() - 1));
    }
    return Optional.empty();
  }

  private static boolean isPlain(String name) {
    for (int i = 1; i < name.length(); i++) {
      if (!Character.isUnicodeIdentifierPart(name.charAt(i)) && name.charAt(i) != '$') {
        return false;
      }
    }
    return !name.isEmpty() && Character.isUnicodeIdentifierStart(name.charAt(0));
  }
}
