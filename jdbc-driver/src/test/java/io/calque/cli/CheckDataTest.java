package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --data} over a harbour in which each fault is planted by itself. */
class CheckDataTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    write("calque.yml", "warehouse: {url: 'jdbc:duckdb:harbour.duckdb'}\n");
    write(
        "entities/boat.yml",
        """
        name: boat
        description: Something that floats
        key_source: boats
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, source: boats, field: id, description: ''}
          - {type: field, name: home, data_type: number, source: boats, field: home, description: ''}
          - {type: field, name: length, data_type: number, source: boats, field: length, description: ''}
        """);
    write(
        "entities/port.yml",
        """
        name: port
        description: Where boats lie
        key_source: ports
        keys: [code]
        features:
          - {type: field, name: code, data_type: number, source: ports, field: code, description: ''}
          - {type: field, name: name, data_type: string, source: ports, field: name, description: ''}
        """);
    write(
        "entities_relationships.yml",
        """
        relationships:
          port-boat:
            relationship: one_to_many
            description: Home
            joins:
              - {name: home_port, default: true, type: sql, sql: '{source}.{code} = {destination}.{home}'}
              - name: calls
                type: lookup
                lookup:
                  - {destination: stays, type: sql, sql: '{source}.{code} = {destination}.{port}'}
                  - {destination: boat, type: sql, sql: '{source}.{boat} = {destination}.{id}'}
        """);
    sql(
        "CREATE TABLE ports(code INTEGER, name VARCHAR)",
        "INSERT INTO ports VALUES (1, 'Cork'), (2, 'Kiel')",
        "CREATE TABLE boats(id INTEGER, home INTEGER, length DOUBLE)",
        "INSERT INTO boats VALUES (10, 1, 5), (11, 1, 6), (12, NULL, 7)",
        "CREATE TABLE stays(port INTEGER, boat INTEGER)",
        "INSERT INTO stays VALUES (1, 10), (2, 11)");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void sql(String... statements) throws IOException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("harbour.duckdb"));
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private CliRun check() {
    return CliRun.of("check", folder.toString(), "--data");
  }

  /** The lines that begin a finding, without the path. */
  private List<String> findings(CliRun run) {
    return run.out()
        .lines()
        .filter(line -> line.matches(".*: (error|warning|info|remark) V\\d\\d: .*"))
        .map(line -> line.replaceFirst("^.*/", ""))
        .toList();
  }

  @Test
  void trueDataHasNoFindings() {
    CliRun run = check();
    assertEquals(List.of(), findings(run), run.out());
    assertTrue(run.out().endsWith("the data: no problems\n"), run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  @Test
  void aColumnThatIsMissing() throws IOException {
    sql("ALTER TABLE boats DROP COLUMN length");
    CliRun run = check();
    assertEquals(
        List.of("boat.yml:8:5: error V01: boat.length cannot be read"), findings(run), run.out());
    assertEquals(Main.FAILED, run.exitCode());
  }

  @Test
  void aTableThatIsMissing() throws IOException {
    sql("DROP TABLE ports");
    CliRun run = check();
    assertTrue(findings(run).get(0).contains("error V01: port.code cannot be read"), run.out());
  }

  @Test
  void keysThatAreNull() throws IOException {
    sql("INSERT INTO boats VALUES (NULL, 1, 5), (NULL, 2, 5)");
    CliRun run = check();
    assertEquals(List.of("boat.yml:1:7: error V02: 2 rows of boat without a key"), findings(run));
  }

  @Test
  void keysThatRepeat() throws IOException {
    sql("INSERT INTO boats VALUES (10, NULL, 5), (10, NULL, 5), (11, NULL, 5)");
    CliRun run = check();
    assertEquals(
        "boat.yml:1:7: error V03: keys of boat that more than one row has: 2",
        findings(run).get(0));
    assertTrue(run.out().contains("METRIC leaves 3 rows out"), run.out());
  }

  @Test
  void oneThatIsMany() throws IOException {
    sql("INSERT INTO stays VALUES (2, 10), (2, 12), (1, 12)");
    CliRun run = check();
    assertEquals(
        List.of(
            "entities_relationships.yml:7:9: error V04: 2 rows of boat with more than one port, but"
                + " port-boat declares at most one port"),
        findings(run),
        run.out());
    assertTrue(run.out().contains("boat joined with port gets 2 rows too many"), run.out());
  }

  @Test
  void rowsThatReferToWhatIsNotThere() throws IOException {
    sql("INSERT INTO boats VALUES (13, 7, 5), (14, 8, 5), (15, 9, 5), (16, 9, 5), (17, 6, 5)");
    CliRun run = check();
    assertEquals(
        List.of(
            "entities_relationships.yml:6:9: warning V05: 5 rows of boat with a port that is not"
                + " there, such as home 6; 7; 8"),
        findings(run));
    assertEquals(Main.FINE, run.exitCode());
  }

  @Test
  void aLookupThatReachesNothing() throws IOException {
    sql("DELETE FROM stays");
    CliRun run = check();
    assertEquals(
        List.of(
            "entities_relationships.yml:7:9: warning V06: the join calls brings no row of port"
                + " together with any of boat"),
        findings(run));
  }

  @Test
  void numbersComparedWithTexts() throws IOException {
    sql("ALTER TABLE boats ALTER COLUMN home TYPE VARCHAR");
    CliRun run = check();
    assertTrue(
        findings(run)
            .contains(
                "entities_relationships.yml:6:9: warning V07: home_port compares port.code with"
                    + " boat.home, a number with a text"),
        run.out());
  }

  @Test
  void aBridgeThatIsMissing() throws IOException {
    sql("DROP TABLE stays");
    CliRun run = check();
    assertEquals(
        List.of(
            "entities_relationships.yml:7:9: error V01: stays, which the join calls needs, cannot be"
                + " read"),
        findings(run),
        run.out());
    assertTrue(run.out().contains("every query that uses the join fails: "), run.out());
    assertEquals(Main.FAILED, run.exitCode());
  }

  @Test
  void aColumnOfABridgeThatIsMissing() throws IOException {
    sql("ALTER TABLE stays RENAME COLUMN boat TO boad");
    CliRun run = check();
    assertEquals(
        List.of(
            "entities_relationships.yml:11:50: error V01: stays, which the join calls needs, has no"
                + " column boat"),
        findings(run),
        run.out());
    assertTrue(
        run.out()
            .contains(
                "    every query that uses the join fails; write one of its columns; did you mean"
                    + " boad?\n"),
        run.out());
  }

  @Test
  void aBridgeWithTextsWhereTheEntityHasNumbers() throws IOException {
    sql("ALTER TABLE stays ALTER COLUMN boat TYPE VARCHAR");
    CliRun run = check();
    assertTrue(
        findings(run)
            .contains(
                "entities_relationships.yml:11:50: warning V07: calls compares stays.boat with"
                    + " boat.id, a text with a number"),
        run.out());
  }

  @Test
  void datesComparedWithNumbers() throws IOException {
    sql("ALTER TABLE boats DROP COLUMN home", "ALTER TABLE boats ADD COLUMN home DATE");
    CliRun run = check();
    assertTrue(
        findings(run)
            .contains(
                "entities_relationships.yml:6:9: warning V07: home_port compares port.code with"
                    + " boat.home, a number with a date"),
        run.out());
  }

  /** What every query gets that names no join has a code of its own. */
  @Test
  void aDefaultJoinThatMultipliesRows() throws IOException {
    sql("INSERT INTO ports VALUES (1, 'Cobh')");
    CliRun run = check();
    assertEquals(
        List.of(
            "port.yml:1:7: error V03: keys of port that more than one row has: 1",
            "entities_relationships.yml:6:9: error V09: 2 rows of boat with more than one port, but"
                + " port-boat declares at most one port",
            "entities_relationships.yml:7:9: error V04: 1 row of boat with more than one port, but"
                + " port-boat declares at most one port"),
        findings(run),
        run.out());
    assertTrue(
        run.out()
            .contains(
                "    boat joined with port, if nobody names a join, gets 2 rows too many: metrics of"
                    + " boat count them twice, and a feature of boat that reads port over it repeats"
                    + " rows; correct relationship:, or the data\n"),
        run.out());
  }

  /** Rows that cannot be told apart are counted before and after the join. */
  @Test
  void aJoinThatMultipliesRowsWithoutAKey() throws IOException {
    sql(
        "INSERT INTO boats VALUES (10, 1, 5)",
        "INSERT INTO ports VALUES (1, 'Cobh')",
        "DELETE FROM stays");
    CliRun run = check();
    assertTrue(
        findings(run)
            .contains(
                "entities_relationships.yml:6:9: error V09: the join home_port makes 7 rows of boat"
                    + " out of 4 rows, but port-boat declares at most one port"),
        run.out());
  }

  @Test
  void aRelatedSourceIsLookedAtToo() throws IOException {
    write(
        "entities/port.yml",
        """
        name: port
        description: Where boats lie
        key_source: ports
        keys: [code]
        features:
          - {type: field, name: code, data_type: number, source: ports, field: code, description: ''}
        related_sources:
          main.tides:
            relationship: one_to_one
            description: High water
            joins:
              - {name: tide, type: sql, sql: '{source}.{code} = {destination}.{port}'}
        """);
    sql("CREATE TABLE tides(port VARCHAR)");
    CliRun run = check();
    assertEquals(
        List.of(
            "port.yml:12:9: warning V07: tide compares port.code with main.tides.port, a number with a"
                + " text"),
        findings(run),
        run.out());
  }
}
