package io.calque.sql;

import java.util.Set;

/**
 * Where a warehouse reads a text in another way than Calque's lexer does. What is a string, a name
 * or a comment to the one has to be it to the other, or a text could say to the warehouse what
 * Calque has never seen.
 *
 * @param nestsComments whether a comment can hold another one
 * @param isCareful whether all is refused that lexers are known to differ on: see {@link
 *     ForeignText}
 * @param escapesInStrings whether a backslash in a string takes its meaning from what follows
 * @param doublesQuotes whether {@code ''} in a string is a quote
 * @param quotesNames whether <code>"x"</code> is the name x, and a backslash in it a backslash
 * @param refused what means something of its own there, wherever it stands outside of comments
 */
public record Lexis(
    boolean nestsComments,
    boolean isCareful,
    boolean escapesInStrings,
    boolean doublesQuotes,
    boolean quotesNames,
    Set<String> refused) {
  /** As Calque reads. */
  public static final Lexis STANDARD = new Lexis(true, false, false, true, true, Set.of());

  /** The same, but a comment ends at the first end of a comment. */
  public static final Lexis WITHOUT_NESTED_COMMENTS =
      new Lexis(false, false, false, true, true, Set.of());

  /** Strings and names as in standard SQL, and nothing beyond what all lexers agree on. */
  public static final Lexis CAREFUL = new Lexis(false, true, false, true, true, Set.of());

  public Lexis {
    refused = Set.copyOf(refused);
  }

  /** With backslashes that escape in strings. */
  public Lexis escaping() {
    return new Lexis(nestsComments, isCareful, true, doublesQuotes, quotesNames, refused);
  }

  /** With {@code \'} instead of {@code ''} in strings. */
  public Lexis withoutDoubledQuotes() {
    return new Lexis(nestsComments, isCareful, escapesInStrings, false, quotesNames, refused);
  }

  /** Without names in double quotes. */
  public Lexis withoutQuotedNames() {
    return new Lexis(nestsComments, isCareful, escapesInStrings, doublesQuotes, false, refused);
  }

  /** With a text that is refused wherever it stands outside of comments. */
  public Lexis refusing(String text) {
    return new Lexis(
        nestsComments, isCareful, escapesInStrings, doublesQuotes, quotesNames, Set.of(text));
  }
}
