package io.calque.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a query and prints its rows. */
@Command(
    name = "query",
    description = "Runs queries and prints their rows as they come.",
    footer = {
      "",
      "Examples:",
      "  calque query calque-demo \"SELECT name, list_price FROM product LIMIT 5\"",
      "  calque query calque-demo -f report.sql --format csv > report.csv",
      "  calque query calque-demo -p region=EMEA \"SELECT name FROM customer WHERE region = :region\"",
      "  echo \"SELECT COUNT(*) FROM order\" | calque query calque-demo --format json"
    })
final class QueryVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ProjectOptions project;
  @Mixin private SqlOptions sql;
  @Mixin private ParameterOptions parameters;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = OutputFormat.Converter.class,
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  QueryVerb(Terminal terminal) {
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
        runner.run(statement, rows -> RowPrinter.print(rows, format, terminal.out()));
      }
    }
    return Main.FINE;
  }
}
