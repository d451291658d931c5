package io.calque.cli.erd;

import java.util.Locale;
import java.util.Set;

/**
 * A diagram in Mermaid's language, which Markdown viewers draw. A lookup is a line of its own
 * there, as Mermaid has no boxes but entities.
 */
final class MermaidText {
  private static final Set<String> KEY_WORDS = Set.of("PK", "FK", "UK");

  private MermaidText() {}

  static String of(Diagram diagram) {
    StringBuilder text = new StringBuilder("erDiagram\n");
    for (Diagram.Box box : diagram.boxes()) {
      text.append("  %s[\"%s\"] {\n".formatted(box.id(), quoted(box.name())));
      box.sections().forEach(section -> section.rows().forEach(row -> add(row, section, text)));
      text.append("  }\n");
    }
    for (Diagram.Bridge bridge : diagram.bridges()) {
      text.append(
          "  %s[\"%s via %s\"]\n"
              .formatted(
                  bridge.id(), quoted(bridge.name()), quoted(String.join(", ", bridge.via()))));
    }
    for (Diagram.Line line : diagram.lines()) {
      text.append(
          "  %s %s%s%s %s : \"%s\"\n"
              .formatted(
                  line.from(),
                  line.fromOne().orElse(true) ? "|o" : "}o",
                  line.isDefault() ? "--" : "..",
                  line.toOne().orElse(true) ? "o|" : "o{",
                  line.to(),
                  quoted(line.label())));
    }
    return text.toString();
  }

  /** Type, name, key, comment: the first two may be nothing but a word. */
  private static void add(Diagram.Row row, Diagram.Section section, StringBuilder text) {
    String kind = section.kind().name().toLowerCase(Locale.ROOT);
    boolean isColumn = section.kind() == Diagram.Kind.KEY || section.kind() == Diagram.Kind.COLUMN;
    String type = isColumn && !row.note().isEmpty() ? word(row.note()) : kind;
    String comment = isColumn ? row.remark() : join(row.note(), row.remark());
    text.append(
        "    %s %s%s%s\n"
            .formatted(
                type,
                word(row.name()),
                section.kind() == Diagram.Kind.KEY ? " PK" : "",
                comment.isBlank() ? "" : " \"" + quoted(comment) + "\""));
  }

  private static String join(String note, String remark) {
    return note.isEmpty() || remark.isBlank() ? note + remark : note + ": " + remark;
  }

  /** Mermaid takes the words for keys as such even where a name stands. */
  private static String word(String name) {
    String word = name.replaceAll("[^A-Za-z0-9_]", "_");
    if (KEY_WORDS.contains(word.toUpperCase(Locale.ROOT))) {
      return word + "_";
    }
    return Character.isLetter(word.charAt(0)) ? word : "f" + word;
  }

  /** Two percent signs begin a directive or a comment, even between quotes. */
  private static String quoted(String text) {
    return text.strip()
        .replaceAll("\\s+", " ")
        .replaceAll("%(?=%)", "% ")
        .replace('"', '\'')
        .replace(';', ',');
  }
}
