package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see who do not know the command line yet, or mistype. */
class UsageTest {
  @Test
  void helpListsAllVerbs() {
    CliRun run = CliRun.of("--help");
    assertEquals(Main.FINE, run.exitCode());
    assertAll(
        () -> assertTrue(run.out().contains("demo ")),
        () -> assertTrue(run.out().contains("query ")),
        () -> assertTrue(run.out().contains("explain ")),
        () -> assertTrue(run.out().contains("check ")),
        () -> assertTrue(run.out().contains("init ")),
        () -> assertEquals("", run.err()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "query", "explain", "check", "init", "diff"})
  void everyVerbHasHelp(String verb) {
    CliRun run = CliRun.of(verb, "--help");
    assertEquals(Main.FINE, run.exitCode());
    assertTrue(run.out().startsWith("Usage: calque " + verb), run.out());
    assertEquals("", run.err());
  }

  @Test
  void noVerbIsWrongUsage() {
    CliRun run = CliRun.of();
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(run.err().startsWith("name a verb\n"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aMistypedVerbIsRecognised() {
    CliRun run = CliRun.of("qury");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(run.err().contains("Did you mean: calque query?"), run.err());
  }

  @Test
  void aMissingProjectIsWrongUsage() {
    CliRun run = CliRun.of("query");
    assertEquals(Main.USAGE, run.exitCode());
    assertEquals(
        """
        Missing required parameter: '<project>'
        Usage: calque query [-h] [-f=<file>] [--format=<format>] [-p=<name=value>]...
                            [-s=<key=value>]... <project> [<sql>]
        "calque query --help" tells more.
        """,
        run.err());
  }

  @Test
  void anUnknownFormatIsWrongUsageAndTheKnownOnesAreNamed() {
    CliRun run = CliRun.of("query", "p", "SELECT 1", "--format", "xml");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(
        run.err().contains("there is no format xml; write one of table, csv, json"), run.err());
  }

  @Test
  void aQueryIsGivenOnce() {
    CliRun run = CliRun.of("query", "p", "SELECT 1", "-f", "q.sql");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(run.err().startsWith("the query is given twice"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"query", "explain"})
  void anEmptyQueryIsWrongUsage(String verb) {
    CliRun run = CliRun.withInput(" \n", verb, "p");
    assertEquals(Main.USAGE, run.exitCode());
    assertTrue(run.err().startsWith("the query is empty"), run.err());
  }

  @Test
  void aMissingFileIsNamed() {
    CliRun run = CliRun.of("query", "p", "-f", "no-such.sql");
    assertEquals(Main.FAILED, run.exitCode());
    assertEquals("there is no file no-such.sql\n", run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"query", "explain"})
  void aMissingProjectFolderIsAnErrorWithoutStackTrace(String verb) {
    CliRun run = CliRun.of(verb, "no-such-project", "SELECT 1");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("no-such-project"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }
}
