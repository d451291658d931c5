package io.calque.cli;

import io.calque.cli.shell.ScriptInput;
import io.calque.cli.shell.ShellInput;
import io.calque.error.CalqueException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Takes inputs one after the other and has them done. */
final class Shell {
  private final ShellSession session;
  private final ShellCommands commands;
  private final Terminal terminal;
  private final Colours colours;

  Shell(ShellSession session, ShellCommands commands, Terminal terminal) {
    this.session = session;
    this.commands = commands;
    this.terminal = terminal;
    this.colours = Colours.of(terminal);
  }

  /** Goes on until the person leaves, whatever goes wrong. */
  void converse(ShellInput input) throws IOException {
    session.setTold(true);
    Optional<String> next = input.next();
    while (next.isPresent()) {
      String text = next.get();
      attempt(() -> take(text, 1));
      if (commands.isLeaving()) {
        return;
      }
      next = input.next();
    }
    terminal.out().println();
  }

  /**
   * Runs a script up to its end, or the first error.
   *
   * @return whether all went well; what did not has been told
   */
  boolean runScript(ScriptInput script) {
    return attempt(() -> include(script));
  }

  /**
   * Runs a script within another, or by command.
   *
   * @throws SQLException the first error, with its place
   */
  void include(ScriptInput script) throws SQLException, IOException {
    Optional<String> next = script.next();
    while (next.isPresent() && !commands.isLeaving()) {
      try {
        take(next.get(), script.line());
      } catch (SQLException | CalqueException | IllegalArgumentException e) {
        throw new SQLException(
            "in what begins on line %d of %s:%n%s"
                .formatted(script.line(), script.name(), e.getMessage()),
            e);
      }
      next = script.next();
    }
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws SQLException, IOException;
  }

  private boolean attempt(Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (SQLException | CalqueException | IllegalArgumentException e) {
      session.tell(colours.error(e.getMessage()));
    } catch (IOException e) {
      session.tell(colours.error(FileErrors.text(e)));
    } finally {
      terminal.out().flush();
    }
    return false;
  }

  /**
   * Does what was said.
   *
   * @param line the line that it begins on, where there are lines
   */
  private void take(String text, int line) throws SQLException, IOException {
    if (ShellInput.isCommand(text)) {
      commands.run(text.strip(), this);
    } else {
      for (WrittenSql statement : WrittenSql.of(text, line)) {
        session.run(statement);
      }
    }
  }
}
