package io.calque.cli;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * The verbs. A new one is added here and nowhere else.
 *
 * <p>A verb is a class with picocli's {@code @Command}, which gives its name and its help; it
 * returns one of the exit codes of {@link Main} and throws what goes wrong.
 */
final class Verbs {
  private Verbs() {}

  /** All verbs, in the order in which help lists them. */
  static List<Callable<Integer>> all(Terminal terminal) {
    return List.of(
        new DemoVerb(terminal),
        new QueryVerb(terminal),
        new ShellVerb(terminal),
        new ExplainVerb(terminal),
        new CheckVerb(terminal),
        new InitVerb(terminal),
        new MaterializeVerb(terminal),
        new ConvertVerb(terminal),
        new DiffVerb(terminal),
        new ErdVerb(terminal),
        new LineageVerb(terminal),
        new UsagesVerb(terminal),
        new ServeVerb(terminal),
        new PasswordVerb(terminal));
  }
}
