package io.calque.cli;

import io.calque.error.CalqueException;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of {@code calque.jar}. */
public final class Main {
  /** All went well. */
  static final int FINE = 0;

  /** Something failed, or problems were found. */
  static final int FAILED = 1;

  /** The command line was not understood. */
  static final int USAGE = 2;

  /** What stands above a stack trace. */
  static final String DEFECT = "This is a defect of Calque; please report it:";

  /** Of all that the jar holds; kept, as java.util.logging forgets loggers that nobody holds. */
  private static final Logger LOGGER = Logger.getLogger("io.calque");

  private Main() {}

  @Command(
      name = "calque",
      version = "calque 0.1.0",
      mixinStandardHelpOptions = true,
      description = "Shows a semantic model as tables.",
      synopsisSubcommandLabel = "<verb>",
      commandListHeading = "%nVerbs:%n",
      footer = {
        "",
        "\"calque <verb> --help\" tells more about a verb.",
        "Exit codes: 0 fine, 1 something failed or problems were found, 2 wrong usage."
      })
  private static final class Root implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      throw new ParameterException(spec.commandLine(), "name a verb");
    }
  }

  public static void main(String[] args) {
    if (System.getProperty("java.util.logging.config.file") == null) {
      // Warnings about a model are printed by the verbs, as warnings of the connection.
      LOGGER.setLevel(Level.SEVERE);
    }
    Terminal terminal = Terminal.ofProcess();
    int exitCode = run(terminal, args);
    terminal.out().flush();
    System.exit(exitCode);
  }

  /** Runs one command line and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    CommandLine root = new CommandLine(new Root());
    Verbs.all(terminal).forEach(root::addSubcommand);
    return root.setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.isInteractive() ? Ansi.AUTO : Ansi.OFF))
        .setUsageHelpAutoWidth(terminal.isInteractive())
        .setParameterExceptionHandler((e, a) -> wrongUsage(e))
        .setExecutionExceptionHandler((e, command, result) -> failed(terminal, e))
        .execute(args);
  }

  private static int wrongUsage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    if (command.getSubcommands().isEmpty()) {
      err.print(command.getHelp().fullSynopsis());
      err.println("\"%s --help\" tells more.".formatted(command.getCommandSpec().qualifiedName()));
    } else {
      command.usage(err);
    }
    err.flush();
    return USAGE;
  }

  private static int failed(Terminal terminal, Exception e) {
    terminal.out().flush();
    if (e instanceof SQLException || e instanceof CalqueException) {
      terminal.err().println(e.getMessage());
    } else if (e instanceof IOException) {
      terminal.err().println(FileErrors.text((IOException) e));
    } else {
      terminal.err().println(DEFECT);
      e.printStackTrace(terminal.err());
    }
    return FAILED;
  }
}
