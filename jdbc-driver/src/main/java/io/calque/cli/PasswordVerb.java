package io.calque.cli;

import io.calque.serve.PasswordHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a line for the file of those whom {@code serve} lets in. */
@Command(
    name = "password",
    description =
        "Asks for a password, or reads it from standard input, and prints a line for the file of"
            + " \"calque serve --users\": the name, and the password salted and hashed.",
    footer = {"", "Example:", "  calque password ann >> users.txt"})
final class PasswordVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "<name>", description = "The user's name.")
  private String name;

  PasswordVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (name.isBlank() || name.contains(":") || name.startsWith("#")) {
      throw new ParameterException(spec.commandLine(), "a user's name has no colon in it");
    }
    char[] password = read();
    if (password == null || password.length == 0) {
      throw new ParameterException(spec.commandLine(), "there is no password");
    }
    terminal.out().println(name + ":" + PasswordHash.of(password));
    return Main.FINE;
  }

  private char[] read() throws IOException {
    if (terminal.isInteractive()) {
      return System.console().readPassword("Password: ");
    }
    String line =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
    return line == null ? null : line.toCharArray();
  }
}
