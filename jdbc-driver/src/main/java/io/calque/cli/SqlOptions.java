package io.calque.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
      description =
          "One query, or several with ; between. Left out, or -, they are read from standard input.")
  private String sql;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "<file>",
      description = "Read the queries from this file, which is UTF-8; - is standard input.")
  private String file;

  /**
   * The queries, one or more.
   *
   * @throws ParameterException if they are given twice, or there are none
   */
  List<WrittenSql> read(Terminal terminal) throws IOException {
    if (sql != null && file != null) {
      throw new ParameterException(
          verb.commandLine(), "the query is given twice: leave out either --file or <sql>");
    }
    List<WrittenSql> statements = WrittenSql.of(text(terminal));
    if (statements.isEmpty()) {
      throw new ParameterException(verb.commandLine(), "the query is empty");
    }
    return statements;
  }

  private String text(Terminal terminal) throws IOException {
    if (sql != null && !sql.equals(STANDARD_INPUT)) {
      return sql;
    }
    if (file != null && !file.equals(STANDARD_INPUT)) {
      return TextFiles.read(Path.of(file));
    }
    if (terminal.isInteractive()) {
      terminal.err().println("Type a query, then Ctrl-D (on Windows Ctrl-Z and Enter).");
    }
    return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
  }
}
