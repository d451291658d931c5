package io.calque.cli.erd;

import java.util.Optional;

/**
 * A diagram in PlantUML's language.
 *
 * <p>Whatever is not a plain letter or digit is written by its code: PlantUML would read marks in
 * names as its own notation, and carry out what looks like one of its functions.
 */
final class PlantUmlText {
  private static final String STYLE =
      """
      !pragma layout smetana
      allowmixing
      hide circle
      hide empty members
      skinparam shadowing false
      skinparam roundCorner 6
      skinparam defaultFontName SansSerif
      skinparam class {
        BackgroundColor #FFFFFF
        HeaderBackgroundColor #E4ECF7
        BorderColor #4A5B78
        ArrowColor #4A5B78
      }
      skinparam rectangle {
        BackgroundColor #F7F3E8
        BorderColor #9A8F73
        FontSize 11
      }
      """;

  private PlantUmlText() {}

  static String of(Diagram diagram) {
    StringBuilder text = new StringBuilder("@startuml\n").append(STYLE);
    text.append("title ").append(escaped(diagram.title())).append('\n');
    diagram.boxes().forEach(box -> add(box, text));
    for (Diagram.Bridge bridge : diagram.bridges()) {
      text.append(
          "rectangle \"%s\\nvia %s\" as %s\n"
              .formatted(
                  escaped(bridge.name()), escaped(String.join(", ", bridge.via())), bridge.id()));
    }
    for (Diagram.Line line : diagram.lines()) {
      String label = line.label().isEmpty() ? "" : " : " + escaped(line.label());
      text.append(
          "%s %s%s%s %s%s\n"
              .formatted(
                  line.from(),
                  line.fromOne().map(one -> one ? "|o" : "}o").orElse(""),
                  line.isDefault() ? "--" : "..",
                  line.toOne().map(one -> one ? "o|" : "o{").orElse(""),
                  line.to(),
                  label));
    }
    return text.append("@enduml\n").toString();
  }

  private static void add(Diagram.Box box, StringBuilder text) {
    text.append(
        "entity \"**%s**\" as %s%s {\n"
            .formatted(escaped(box.name()), box.id(), tooltip(box.remark(), "[[{", "}]]")));
    Optional<Diagram.Kind> before = Optional.empty();
    for (Diagram.Section section : box.sections()) {
      boolean isMetrics = section.kind() == Diagram.Kind.METRIC;
      before.ifPresent(kind -> text.append(isMetrics ? "  --\n" : "  ..\n"));
      section.rows().forEach(row -> add(row, section.kind(), text));
      before = Optional.of(section.kind());
    }
    text.append("}\n");
  }

  private static void add(Diagram.Row row, Diagram.Kind kind, StringBuilder text) {
    String name = escaped(row.name());
    String shown =
        switch (kind) {
          case KEY -> "<b>" + name + "</b>";
          case COLUMN, RELATED -> name;
          case FORMULA -> "<i>" + name + "</i>";
          case METRIC -> "<color:#8A4B00>" + name + "</color>";
        };
    String note = row.note().isEmpty() ? "" : " <color:#7A7A7A>" + escaped(row.note()) + "</color>";
    text.append("  %s%s%s\n".formatted(shown, note, tooltip(row.remark(), "[[[{", "}]]]")));
  }

  private static String tooltip(String remark, String open, String close) {
    return remark.isBlank() ? "" : " " + open + escaped(remark.strip()) + close;
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> append(c, escaped));
    return escaped.toString();
  }

  private static void append(int c, StringBuilder to) {
    if (Character.isWhitespace(c)) {
      to.append(' ');
    } else if (Character.isLetterOrDigit(c) || c == '.' || c == ',') {
      to.appendCodePoint(c);
    } else {
      to.append("<U+%04X>".formatted(c));
    }
  }
}
