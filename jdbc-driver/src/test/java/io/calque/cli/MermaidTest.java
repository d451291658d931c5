package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mermaid itself, under Node.js, reads what {@code erd} writes for it. */
class MermaidTest {
  /** Of the version that the root pom names. */
  private static final String MERMAID =
      "/META-INF/resources/webjars/mermaid/11.6.0/dist/mermaid.min.js";

  /** Long enough for a machine that does much else. */
  private static final int SECONDS = 60;

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void draw(String diagram, String... command) {
    List<String> all = new ArrayList<>(List.of("erd"));
    all.addAll(List.of(command));
    all.addAll(List.of("-o", folder.resolve(diagram).toString()));
    CliRun run = CliRun.of(all.toArray(String[]::new));
    assertEquals(Main.FINE, run.exitCode(), run.err());
  }

  /** What Mermaid says of each diagram. */
  private List<String> answers(String... diagrams) throws IOException, InterruptedException {
    Path mermaid = folder.resolve("mermaid.min.js");
    try (InputStream in = MermaidTest.class.getResourceAsStream(MERMAID)) {
      assertNotNull(in, MERMAID);
      Files.copy(in, mermaid);
    }
    Path output = folder.resolve("output");
    List<String> command =
        Stream.concat(
                Stream.of("node", Golden.folder("mermaid-parse.js").toString(), mermaid.toString()),
                Stream.of(diagrams).map(diagram -> folder.resolve(diagram).toString()))
            .toList();
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      return abort("there is no Node.js here to run Mermaid: " + e.getMessage());
    }
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "Mermaid ends");
    return Files.readAllLines(output);
  }

  @Test
  void readsDiagramsOfTheDemo() throws Exception {
    String demo = DemoFolder.path().toString();
    draw("all.mmd", demo);
    draw("keys.mmd", demo, "--no-features");
    draw("focus.mmd", demo, "--focus", "customer", "--depth", "0");
    Files.writeString(folder.resolve("wrong.mmd"), "erDiagram\n  a ||--o{ b\n");
    List<String> answers = answers("all.mmd", "keys.mmd", "focus.mmd", "wrong.mmd");
    assertEquals(List.of("all.mmd: er", "keys.mmd: er", "focus.mmd: er"), answers.subList(0, 3));
    assertFalse(answers.get(3).endsWith(": er"), "what is wrong is refused");
  }

  /**
   * Names and descriptions that mean something to Mermaid, or to Markdown. Names are Latin;
   * descriptions need not be.
   */
  @Test
  void readsNamesOfAllKinds() throws Exception {
    write("calque.yml", "model: model\n");
    write(
        "model/entities/a.yml",
        """
        name: erDiagram
        description: "\\"quoted\\" `code` %% no comment; }o--o{ <b>bold</b> #35; \\\\ end\\n\\ttab"
        key_source: t
        keys: [PK]
        features:
          - {type: field, name: PK, data_type: number, source: t, field: a, description: '%%{init: {}}%% "x"'}
          - {type: field, name: _1st, queryable: true, data_type: string, source: t, field: b, description: 'é ü 名前 🚢'}
          - {type: field, name: linkStyle, data_type: number, source: t, field: c, description: '***'}
          - {type: field, name: style, data_type: datetime, source: t, field: d, description: "a;b:c|d"}
          - {type: field, name: classDef, data_type: boolean, source: t, field: e, description: '{x}'}
        metrics:
          - {name: direction, description: 'LR', sql: COUNT(*)}
          - {name: end, description: "]]>", sql: 'SUM({PK})'}
        """);
    write(
        "model/entities/b.yml",
        """
        name: title
        description: ''
        key_source: u
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, source: u, field: id, description: ''}
        """);
    write(
        "model/entities_relationships.yml",
        """
        relationships:
          erDiagram-title:
            relationship: many_to_many
            joins:
              - {name: to, default: true, type: sql, sql: '{source}.{PK} = {destination}.{id}'}
              - name: only
                type: lookup
                lookup:
                  - {destination: "odd.\\"names\\".x", type: sql, sql: '{source}.{PK} = {destination}.{a}'}
                  - {destination: title, type: sql, sql: '{source}.{b} = {destination}.{id}'}
        """);
    CliRun run = CliRun.of("erd", folder.toString(), "--format", "mermaid");
    assertEquals(Main.FINE, run.exitCode(), run.err());
    Files.writeString(folder.resolve("names.mmd"), run.out());
    assertFalse(run.out().contains("%%"), "no directive comes from a description");
    assertEquals(List.of("names.mmd: er"), answers("names.mmd"), run.out());
  }
}
