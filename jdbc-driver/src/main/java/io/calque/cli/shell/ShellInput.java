package io.calque.cli.shell;

import io.calque.sql.Statements;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Where a shell's inputs come from. */
public interface ShellInput extends AutoCloseable {
  /** Commands that need no backslash, as psql has them. */
  Set<String> BARE_COMMANDS = Set.of("exit", "quit", "help");

  /**
   * The next input: one line with a command, or SQL up to a semicolon that ends a line.
   *
   * @return an empty text if the person thought better of it; nothing at the end
   */
  Optional<String> next() throws IOException;

  @Override
  void close() throws IOException;

  /** Whether it is a command rather than SQL. */
  static boolean isCommand(String text) {
    String stripped = text.strip();
    return stripped.startsWith("\\") || BARE_COMMANDS.contains(stripped);
  }

  /** Whether nothing more is needed: a command, or SQL whose last statement is ended. */
  static boolean isWhole(String text) {
    return isCommand(text) || Statements.unfinished(text).isEmpty();
  }
}
