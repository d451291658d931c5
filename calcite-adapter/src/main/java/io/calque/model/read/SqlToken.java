package io.calque.model.read;

/**
 * A token of a snippet of SQL, in whatever dialect.
 *
 * @param text as written; of a {@link Kind#PLACEHOLDER} and a {@link Kind#QUOTED_NAME} the name
 *     inside
 * @param start offset in the snippet
 * @param end offset behind the token
 */
record SqlToken(Kind kind, String text, int start, int end) {
  enum Kind {
    /** An identifier, keyword or function name without quotes. */
    WORD,
    NUMBER,
    /** In single quotes or dollar quotes. */
    STRING,
    /** In double quotes or backticks. */
    QUOTED_NAME,
    /** To the end of the line. */
    LINE_COMMENT,
    BLOCK_COMMENT,
    /** {@code {name}}. */
    PLACEHOLDER,
    /** <code>{{</code> or <code>{%</code>. */
    TEMPLATE_SIGN,
    SYMBOL,
    /** A quote or comment that never ends; reaches to the end of the snippet. */
    UNTERMINATED
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }
}
