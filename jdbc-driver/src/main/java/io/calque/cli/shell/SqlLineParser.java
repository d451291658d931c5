package io.calque.cli.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine when an input is whole, and which word is being completed. */
final class SqlLineParser implements Parser {
  /**
   * A line with the word that ends at the cursor.
   *
   * @param start where that word begins
   */
  private record Line(String line, int cursor, int start) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }

    /** Suggestions are written as SQL takes them. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean isWhole) {
      return candidate;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !ShellInput.isWhole(line)) {
      throw new EOFError(-1, -1, "a semicolon is missing");
    }
    return new Line(line, cursor, Completion.wordStart(line, cursor));
  }
}
