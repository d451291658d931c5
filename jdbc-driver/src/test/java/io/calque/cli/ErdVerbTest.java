package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ErdVerbTest {
  @TempDir private Path folder;

  private static final String BOAT =
      """
      name: boat
      description: Something that floats
      key_source: harbour.core.boats
      keys: [id]
      features:
        - {type: field, name: id, data_type: number, source: harbour.core.boats, field: id, description: Number}
        - {type: field, name: home, data_type: number, source: harbour.core.boats, field: home, description: ''}
        - {type: field, name: port, data_type: string, source: port, field: name, description: Home port}
        - {type: formula, name: label, data_type: string, sql: "{id} || ''", description: ''}
      metrics:
        - {name: boats, description: How many, sql: 'COUNT(*)'}
      """;

  private static final String PORT =
      """
      name: port
      description: ''
      key_source: harbour.core.ports
      keys: [code]
      features:
        - {type: field, name: code, data_type: number, source: harbour.core.ports, field: code, description: ''}
        - {type: field, name: name, data_type: string, source: harbour.core.ports, field: name, description: ''}
      """;

  private static final String RELATIONSHIPS =
      """
      relationships:
        port-boat:
          relationship: one_to_many
          joins:
            - {name: home_port, default: true, type: sql, sql: '{source}.{code} = {destination}.{home}'}
      """;

  private Path harbour() throws IOException {
    write("entities/boat.yml", BOAT);
    write("entities/port.yml", PORT);
    write(
        "entities_relationships.yml",
        RELATIONSHIPS
            + """
                  - name: calls
                    type: lookup
                    lookup:
                      - {destination: harbour.ops.stays, type: sql, sql: '{source}.{code} = {destination}.{port}'}
                      - {destination: boat, type: sql, sql: '{source}.{boat} = {destination}.{id}'}
            """);
    return folder;
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static Document xml(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  /** All texts that an SVG shows. */
  private static List<String> texts(String svg) throws Exception {
    NodeList nodes = xml(svg).getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void anSvgShowsEntitiesFeaturesMetricsJoinsAndBridges() throws Exception {
    CliRun run = CliRun.of("erd", harbour().toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    List<String> texts = texts(run.out());
    assertTrue(
        texts.containsAll(
            List.of(
                "boat",
                "port",
                "id",
                "home",
                "of port",
                "label",
                "boats",
                "home_port",
                "calls",
                "via stays")),
        texts.toString());
    NodeList links = xml(run.out()).getElementsByTagName("a");
    List<String> tooltips = new ArrayList<>();
    for (int i = 0; i < links.getLength(); i++) {
      tooltips.add(((Element) links.item(i)).getAttribute("title"));
    }
    assertTrue(
        tooltips.containsAll(List.of("Something that floats", "Home port")), tooltips::toString);
  }

  @Test
  void aFileGetsTheFormatOfItsEnding() throws Exception {
    Path picture = folder.resolve("harbour.png");
    CliRun run = CliRun.of("erd", harbour().toString(), "-o", picture.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals("", run.out());
    BufferedImage image = ImageIO.read(picture.toFile());
    assertTrue(image.getWidth() > 100 && image.getHeight() > 200, image::toString);
  }

  @Test
  void mermaidIsText() throws IOException {
    CliRun run = CliRun.of("erd", harbour().toString(), "--format", "mermaid");
    assertEquals(
        """
        erDiagram
          e1["boat"] {
            number id PK "Number"
            number home
            related port "of port: Home port"
            formula label "string"
            metric boats "How many"
          }
          e2["port"] {
            number code PK
            string name
          }
          b1["calls via stays"]
          e2 |o--o{ e1 : "home_port"
          e2 |o..o| b1 : ""
          b1 |o..o{ e1 : ""
        """,
        run.out());
  }

  @Test
  void keysAloneAreShownWithoutFeatures() throws IOException {
    CliRun run = CliRun.of("erd", harbour().toString(), "--format", "mermaid", "--no-features");
    assertTrue(run.out().contains("number id PK"), run.out());
    assertFalse(run.out().contains("home\n"), run.out());
    assertFalse(run.out().contains("boats"), run.out());
  }

  @Test
  void theFocusAndItsNeighboursAlone() {
    String demo = DemoFolder.path().toString();
    CliRun near =
        CliRun.of("erd", demo, "--format", "mermaid", "--focus", "Country", "--depth", "1");
    assertEquals(List.of("country", "customer"), entities(near));
    CliRun alone =
        CliRun.of("erd", demo, "--format", "mermaid", "--focus", "customer", "--depth", "0");
    assertEquals(List.of("customer"), entities(alone));
    assertTrue(alone.out().contains("referral"), alone.out());
  }

  private static List<String> entities(CliRun run) {
    return run.out()
        .lines()
        .filter(line -> line.endsWith(" {"))
        .map(line -> line.split("\"")[1])
        .toList();
  }

  @Test
  void anUnknownFocusIsAnErrorWithTheNearestName() {
    CliRun run = CliRun.of("erd", DemoFolder.path().toString(), "--focus", "custmer");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("did you mean customer"), run.err());
  }

  @Test
  void whatFailsLeavesTheFileAsItWas() throws IOException {
    Path picture = Files.writeString(folder.resolve("before.svg"), "before");
    String demo = DemoFolder.path().toString();
    CliRun run = CliRun.of("erd", demo, "--focus", "custmer", "-o", picture.toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertEquals("before", Files.readString(picture));
  }

  @Test
  void anUnknownFormatIsWrongUsage() {
    CliRun run = CliRun.of("erd", DemoFolder.path().toString(), "--format", "gif");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(
        run.err().contains("there is no format gif; write one of svg, png, mermaid, plantuml"),
        run.err());
  }

  /** Names and descriptions are text, whatever they look like to what draws them. */
  @Test
  void nothingInAModelIsCarriedOut() throws Exception {
    String hostile =
        "!include /etc/passwd %getenv(\\\"HOME\\\") ]] }} @enduml <b>x</b> \\n!theme x";
    write("entities/boat.yml", BOAT.replace("Something that floats", '"' + hostile + '"'));
    write(
        "entities/port.yml",
        PORT.replace("description: ''\nkey", "description: \"" + hostile + "\"\nkey"));
    write("entities_relationships.yml", RELATIONSHIPS);
    CliRun run = CliRun.of("erd", folder.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertTrue(
        run.out().contains("!include /etc/passwd %getenv(&quot;HOME&quot;) ]] }} @enduml"),
        run.out());
    assertFalse(run.out().contains(System.getenv("HOME")), run.out());
  }

  @Test
  void sixtyEntitiesAreDrawn() throws Exception {
    StringBuilder relationships = new StringBuilder("relationships:\n");
    for (int i = 0; i < 60; i++) {
      write("entities/e%d.yml".formatted(i), PORT.replace("name: port", "name: e" + i));
      if (i > 0) {
        relationships.append(
            """
              e%d-e%d:
                relationship: one_to_many
                joins:
                  - {name: j%d, type: sql, sql: '{source}.{code} = {destination}.{code}'}
            """
                .formatted(i / 3, i, i));
      }
    }
    write("entities_relationships.yml", relationships.toString());
    CliRun run = CliRun.of("erd", folder.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    List<String> texts = texts(run.out());
    assertTrue(texts.contains("e59") && texts.contains("j59"), texts::toString);
  }
}
