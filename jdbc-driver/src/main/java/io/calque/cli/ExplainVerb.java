package io.calque.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a query becomes. */
@Command(
    name = "explain",
    description = "Shows what queries become in the warehouse, and why.",
    footer = {
      "",
      "Example:",
      "  calque explain calque-demo \"SELECT c.name, o.status FROM customer c JOIN order o\""
    })
final class ExplainVerb implements Callable<Integer> {
  /** The topic of the row that holds the warehouse's SQL. */
  static final String WAREHOUSE_SQL = "warehouse sql";

  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ProjectOptions project;
  @Mixin private SqlOptions sql;
  @Mixin private ParameterOptions parameters;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = OutputFormat.Converter.class,
      description = "${COMPLETION-CANDIDATES}; without it, text for reading.")
  private OutputFormat format;

  @Option(
      names = "--analyze",
      description = "Runs the query and adds the warehouse's own plan with its figures.")
  private boolean analyze;

  ExplainVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    List<WrittenSql> statements = sql.read(terminal);
    Parameters values = parameters.readFor(statements);
    try (Connection connection = project.connect()) {
      Warnings.print(connection.getWarnings(), terminal.err());
      StatementRunner runner = new StatementRunner(connection, values, terminal);
      String separator = "";
      for (WrittenSql statement : statements) {
        terminal.out().print(separator);
        separator = System.lineSeparator();
        runner.run(statement.after(analyze ? "EXPLAIN ANALYZE" : "EXPLAIN"), this::print);
      }
    }
    return Main.FINE;
  }

  private void print(ResultSet rows) throws SQLException {
    if (format == null) {
      printForReading(rows, terminal.out());
    } else {
      RowPrinter.print(rows, format, terminal.out());
    }
  }

  /** Prints the rows of EXPLAIN, each as a headline and what it says. */
  static void printForReading(ResultSet rows, PrintStream out) throws SQLException {
    String separator = "";
    while (rows.next()) {
      String topic = rows.getString(1);
      String subject = rows.getString(2);
      String detail = rows.getString(3);
      out.print(separator);
      separator = System.lineSeparator();
      out.println((topic + " " + (subject == null ? "" : subject)).strip());
      boolean isSentence = !topic.startsWith("warehouse");
      String shown = isSentence ? detail.replace("; ", "\n") : detail;
      shown.lines().forEach(line -> out.println("    " + line));
    }
  }
}
