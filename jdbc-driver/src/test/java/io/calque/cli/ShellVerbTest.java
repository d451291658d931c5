package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The verb {@code shell} with a script instead of a person; see {@link JarShellIT} for the other.
 */
class ShellVerbTest {
  private static final String DEMO = DemoFolder.path().toString();

  @TempDir private Path folder;

  private static CliRun shell(String script, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "shell";
    arguments[1] = DEMO;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CliRun.withInput(script, arguments);
  }

  private static String fine(CliRun run) {
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals("", run.err());
    return run.out();
  }

  @Test
  void aScriptPrintsItsResultsAndNothingElse() {
    assertEquals(
        """
        a
        -
        1
        b
        -
        ;
        x
        """,
        fine(
            shell(
                """
                -- a comment; with a semicolon
                SELECT 1 AS a; SELECT
                  ';
                x' -- ;
                  AS b;
                """)));
  }

  @Test
  void theLastStatementNeedsNoSemicolon() {
    assertEquals("a\n1\n", fine(shell("SELECT 1 AS a", "--format", "csv")));
    assertEquals("", fine(shell("")));
    assertEquals("", fine(shell("\n-- nothing\n")));
  }

  @Test
  void theFirstErrorEndsAScriptWithItsLineAndPlace() {
    CliRun run =
        shell("SELECT 1 AS a;\n\nSELECT name,\n  nmae FROM customer;\nSELECT 2;", "--format=csv");
    assertEquals(Main.FAILED, run.exitCode());
    assertEquals("a\n1\n", run.out());
    assertEquals(
        """
        in what begins on line 3 of standard input:
        no feature of customer is called nmae; did you mean name?
        at line 4, column 3:
            nmae FROM customer;
            ^^^^
        [CALQUE-201]
        """,
        run.err());
  }

  @Test
  void commandsDescribeTheModel() {
    String out =
        fine(
            shell(
                """
                \\format csv
                \\d
                \\d customer
                \\dj country
                \\dm order
                \\db
                \\dn
                \\d meta.joins
                """));
    assertTrue(out.contains("\ncategory,\"\",category_id,"), out);
    assertTrue(out.contains("\ncustomer_id,INTEGER,key,Customer number\n"), out);
    assertTrue(out.contains("\nreferred_share,DOUBLE,metric,"), out);
    assertTrue(
        out.contains("\ncustomer,order,billing,one_to_many,\"\",\"Who pays for the order,"), out);
    assertTrue(out.contains("\ncountry,customer,residence,one_to_many,default,"), out);
    assertTrue(out.contains("\norder,cancellation_rate,"), out);
    assertTrue(out.contains("\nbridges.payments,"), out);
    assertTrue(out.contains("\nmeta,"), out);
    assertTrue(out.contains("\nis_default,BOOLEAN,"), out);
  }

  @Test
  void parametersAreGivenByOptionOrCommand() {
    assertEquals(
        "a,b\n1,x\na\n2\n",
        fine(
            shell(
                "\\p b:text=x\nSELECT :a AS a, :b AS b;\n\\p a=2\nSELECT :a AS a;\n",
                "--format=csv",
                "-p",
                "a=1",
                "-p",
                "unused=3")));
    CliRun missing = shell("\\p lo=1\n\\unset lo\nSELECT :lo;\n");
    assertTrue(
        missing.err().contains("the parameter :lo has no value: give it one with \\p lo=…"),
        missing.err());
  }

  @Test
  void scriptsRunScripts() throws IOException {
    Path inner = Files.writeString(folder.resolve("inner.sql"), "SELECT :n AS inner_n;");
    Path outer = Files.writeString(folder.resolve("outer.sql"), "\\p n=7\n\\i " + inner + "\n");
    assertEquals(
        "inner_n\n7\na\n1\n", fine(shell("\\i " + outer + "\nSELECT 1 AS a;", "--format", "csv")));
    Path wrong =
        Files.writeString(folder.resolve("wrong.sql"), "SELECT 1;\nSELECT nmae FROM customer");
    CliRun run = shell("\\i " + wrong + "\nSELECT 2 AS never;");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "in what begins on line 1 of standard input:\nin what begins on line 2 of "
                    + wrong),
        run.err());
    assertTrue(!run.out().contains("never"), run.out());
    Path endless = folder.resolve("endless.sql");
    Files.writeString(endless, "\\i " + endless);
    CliRun stopped = shell("\\i " + endless);
    assertEquals(Main.FAILED, stopped.exitCode());
    assertTrue(stopped.err().contains("is it itself?"), stopped.err());
  }

  @Test
  void resultsGoIntoAFileAndBack() throws IOException {
    Path file = folder.resolve("rows.csv");
    String out =
        fine(shell("\\format csv\n\\o " + file + "\nSELECT 1 AS a;\n\\o\nSELECT 2 AS b;\n"));
    assertEquals("b\n2\n", out);
    assertEquals("a\n1\n", Files.readString(file));
  }

  @Test
  void theLastQueryIsExplained() {
    String out = fine(shell("SELECT name FROM country LIMIT 1;\n\\e\n\\explain SELECT 1\n"));
    assertTrue(out.contains("\nwarehouse sql\n    SELECT name FROM ("), out);
    assertTrue(out.endsWith("warehouse sql\n    SELECT 1\n"), out);
  }

  @Test
  void timingGoesBesideTheResults() {
    CliRun run = shell("\\timing on\nSELECT 1 AS a UNION ALL SELECT 2;\n", "--format", "csv");
    assertEquals("a\n1\n2\n", run.out());
    assertTrue(run.err().matches("2 rows, [0-9,]+ ms\n"), run.err());
  }

  @Test
  void leavingEndsAScript() {
    assertEquals("a\n1\n", fine(shell("SELECT 1 AS a;\n\\q\nSELECT 2;\n", "--format=csv")));
    assertEquals("", fine(shell("exit\nSELECT 2;\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\x | there is no command \\x; \\? lists all",
        "\\q now | \\q takes nothing after it",
        "\\d custmer | there is no entity custmer; did you mean customer?",
        "\\d meta.jions | there is no table jions in the schema meta",
        "\\format xml | there is no format xml; write one of table, csv, json, markdown",
        "\\i | write the file's name after \\i",
        "\\i no-such.sql | there is no file no-such.sql",
        "\\p low | write name=value or name:type=value instead of low",
        "\\unset low | there is no parameter :low",
        "\\timing maybe | timing is on or off, not maybe",
        "\\explain | nothing has been asked yet to explain",
      })
  void aWrongCommandIsAClearError(String command, String message) {
    CliRun run = shell(command + "\n");
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains(message), run.err());
  }
}
