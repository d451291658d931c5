package io.calque.model.read;

import io.calque.model.read.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** The names with dots in a snippet of SQL, such as {@code stay.nights}; those of functions not. */
final class DottedNames {
  /**
   * A name with dots.
   *
   * @param parts two or more, without quotes
   * @param start offset in the snippet
   * @param end offset behind it
   */
  record DottedName(List<String> parts, int start, int end) {
    DottedName {
      parts = List.copyOf(parts);
    }

    String first() {
      return parts.get(0);
    }

    String last() {
      return parts.get(parts.size() - 1);
    }

    /** All parts but the last, with dots between them. */
    String qualifier() {
      return String.join(".", parts.subList(0, parts.size() - 1));
    }

    @Override
    public String toString() {
      return String.join(".", parts);
    }
  }

  private DottedNames() {}

  /** In order. */
  static List<DottedName> of(List<SqlToken> tokens) {
    List<DottedName> names = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int end = chain(tokens, i);
      boolean isCall = end < tokens.size() && tokens.get(end).isSymbol("(");
      if (end - i > 1 && !isCall) {
        List<String> parts = new ArrayList<>();
        for (int part = i; part < end; part += 2) {
          parts.add(tokens.get(part).text());
        }
        names.add(new DottedName(parts, tokens.get(i).start(), tokens.get(end - 1).end()));
      }
      i = Math.max(end, i + 1);
    }
    return names;
  }

  /** The index behind the chain of names and dots that begins at a token; that index if none. */
  private static int chain(List<SqlToken> tokens, int from) {
    int i = from;
    if (!isName(tokens, i)) {
      return i;
    }
    i++;
    while (i + 1 < tokens.size() && tokens.get(i).isSymbol(".") && isName(tokens, i + 1)) {
      i += 2;
    }
    return i;
  }

  private static boolean isName(List<SqlToken> tokens, int i) {
    return tokens.get(i).is(Kind.WORD) || tokens.get(i).is(Kind.QUOTED_NAME);
  }
}
