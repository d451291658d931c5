package io.calque.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where the password comes from; asked for each new connection, so that it can change. */
public sealed interface Password {
  /** How long a command may take. */
  int COMMAND_SECONDS = 30;

  /**
   * The password as it is now.
   *
   * @throws SQLException if there is none; says why, and nothing of what was read
   */
  String read() throws SQLException;

  /** As it was written down. */
  record Given(String text) implements Password {
    @Override
    public String read() {
      return text;
    }

    @Override
    public String toString() {
      return "Given";
    }
  }

  /** The first line of a file. */
  record FromFile(Path file) implements Password {
    @Override
    public String read() throws SQLException {
      try {
        return firstLine(Files.readString(file), "the password file " + file);
      } catch (IOException e) {
        throw new SQLException("the password file " + file + " cannot be read: " + e, "28000", e);
      }
    }
  }

  /**
   * The first line that a command prints.
   *
   * @param command the program and its arguments; no shell is involved
   * @param folder where it runs
   */
  record FromCommand(List<String> command, Path folder) implements Password {
    public FromCommand {
      command = List.copyOf(command);
    }

    @Override
    public String read() throws SQLException {
      String what = "the password command " + command.get(0);
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw refused(what + " did not end within " + COMMAND_SECONDS + " seconds", null);
        }
        if (process.exitValue() != 0) {
          throw refused(what + " ended with exit code " + process.exitValue(), null);
        }
        return firstLine(new String(process.getInputStream().readAllBytes()), what);
      } catch (IOException e) {
        throw refused(what + " cannot be run: " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw refused(what + " was interrupted", e);
      }
    }
  }

  private static String firstLine(String text, String what) throws SQLException {
    return text.lines()
        .findFirst()
        .filter(line -> !line.isEmpty())
        .orElseThrow(() -> refused(what + " gives nothing", null));
  }

  private static SQLException refused(String reason, Exception cause) {
    return new SQLException(reason, "28000", cause);
  }
}
