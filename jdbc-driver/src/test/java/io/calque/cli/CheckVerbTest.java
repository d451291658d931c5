package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Only here: a query that could go either way is refused, so no connection need be warned. */
  @Test
  void circularRelationshipsAreAWarning() throws IOException, SQLException {
    write("calque.yml", "name: harbour\nwarehouse: {url: 'jdbc:duckdb:'}\n");
    for (String entity : List.of("boat", "port", "crew")) {
      write(
          "entities/" + entity + ".yml",
          """
          name: %1$s
          description: One of some
          key_source: %1$ss
          keys: [id]
          features:
            - {type: field, name: id, data_type: number, source: %1$ss, field: id, description: Number}
          """
              .formatted(entity));
    }
    StringBuilder relationships = new StringBuilder("relationships:\n");
    for (String key : List.of("port-boat", "boat-crew", "port-crew")) {
      relationships.append(
          """
            %s:
              relationship: one_to_many
              description: Some have others
              joins:
                - {name: has, type: sql, sql: '{source}.{id} = {destination}.{id}'}
          """
              .formatted(key));
    }
    write("entities_relationships.yml", relationships.toString());
    CliRun run = CliRun.of("check", folder.toString());
    assertEquals(Main.FINE, run.exitCode(), run.out());
    assertEquals(
        """
        entities_relationships.yml:12:3: warning C34: relationships go round in a circle: port -> crew -> boat -> port
           12 |   port-crew:
              |   ^
            port-crew leads from port to crew, and so do port-boat and boat-crew, perhaps to other rows: a query over all of them is refused until it names a join for each; if port-crew only shortens the others, make it a lookup over boat, else consider which way is needed
        harbour: 3 entities, 3 relationships; 1 warning
        """,
        run.out().replace(folder.toRealPath() + "/", "").replace(folder + "/", ""));
    try (Connection connection = DriverManager.getConnection("jdbc:calque:" + folder)) {
      assertNull(connection.getWarnings());
    }
  }

  @Test
  void aFileOfAModelStandsForAllOfIt() {
    CliRun run =
        CliRun.of("check", DemoFolder.path().resolve("entities_relationships.yml").toString());
    assertTrue(run.out().endsWith(": 6 entities, 9 relationships; no problems\n"), run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  /** A file alone, without a calque.yml; Lynk's schema.yml belongs to the lynk.yml above it. */
  @ParameterizedTest
  @MethodSource("models")
  void aModelFileOfEachFormatIsChecked(
      String file, String text, String found, String piece, String mistake, String problem)
      throws IOException {
    if (file.startsWith(".lynk")) {
      write(".lynk/lynk.yml", "schema_version: \"v2\"\nname: library\n");
    }
    Path model = write(file, text);
    CliRun sound = CliRun.of("check", model.toString());
    assertEquals(Main.FINE, sound.exitCode(), sound.out() + sound.err());
    assertTrue(sound.out().contains(": " + found), sound.out());
    assertFalse(sound.out().contains("error"), sound.out());
    write(file, text.replace(piece, mistake));
    CliRun wrong = CliRun.of("check", model.toString());
    assertEquals(Main.FAILED, wrong.exitCode(), wrong.out() + wrong.err());
    assertTrue(wrong.out().contains(model.getFileName() + problem), wrong.out());
  }

  static Stream<Arguments> models() {
    return Stream.of(
        arguments(
            "library.hcl",
            """
            data_graph {
              version = "v1.0.0"
              entity "book" {
                name        = "Book"
                table_ref   = "library.main.books"
                primary_key = "isbn"
              }
              profile {
                profile_folder = "library.people"
                type           = "segment:materialized"
                relationship "books" {
                  name           = "Books"
                  related_entity = "book"
                  external_id {
                    type     = "email"
                    join_key = "owner"
                  }
                }
              }
            }
            """,
            "2 entities, 1 relationship; ",
            "related_entity = \"book\"",
            "related_entity = \"boek\"",
            ":13:"),
        arguments(
            "library.json",
            """
            {"entity_types": [
              {"id": "b", "name": "Book", "attributes": [
                {"name": "isbn", "type": "string", "primary_key": true}]}],
             "relationships": [],
             "tables": {"b": "library.main.books"}}
            """,
            "1 entity, 0 relationships; ",
            "library.main.books",
            "library main books",
            ":5:"),
        arguments(
            "library.graphql",
            """
            type Book {
              title: String
              shelf: Shelf
            }
            type Shelf {
              label: String
              books: [Book]
            }
            """,
            "2 entities, 1 relationship; ",
            "shelf: Shelf",
            "shelf: Shlef",
            ":3:"),
        arguments(
            "library.yaml",
            """
            version: 0.2.0.dev0
            semantic_model:
              - name: library
                datasets:
                  - name: book
                    source: library.main.books
                    primary_key: [isbn]
                    fields:
                      - {name: isbn, expression: {dialects: [{dialect: ANSI_SQL, expression: isbn}]}}
            """,
            "1 entity, 0 relationships; ",
            "source: library.main.books",
            "source: DELETE FROM books",
            ":6:"),
        arguments(
            ".lynk/domains/city/entities/book/schema.yml",
            """
            identity: library.main.books
            keys: [isbn]
            features:
              - {name: isbn, description: Number, sql: library.main.books.isbn, data_type: string}
            """,
            "1 entity, 0 relationships; ",
            "sql: library.main.books.isbn",
            "sql: metric(shelf.books)",
            ":4:"));
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
