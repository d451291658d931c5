package io.calque.cli.erd;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.DiagramDescription;

/** Lets PlantUML draw, in this process and cut off from files and networks. */
final class Picture {
  /** PlantUML's own names; it reads them once, before it draws for the first time. */
  private static final String SECURITY = "PLANTUML_SECURITY_PROFILE";

  private static final String LARGEST = "PLANTUML_LIMIT_SIZE";

  private Picture() {}

  /**
   * @throws IOException if {@code out} fails, or if Java has no font to draw with
   */
  static void draw(String plantUml, boolean png, OutputStream out) throws IOException {
    needFont();
    System.setProperty("java.awt.headless", "true");
    System.setProperty(SECURITY, "SANDBOX");
    System.setProperty(LARGEST, "32768");
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    FileFormat format = png ? FileFormat.PNG : FileFormat.SVG;
    DiagramDescription drawn =
        new SourceStringReader(plantUml).outputImage(picture, new FileFormatOption(format, false));
    if (drawn == null || drawn.getDescription().contains("rror")) {
      throw new IOException(
          "the diagram could not be drawn; --format plantuml and --format mermaid give its text");
    }
    picture.writeTo(out);
  }

  /** Text is measured with a font, for SVG too; some Java packages for servers come without. */
  private static void needFont() throws IOException {
    try {
      new Font(Font.SANS_SERIF, Font.PLAIN, 12)
          .getStringBounds("M", new FontRenderContext(null, true, true));
    } catch (LinkageError | InternalError | RuntimeException e) {
      throw new IOException(
          "this Java finds no font to draw with; install one (such as fonts-dejavu and fontconfig),"
              + " or ask for text: --format mermaid or --format plantuml",
          e);
    }
  }
}
