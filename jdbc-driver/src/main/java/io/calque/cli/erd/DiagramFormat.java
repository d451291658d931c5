package io.calque.cli.erd;

import io.calque.model.SemanticModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a diagram comes out. A new one is added here and nowhere else. */
public enum DiagramFormat {
  SVG("svg"),
  PNG("png"),
  MERMAID("mmd"),
  PLANTUML("puml");

  private final String extension;

  DiagramFormat(String extension) {
    this.extension = extension;
  }

  /** The format that a file's name asks for by its ending. */
  public static Optional<DiagramFormat> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> lower.endsWith("." + f.extension)).findFirst();
  }

  /**
   * Draws a model.
   *
   * @throws io.calque.error.CalqueException if the scope's entity does not exist
   * @throws IOException if {@code out} fails, or if a picture is asked for where Java has no font
   */
  public void draw(SemanticModel model, Scope scope, OutputStream out) throws IOException {
    Diagram diagram = Diagram.of(model, scope);
    switch (this) {
      case SVG, PNG -> Picture.draw(PlantUmlText.of(diagram), this == PNG, out);
      case MERMAID -> out.write(MermaidText.of(diagram).getBytes(StandardCharsets.UTF_8));
      case PLANTUML -> out.write(PlantUmlText.of(diagram).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
