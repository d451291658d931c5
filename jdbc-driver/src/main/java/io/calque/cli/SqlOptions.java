package io.calque.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where a verb's SQL comes from: the command line, a file, or what is piped in. */
final class SqlOptions {
  private static final String STANDARD_INPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Parameters(
      index = "1+",
      arity = "0..1",
      paramLabel = "<sql>",
      description = "One query. Left out, or -, it is read from standard input.")
  private String sql;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "<file>",
      description = "Read the query from this file, which is UTF-8; - is standard input.")
  private String file;

  /**
   * The query.
   *
   * @throws ParameterException if it is given twice, or there is none
   */
  String read(Terminal terminal) throws IOException {
    if (sql != null && file != null) {
      throw new ParameterException(
          verb.commandLine(), "the query is given twice: leave out either --file or <sql>");
    }
    String text = text(terminal);
    if (text.isBlank()) {
      throw new ParameterException(verb.commandLine(), "the query is empty");
    }
    return text;
  }

  private String text(Terminal terminal) throws IOException {
    if (sql != null && !sql.equals(STANDARD_INPUT)) {
      return sql;
    }
    if (file != null && !file.equals(STANDARD_INPUT)) {
      try {
        return Files.readString(Path.of(file));
      } catch (MalformedInputException e) {
        throw new IOException(file + " is not text in UTF-8", e);
      }
    }
    if (terminal.isInteractive()) {
      terminal.err().println("Type a query, then Ctrl-D (on Windows Ctrl-Z and Enter).");
    }
    return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
  }
}
