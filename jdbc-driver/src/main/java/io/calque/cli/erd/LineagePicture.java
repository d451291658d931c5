package io.calque.cli.erd;

import io.calque.model.graph.Element;
import io.calque.model.graph.ModelGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws what an element of a model is made of: each element once, arrows to what it needs. */
public final class LineagePicture {
  private static final String STYLE =
      """
      !pragma layout smetana
      left to right direction
      skinparam shadowing false
      skinparam roundCorner 6
      skinparam defaultFontName SansSerif
      skinparam rectangle {
        BackgroundColor #FFFFFF
        BorderColor #4A5B78
      }
      """;

  private LineagePicture() {}

  /**
   * @throws IOException if {@code out} fails, or if Java has no font to draw with
   */
  public static void draw(Element element, ModelGraph graph, boolean png, OutputStream out)
      throws IOException {
    Picture.draw(plantUml(element, graph), png, out);
  }

  private static String plantUml(Element start, ModelGraph graph) {
    Map<Element, String> ids = new LinkedHashMap<>(Map.of(start, "n1"));
    Deque<Element> open = new ArrayDeque<>(ids.keySet());
    StringBuilder arrows = new StringBuilder();
    while (!open.isEmpty()) {
      Element next = open.removeFirst();
      for (Element needed : graph.needs(next)) {
        if (needed.isMaterial()) {
          if (!ids.containsKey(needed)) {
            ids.put(needed, "n" + (ids.size() + 1));
            open.addLast(needed);
          }
          arrows.append("%s --> %s\n".formatted(ids.get(next), ids.get(needed)));
        }
      }
    }
    StringBuilder text = new StringBuilder("@startuml\n").append(STYLE);
    ids.forEach((element, id) -> text.append(box(element, id)));
    return text.append(arrows).append("@enduml\n").toString();
  }

  private static String box(Element element, String id) {
    String color =
        switch (element.kind()) {
          case COLUMN -> "#F7F3E8";
          case JOIN -> "#EFEFEF";
          case METRIC -> "#FBEADB";
          default -> "#E4ECF7";
        };
    return "rectangle \"%s\\n<size:10>%s\" as %s %s\n"
        .formatted(PlantUmlText.escaped(element.name()), element.kind(), id, color);
  }
}
