package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckVerbTest {
  @TempDir private Path folder;

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  @Test
  void aSoundModelHasNoProblems() {
    CliRun run = CliRun.of("check", DemoFolder.path().toString());
    assertEquals("larder: 6 entities, 9 relationships; no problems\n", run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  @Test
  void aProblemHasItsPlaceItsLineAndARemedy() throws IOException {
    Path file =
        write(
            "entities/boat.yml",
            """
            name: boat
            description: Something that floats
            key_source: harbour.core.boats
            keys: [id]
            features:
              - {type: field, name: id, data_type: number, source: harbour.core.boats, field: id, description: Number}
              - {type: formula, name: twice, data_type: number, sql: '{idd} * 2', description: Twice the number}
            """);
    CliRun run = CliRun.of("check", folder.toString());
    assertEquals(Main.FAILED, run.exitCode(), run.out());
    String[] lines = run.out().split("\n");
    assertTrue(lines[0].contains("boat.yml:7:"), run.out());
    assertTrue(lines[0].contains(": error Y7: "), run.out());
    assertTrue(lines[1].endsWith(Files.readAllLines(file).get(6)), run.out());
    int mark = lines[2].indexOf('^');
    assertEquals("{idd}", lines[1].substring(mark, mark + 5), run.out());
    assertTrue(run.out().endsWith(": 1 entity, 0 relationships; 1 error\n"), run.out());
  }

  @Test
  void warningsAloneAreNoFailure() throws IOException {
    write(
        "entities/ship.yml",
        """
        name: boat
        description: Something that floats
        key_source: harbour.core.boats
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, source: harbour.core.boats, field: id, description: Number}
        """);
    CliRun run = CliRun.of("check", folder.toString());
    assertTrue(run.out().contains(": warning Y29: "), run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  @Test
  void aFileOfAModelStandsForAllOfIt() {
    CliRun run =
        CliRun.of("check", DemoFolder.path().resolve("entities_relationships.yml").toString());
    assertTrue(run.out().endsWith(": 6 entities, 9 relationships; no problems\n"), run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  @Test
  void aWrongProjectFileIsAnErrorWithItsPlace() throws IOException {
    write("calque.yml", "name: harbour\nwarehuose: {url: 'jdbc:duckdb:'}\n");
    CliRun run = CliRun.of("check", folder.toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("calque.yml:2:1: "), run.err());
    assertTrue(run.err().contains("did you mean warehouse?"), run.err());
  }

  @Test
  void nothingThereIsAnError() {
    CliRun run = CliRun.of("check", folder.resolve("nothing").toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("nothing"), run.err());
  }

  @Test
  void savedQueriesAreCompiled() throws IOException {
    write("reports/fine.sql", "SELECT name FROM customer;\nSELECT METRIC('orders') FROM order;");
    write("reports/wrong.sql", "SELECT name\n  FROM customer\n  WHERE nmae = 'x'");
    CliRun run =
        CliRun.of(
            "check",
            DemoFolder.path().toString(),
            "--queries",
            folder.resolve("reports").toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(
        run.out()
            .contains("wrong.sql:3:9: error CALQUE-201: no feature of customer is called nmae"),
        run.out());
    assertTrue(run.out().endsWith("3 queries; 1 does not compile\n"), run.out());
  }
}
