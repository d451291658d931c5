package io.calque.cli;

import io.calque.cli.shell.ScriptInput;
import io.calque.cli.shell.TypedInput;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks one question after the other. */
@Command(
    name = "shell",
    description = "Asks one question after the other, with completion and a history.",
    footer = {
      "",
      "Statements end with a semicolon, commands begin with a backslash; \\? lists them.",
      "Tab completes, Ctrl-C stops what runs, Ctrl-D leaves. What is typed is kept in",
      "~/.calque_history, but for values of parameters and lines that begin with a blank.",
      "What is piped in is run as a script, up to the first error.",
      "Examples:",
      "  calque shell calque-demo",
      "  calque shell calque-demo --format csv < report.sql > report.csv"
    })
final class ShellVerb implements Callable<Integer> {
  private static final String HISTORY = ".calque_history";

  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ProjectOptions project;
  @Mixin private ParameterOptions parameters;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = OutputFormat.Converter.class,
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  ShellVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    Parameters values = parameters.read("\\p");
    try (Connection connection = project.connect();
        ShellSession session = new ShellSession(connection, values, format, terminal)) {
      Warnings.print(connection.getWarnings(), terminal.err());
      ShellCommands commands = new ShellCommands(session);
      Shell shell = new Shell(session, commands, terminal);
      if (!terminal.isInteractive()) {
        try (ScriptInput script = new ScriptInput(terminal.in(), "standard input")) {
          return shell.runScript(script) ? Main.FINE : Main.FAILED;
        }
      }
      try (TypedInput typed = typed(connection, session, commands)) {
        typed.onInterrupt(session::cancel);
        terminal.out().println("Statements end with ; and \\? lists commands.");
        terminal.out().flush();
        shell.converse(typed);
        return Main.FINE;
      }
    }
  }

  private TypedInput typed(Connection connection, ShellSession session, ShellCommands commands)
      throws IOException, SQLException {
    return TypedInput.open(
        Terminal.consoleCharset(),
        connection.getCatalog() + "> ",
        Path.of(System.getProperty("user.home"), HISTORY),
        session::schema,
        commands,
        terminal.err());
  }
}
