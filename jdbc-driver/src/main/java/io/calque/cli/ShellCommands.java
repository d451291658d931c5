package io.calque.cli;

import io.calque.cli.shell.CommandWords;
import io.calque.cli.shell.ScriptInput;
import io.calque.cli.shell.Suggestion;
import io.calque.cli.shell.Suggestion.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/** What begins with a backslash. A new command is added to the list here and nowhere else. */
final class ShellCommands implements CommandWords {
  private static final int DEEPEST_SCRIPT = 10;

  /** Does a command. */
  @FunctionalInterface
  private interface Action {
    /**
     * Does it.
     *
     * @param argument what follows the name, without blanks around it; may be empty
     * @throws IllegalArgumentException if the argument is of no use
     */
    void run(String argument, Shell shell) throws SQLException, IOException;
  }

  /**
   * A command.
   *
   * @param names the first is the one that help shows
   * @param argument as help shows it
   * @param choices what completion offers for it
   */
  private record Command(
      List<String> names,
      String argument,
      String help,
      Supplier<List<String>> choices,
      Action action) {
    boolean isCalled(String name) {
      return names.contains(name);
    }
  }

  private final ShellSession session;
  private final List<Command> all;
  private boolean isLeaving;
  private int scripts;

  ShellCommands(ShellSession session) {
    this.session = session;
    ShellListings listings = new ShellListings(session);
    Supplier<List<String>> nothing = List::of;
    this.all =
        List.of(
            new Command(
                List.of("\\d", "\\dt"),
                "[entity]",
                "entities, or all about one",
                listings::entityNames,
                (name, shell) -> listings.describe(name)),
            new Command(
                List.of("\\dj"),
                "[entity]",
                "joins",
                listings::entityNames,
                (name, shell) -> listings.joins(name)),
            new Command(
                List.of("\\dm"),
                "[entity]",
                "metrics",
                listings::entityNames,
                (name, shell) -> listings.metrics(name)),
            new Command(
                List.of("\\db"),
                "",
                "bridges: the pairs of lookups, as tables",
                nothing,
                (none, shell) -> listings.bridges()),
            new Command(
                List.of("\\dn"), "", "schemas", nothing, (none, shell) -> listings.schemas()),
            new Command(
                List.of("\\explain", "\\e"),
                "[query]",
                "what a query, or the last one, becomes",
                nothing,
                (query, shell) -> explain(query)),
            new Command(
                List.of("\\format"),
                "[format]",
                "how rows come out",
                () -> Stream.of(OutputFormat.values()).map(OutputFormat::toString).toList(),
                (name, shell) -> format(name)),
            new Command(
                List.of("\\o"),
                "[file]",
                "send results into a file, or back here",
                nothing,
                (file, shell) -> output(file)),
            new Command(
                List.of("\\i"),
                "<file>",
                "run a file, up to the first error",
                nothing,
                this::include),
            new Command(
                List.of("\\p"),
                "[name=value]",
                "give :name a value, or list what has one",
                nothing,
                (written, shell) -> parameter(written)),
            new Command(
                List.of("\\unset"),
                "<name>",
                "take the value of :name away",
                () -> session.parameters().all().stream().map(Parameter::name).toList(),
                (name, shell) -> unset(name)),
            new Command(
                List.of("\\timing"),
                "[on|off]",
                "tell how long statements take, or stop",
                () -> List.of("on", "off"),
                (wish, shell) -> timing(wish)),
            new Command(
                List.of("\\?", "\\h", "\\help", "help"),
                "",
                "this list",
                nothing,
                (none, shell) -> help()),
            new Command(
                List.of("\\q", "\\quit", "quit", "exit"),
                "",
                "leave, as Ctrl-D does",
                nothing,
                (none, shell) -> isLeaving = true));
  }

  boolean isLeaving() {
    return isLeaving;
  }

  /**
   * Does what a line says.
   *
   * @throws IllegalArgumentException if there is no such command, or its argument is of no use
   */
  void run(String line, Shell shell) throws SQLException, IOException {
    String[] parts = line.split("\\s+", 2);
    String argument = parts.length < 2 ? "" : parts[1].strip();
    Command command =
        all.stream()
            .filter(each -> each.isCalled(parts[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no command %s; \\? lists all".formatted(parts[0])));
    if (command.argument().isEmpty() && !argument.replace(";", "").isBlank()) {
      throw new IllegalArgumentException(parts[0] + " takes nothing after it");
    }
    command.action().run(argument, shell);
  }

  @Override
  public List<Suggestion> suggestions(String typed) {
    String[] parts = typed.split("\\s+", 2);
    if (parts.length < 2) {
      return all.stream()
          .map(command -> suggestion(command.names().get(0), Group.COMMANDS, command.help()))
          .toList();
    }
    return all.stream()
        .filter(command -> command.isCalled(parts[0]))
        .flatMap(command -> command.choices().get().stream())
        .map(choice -> suggestion(choice, Group.ARGUMENTS, ""))
        .toList();
  }

  private static Suggestion suggestion(String text, Group group, String description) {
    return new Suggestion(text, text, group, description, true);
  }

  private void explain(String query) throws SQLException {
    if (query.isEmpty()) {
      session.explain(
          session
              .last()
              .orElseThrow(
                  () -> new IllegalArgumentException("nothing has been asked yet to explain")));
    } else {
      for (WrittenSql statement : WrittenSql.of(query)) {
        session.explain(statement);
      }
    }
  }

  private void format(String name) {
    if (name.isEmpty()) {
      session.tell(session.format().toString());
    } else {
      try {
        session.setFormat(new OutputFormat.Converter().convert(name));
      } catch (TypeConversionException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
  }

  private void output(String file) throws IOException {
    if (file.isEmpty()) {
      session.closeFile();
    } else {
      session.writeTo(Path.of(file));
    }
  }

  private void include(String file, Shell shell) throws SQLException, IOException {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("write the file's name after \\i");
    }
    if (scripts == DEEPEST_SCRIPT) {
      throw new IllegalArgumentException(
          "%s is run by a script that is run by a script, %d deep: is it itself?"
              .formatted(file, scripts));
    }
    scripts++;
    try (ScriptInput script = new ScriptInput(Files.newInputStream(Path.of(file)), file)) {
      shell.include(script);
    } finally {
      scripts--;
    }
  }

  private void parameter(String written) {
    if (written.isEmpty()) {
      session.parameters().all().forEach(each -> session.tell(each.toString()));
    } else {
      session.parameters().set(Parameter.of(written));
    }
  }

  private void unset(String name) {
    if (!session.parameters().forget(name)) {
      throw new IllegalArgumentException("there is no parameter :" + name);
    }
  }

  private void timing(String wish) {
    switch (wish) {
      case "on" -> session.setTimed(true);
      case "off" -> session.setTimed(false);
      case "" -> session.setTimed(!session.isTimed());
      default -> throw new IllegalArgumentException("timing is on or off, not " + wish);
    }
    if (wish.isEmpty()) {
      session.tell("timing is " + (session.isTimed() ? "on" : "off"));
    }
  }

  private void help() {
    for (Command command : all) {
      String call = command.names().get(0) + " " + command.argument();
      session.tell("  %-18s %s".formatted(call, command.help()));
    }
  }
}
