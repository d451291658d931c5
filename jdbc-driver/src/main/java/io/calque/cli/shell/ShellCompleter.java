package io.calque.cli.shell;

import io.calque.schema.SemanticSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Brings suggestions to JLine, which picks those that begin as the word does. */
final class ShellCompleter implements Completer {
  private static final int LONGEST_DESCRIPTION = 60;

  private final Supplier<Optional<SemanticSchema>> model;
  private final CommandWords commands;

  ShellCompleter(Supplier<Optional<SemanticSchema>> model, CommandWords commands) {
    this.model = model;
    this.commands = commands;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (Suggestion suggestion : suggestions(line)) {
      candidates.add(candidate(suggestion, line.word()));
    }
  }

  private List<Suggestion> suggestions(ParsedLine line) {
    String typed = line.line().substring(0, line.cursor());
    if (ShellInput.isCommand(typed)) {
      return commands.suggestions(typed.stripLeading());
    }
    return model
        .get()
        .map(schema -> Completion.of(schema, line.line(), line.cursor()))
        .orElse(Keywords.EXPRESSION);
  }

  /** Keywords come in small letters to whoever types them so. */
  private static Candidate candidate(Suggestion suggestion, String word) {
    boolean isSmall =
        suggestion.group() == Suggestion.Group.KEYWORDS
            && !word.isEmpty()
            && Character.isLowerCase(word.charAt(0));
    String text = isSmall ? suggestion.text().toLowerCase(Locale.ROOT) : suggestion.text();
    String shown = isSmall ? suggestion.shown().toLowerCase(Locale.ROOT) : suggestion.shown();
    return new Candidate(
        text,
        shown,
        suggestion.group().name().toLowerCase(Locale.ROOT),
        shortened(suggestion.description()),
        null,
        null,
        suggestion.isWhole());
  }

  private static String shortened(String description) {
    String line = description.strip().lines().findFirst().orElse("");
    String shown =
        line.length() > LONGEST_DESCRIPTION
            ? line.substring(0, LONGEST_DESCRIPTION - 1) + "…"
            : line;
    return shown.isEmpty() ? null : shown;
  }
}
