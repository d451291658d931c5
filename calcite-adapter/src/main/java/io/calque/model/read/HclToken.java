package io.calque.model.read;

import io.calque.model.Place;

/**
 * A token of a file in HCL's notation.
 *
 * @param text as written; of a {@link Kind#STRING} what it means
 * @param place where it begins
 * @param start offset in the file
 * @param indent the column, from 0, of the first character on its line
 */
record HclToken(Kind kind, String text, Place place, int start, int indent) {
  enum Kind {
    WORD,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** As messages name it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the file";
      case STRING -> '"' + Shown.name(text) + '"';
      case WORD, NUMBER, SYMBOL -> Shown.name(text);
    };
  }
}
