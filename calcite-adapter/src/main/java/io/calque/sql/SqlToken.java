package io.calque.sql;

/** A token that knows its place among the statement's tokens and the bracket it belongs with. */
final class SqlToken extends Token {
  private static final long serialVersionUID = 1L;

  /** Index among the statement's tokens, from 0. */
  int index;

  /**
   * For an opening bracket the index of its closing one and the reverse; -1 for every other token.
   */
  int partner = -1;

  SqlToken(Token token) {
    super(token.kind, token.image);
    beginLine = token.beginLine;
    beginColumn = token.beginColumn;
    endLine = token.endLine;
    endColumn = token.endColumn;
  }

  /** Whether this is the given word, unquoted, in any case. */
  boolean is(String word) {
    return image.equalsIgnoreCase(word);
  }

  /** Whether this is one of the kinds of {@link GeneratedParserConstants}. */
  boolean isAny(int... kinds) {
    for (int each : kinds) {
      if (kind == each) {
        return true;
      }
    }
    return false;
  }
}
