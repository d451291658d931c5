package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} over a small harbour, once as it was and once changed. */
class DiffVerbTest {
  private static final String BOAT =
      """
      name: boat
      description: Something that floats
      key_source: main.boats
      keys: [id]
      features:
        - {type: field, name: id, data_type: number, source: main.boats, field: id, description: ''}
        - {type: field, name: port, data_type: string, source: main.boats, field: port, description: ''}
        - {type: field, name: length, data_type: number, source: main.boats, field: length, description: ''}
      metrics:
        - {name: boats, description: How many, sql: 'COUNT({id})'}
        - {name: metres, description: Together, sql: 'SUM({length})'}
      """;

  private static final String ROWS =
      "INSERT INTO boats VALUES (1, 'Cork', 5.5), (2, 'Kiel', 7.25), (3, NULL, 5.5)";

  @TempDir private Path folder;

  @BeforeEach
  void writeBoth() throws IOException {
    project("old", BOAT);
    project("new", BOAT);
    sql("harbour.duckdb", "CREATE TABLE boats(id INTEGER, port VARCHAR, length DOUBLE)", ROWS);
  }

  private void project(String name, String boat) throws IOException {
    write(name + "/calque.yml", "warehouse: {url: 'jdbc:duckdb:../harbour.duckdb'}\n");
    write(name + "/entities/boat.yml", boat);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void sql(String file, String... statements) throws IOException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(file));
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private CliRun diff(String... options) {
    return diffOf("old", "new", options);
  }

  private CliRun diffOf(String older, String newer, String... options) {
    String[] command = new String[options.length + 3];
    command[0] = "diff";
    command[1] = folder.resolve(older).toString();
    command[2] = folder.resolve(newer).toString();
    System.arraycopy(options, 0, command, 3, options.length);
    return CliRun.of(command);
  }

  private String[] dataOf(String query) throws IOException {
    write("reports/report.sql", query);
    return new String[] {"--queries", folder.resolve("reports").toString(), "--data"};
  }

  private void assertTells(CliRun run, int exitCode, String text) {
    assertTrue(run.out().contains(text), run.out() + run.err());
    assertEquals(exitCode, run.exitCode(), run.out());
  }

  @Test
  void nothingChanged() throws IOException {
    project("new", "# moved\n" + BOAT.replace("keys: [id]\n", "").concat("keys:\n  - id\n"));
    CliRun run = diff("--data");
    assertEquals(
        """
        model: nothing changed

        entities and metrics: 3 compared, 0 with other rows

        nothing breaks
        """,
        run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  /** Without saved queries nobody can tell who uses a name; with them they tell. */
  @Test
  void aNameThatIsGoneBreaksUnlessNoSavedQueryUsesIt() throws IOException {
    project("new", BOAT.replace("name: length", "name: size").replace("{length}", "{size}"));
    assertTells(diff(), Main.FAILED, "> feature boat.size, formerly boat.length");
    write("reports/fine.sql", "SELECT id FROM boat");
    String reports = folder.resolve("reports").toString();
    assertTells(diff("--queries", reports), Main.FINE, "\nnothing breaks\n");
    write("reports/broken.sql", "SELECT id,\n  length\nFROM boat");
    assertTells(
        diff("--queries", reports),
        Main.FAILED,
        "broken.sql:2:3: error CALQUE-201: no feature of boat is called length");
  }

  @Test
  void addingBreaksNothing() throws IOException {
    project("new", BOAT + "  - {name: longest, description: Metres, sql: 'MAX({length})'}\n");
    assertTells(diff("--data"), Main.FINE, "+ metric boat.longest");
  }

  @Test
  void errorsOfTheNewModelBreak() throws IOException {
    project("new", BOAT.replace("COUNT({id})", "COUNT({idd})"));
    CliRun run = diff();
    assertTells(run, Main.FAILED, "boat.yml:10:54: error Y7: {idd} in metric boats");
    assertTrue(run.out().endsWith("breaks: 1 error in the model; 1 name is gone\n"), run.out());
  }

  @Test
  void otherRowsAreCountedAsOftenAsTheyOccur() throws IOException {
    project("new", BOAT.replace("field: length", "field: round(length)"));
    CliRun run = diff(dataOf("SELECT length FROM boat"));
    assertTells(
        run, Main.FAILED, "rows: 3 gone, 3 new\n    - 5.5\n    - 7.25\n    + 6.0\n    + 7.0");
    assertTrue(run.out().contains("~ metric boat.metres\n    rows: 1 gone, 1 new"), run.out());
    assertFalse(run.out().contains("~ metric boat.boats"), run.out());
  }

  /** The order in which a warehouse adds may change the last digits. */
  @Test
  void theLastDigitsOfFloatingPointNumbersDoNotCount() throws IOException {
    project("new", BOAT.replace("field: length", "field: length * (1 + 1e-15)"));
    assertTells(diff("--data"), Main.FINE, "3 compared, 0 with other rows");
  }

  @Test
  void aStarShowsOtherColumns() throws IOException {
    project("new", BOAT.replace("name: length", "name: size").replace("{length}", "{size}"));
    assertTells(
        diff(dataOf("SELECT * FROM boat")),
        Main.FAILED,
        "columns:\n    - id, port, length\n    + id, port, size\n");
  }

  @Test
  void whatTheWarehouseNowRefusesBreaks() throws IOException {
    project("new", BOAT.replace("field: port", "field: harbour"));
    assertTells(diff(dataOf("SELECT port FROM boat WHERE id = 1")), Main.FAILED, "harbour");
    assertTells(diffOf("new", "old", "--data"), Main.FINE, "it did not run before either");
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    project("new", BOAT.replace("field: length", "field: length + 0 * random()"));
    assertTells(
        diff(dataOf("SELECT port FROM boat WHERE id = ?")), Main.FINE, "it takes parameters");
    project("new", BOAT.replace("field: length", "field: length + random()"));
    assertTells(diff("--data"), Main.FINE, "it gives other rows each time");
  }

  /** Two warehouses, so that both answers are read. */
  @Test
  void eachProjectAsksItsOwnWarehouse() throws IOException {
    write("new/calque.yml", "warehouse: {url: 'jdbc:duckdb:../changed.duckdb'}\n");
    sql(
        "changed.duckdb",
        "CREATE TABLE boats(length DECIMAL(10, 4), id BIGINT, port VARCHAR)",
        "INSERT INTO boats VALUES (5.5, 3, NULL), (7.25, 2, 'Kiel'), (5.5, 1, 'Cork')");
    assertTells(diff("--data"), Main.FINE, "3 compared, 0 with other rows");
    sql(
        "changed.duckdb",
        "DELETE FROM boats WHERE id = 2",
        "INSERT INTO boats VALUES (8, 4, 'Cork')");
    CliRun run = diff("--data");
    assertTells(
        run, Main.FAILED, "rows: 1 gone, 1 new\n    - 2, Kiel, 7.25\n    + 4, Cork, 8.0000");
    assertTells(run, Main.FAILED, "3 compared, 2 with other rows");
    String both = "jdbc:duckdb:" + folder.resolve("harbour.duckdb");
    assertTells(diff("--data", "--warehouse", both), Main.FINE, "0 with other rows");
  }

  /** One model in Ossie's format, in a file without a project; the other's warehouse answers. */
  @Test
  void formatsMayDiffer() throws IOException {
    write(
        "harbour.yaml",
        """
        version: 0.2.0.dev0
        semantic_model:
          - name: harbour
            datasets:
              - name: boat
                source: main.boats
                primary_key: [id]
                description: Something that floats
                fields:
                  - {name: id, expression: {dialects: [{dialect: ANSI_SQL, expression: id}]}}
                  - {name: port, expression: {dialects: [{dialect: ANSI_SQL, expression: port}]}}
                  - {name: length, expression: {dialects: [{dialect: ANSI_SQL, expression: length}]}}
            metrics:
              - {name: boats, description: How many, expression: {dialects: [{dialect: ANSI_SQL, expression: COUNT(boat.id)}]}}
        """);
    CliRun run =
        diffOf(
            "old", "harbour.yaml", dataOf("SELECT port, METRIC('boats') FROM boat GROUP BY port"));
    assertTells(run, Main.FINE, "saved queries: 1 same");
    assertTrue(run.out().contains("- metric boat.metres"), run.out());
    assertFalse(run.out().contains("metric boat.boats"), run.out());
    assertTrue(run.out().contains("2 compared, 0 with other rows"), run.out());
  }

  @Test
  void withoutAWarehouseThereIsNoDataToCompare() throws IOException {
    write("old/calque.yml", "name: harbour\n");
    write("new/calque.yml", "name: harbour\n");
    CliRun run = diff("--data");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("names no warehouse"), run.err());
  }

  @Test
  void theReportGoesToAFile() throws IOException {
    Path report = folder.resolve("report.md");
    CliRun run = diff("--format", "markdown", "-o", report.toString());
    assertEquals("", run.out());
    assertTrue(Files.readString(report).startsWith("## Model: nothing changed\n"));
  }
}
