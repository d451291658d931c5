package io.calque.cli.shell;

import io.calque.schema.SemanticSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.DumbTerminalProvider;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.OSUtils;
import org.jline.utils.Signals;

/**
 * What a person types at the terminal of this process: with line editing, completion and a history.
 * On Windows, outside of Cygwin and MSYS, the console's own line editing has to do, as JLine would
 * need native libraries there.
 */
public final class TypedInput implements ShellInput {
  /** Where JLine cannot do without native libraries. */
  private static final boolean IS_PLAIN =
      OSUtils.IS_WINDOWS && !OSUtils.IS_CYGWIN && !OSUtils.IS_MSYSTEM;

  private static final String CONTINUED = "-> ";
  private static final int LONGEST_LIST = 200;

  private final Terminal terminal;
  private final LineReader reader;
  private final String prompt;

  private TypedInput(Terminal terminal, LineReader reader, String prompt) {
    this.terminal = terminal;
    this.reader = reader;
    this.prompt = prompt;
  }

  /**
   * Takes the terminal.
   *
   * @param charset in which the terminal sends and shows characters
   * @param prompt what stands before the first line of an input
   * @param history where what was typed is kept
   * @param model what completion knows at that moment; empty if there is none to be had
   * @param err where it is said that there is no history
   * @throws IOException if there is no terminal
   */
  public static TypedInput open(
      Charset charset,
      String prompt,
      Path history,
      Supplier<Optional<SemanticSchema>> model,
      CommandWords commands,
      PrintStream err)
      throws IOException {
    Terminal terminal = terminal(charset);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .appName("calque")
            .terminal(terminal)
            .parser(new SqlLineParser())
            .completer(new ShellCompleter(model, commands))
            .history(new PrivateHistory())
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.CASE_INSENSITIVE, true)
            .option(Option.INSERT_TAB, false)
            .option(Option.HISTORY_BEEP, false)
            .variable(LineReader.LIST_MAX, LONGEST_LIST)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, continued(prompt));
    try {
      PrivateHistory.secure(history);
      builder.variable(LineReader.HISTORY_FILE, history);
    } catch (IOException e) {
      err.println("warning: no history is kept, as %s cannot be written".formatted(history));
    }
    return new TypedInput(terminal, builder.build(), prompt);
  }

  private static Terminal terminal(Charset charset) throws IOException {
    String type = Optional.ofNullable(System.getenv("TERM")).orElse(Terminal.TYPE_DUMB);
    return IS_PLAIN
        ? new DumbTerminalProvider()
            .sysTerminal(
                "calque",
                Terminal.TYPE_DUMB,
                false,
                charset,
                charset,
                charset,
                true,
                SignalHandler.SIG_DFL,
                false,
                SystemStream.Output)
        : new ExecTerminalProvider()
            .sysTerminal(
                "calque",
                type,
                false,
                charset,
                charset,
                charset,
                true,
                SignalHandler.SIG_DFL,
                false,
                SystemStream.Output);
  }

  private static String continued(String prompt) {
    return " ".repeat(Math.max(0, prompt.length() - CONTINUED.length())) + CONTINUED;
  }

  /** What Ctrl-C does while nothing is being typed. */
  public void onInterrupt(Runnable action) {
    if (IS_PLAIN) {
      Signals.register(Signal.INT.name(), action);
    } else {
      terminal.handle(Signal.INT, signal -> action.run());
    }
  }

  /** Ctrl-C clears what is being typed, Ctrl-D on an empty line is the end. */
  @Override
  public Optional<String> next() {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
