package io.calque.cli.shell;

import java.util.List;

/** What the commands of a shell are called, and what they take. */
@FunctionalInterface
public interface CommandWords {
  /**
   * What could stand at the end of a command.
   *
   * @param typed a backslash and what follows it up to the cursor
   */
  List<Suggestion> suggestions(String typed);
}
