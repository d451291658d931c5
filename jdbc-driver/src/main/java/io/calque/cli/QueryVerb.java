package io.calque.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a query and prints its rows. */
@Command(
    name = "query",
    description = "Runs a query and prints its rows as they come.",
    footer = {
      "",
      "Examples:",
      "  calque query calque-demo \"SELECT name, list_price FROM product LIMIT 5\"",
      "  calque query calque-demo -f report.sql --format csv > report.csv",
      "  echo \"SELECT COUNT(*) FROM order\" | calque query calque-demo --format json"
    })
final class QueryVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ProjectOptions project;
  @Mixin private SqlOptions sql;

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
    String text = sql.read(terminal);
    Progress progress = Progress.of(terminal, "running");
    try (Connection connection = project.connect();
        Statement statement = connection.createStatement()) {
      boolean hasRows = statement.execute(text);
      Warnings.print(connection.getWarnings(), terminal.err());
      Warnings.print(statement.getWarnings(), terminal.err());
      if (hasRows) {
        try (ResultSet rows = statement.getResultSet()) {
          progress.stop();
          RowPrinter.print(rows, format, terminal.out());
        }
      }
    } finally {
      progress.stop();
    }
    return Main.FINE;
  }
}
