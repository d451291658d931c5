package io.calque.cli;

import io.calque.model.SemanticModel;
import io.calque.schema.SemanticSchema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a shell remembers from one input to the next. */
final class ShellSession implements AutoCloseable {
  private final Connection connection;
  private final Parameters parameters;
  private final Terminal terminal;
  private final StatementRunner runner;
  private OutputFormat format;
  private PrintStream file;
  private boolean isTold;
  private boolean isTimed;
  private WrittenSql last;
  private SemanticSchema schema;

  ShellSession(
      Connection connection, Parameters parameters, OutputFormat format, Terminal terminal) {
    this.connection = connection;
    this.parameters = parameters;
    this.format = format;
    this.terminal = terminal;
    this.runner = new StatementRunner(connection, parameters, terminal);
  }

  Connection connection() {
    return connection;
  }

  Parameters parameters() {
    return parameters;
  }

  OutputFormat format() {
    return format;
  }

  void setFormat(OutputFormat newFormat) {
    format = newFormat;
  }

  /** Whether each result is followed by its number of rows, for a person. */
  void setTold(boolean newTold) {
    isTold = newTold;
    isTimed = newTold;
  }

  boolean isTimed() {
    return isTimed;
  }

  /** Whether it is also said how long each statement took. */
  void setTimed(boolean newTimed) {
    isTimed = newTimed;
  }

  /** The last statement that was asked for; empty before the first. */
  Optional<WrittenSql> last() {
    return Optional.ofNullable(last);
  }

  /** Where results go. */
  PrintStream out() {
    return file == null ? terminal.out() : file;
  }

  /** What the person is told who is not to see it among the results. */
  void tell(String text) {
    terminal.out().flush();
    terminal.err().println(text);
  }

  /** Sends results into a file from now on. */
  void writeTo(Path path) throws IOException {
    OutputStream opened = new BufferedOutputStream(Files.newOutputStream(path));
    closeFile();
    file = new PrintStream(opened, false, StandardCharsets.UTF_8);
  }

  /** Sends results to the terminal again. */
  void closeFile() {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  /** Runs a statement and prints its rows. */
  void run(WrittenSql statement) throws SQLException {
    last = statement;
    long start = System.nanoTime();
    runner.run(statement, rows -> print(rows, start));
  }

  private void print(ResultSet rows, long start) throws SQLException {
    try {
      long count = RowPrinter.print(rows, format, out());
      out().flush();
      summarise(count, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      out().flush();
    }
  }

  private void summarise(long count, Duration took) {
    String rows = String.format(Locale.ROOT, "%,d row%s", count, count == 1 ? "" : "s");
    String time = String.format(Locale.ROOT, "%,d ms", took.toMillis());
    if (isTold) {
      tell(isTimed ? "(%s, %s)".formatted(rows, time) : "(%s)".formatted(rows));
    } else if (isTimed) {
      tell("%s, %s".formatted(rows, time));
    }
  }

  /** Says what a statement becomes. */
  void explain(WrittenSql statement) throws SQLException {
    runner.run(
        statement.after("EXPLAIN"),
        rows -> {
          ExplainVerb.printForReading(rows, out());
          out().flush();
        });
  }

  /** Cancels what runs now. Called by the thread that handles Ctrl-C. */
  void cancel() {
    try {
      runner.cancel();
    } catch (SQLException e) {
      terminal.err().println(e.getMessage());
    }
  }

  /** The model as it is in the files now; empty if the connection has none to show any more. */
  Optional<SemanticSchema> schema() {
    try {
      SemanticModel model = connection.unwrap(SemanticModel.class);
      if (schema == null || schema.model() != model) {
        schema = new SemanticSchema(model);
      }
      return Optional.of(schema);
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    closeFile();
  }
}
