package io.calque.model.read;

import io.calque.model.Place;
import java.util.function.IntFunction;

/**
 * A value of a file: its text as YAML understands it, which can say of each of its characters where
 * in the file it stands, whatever quotes, folds and escapes lie between.
 */
final class Snippet {
  private final String text;
  private final SourceText source;
  private final int start;
  private final Style style;

  /** From a character of the text to its place; null for a text that stands in the file. */
  private final IntFunction<Place> places;

  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BLOCK
  }

  /**
   * @param text the value
   * @param start where the value begins in the source, its quote or block sign included
   */
  Snippet(String text, SourceText source, int start, Style style) {
    this.text = text;
    this.source = source;
    this.start = start;
    this.style = style;
    this.places = null;
  }

  /** A text that stands in no file as such; each of its characters is at the place given. */
  static Snippet at(String text, Place place) {
    return new Snippet(text, offset -> place);
  }

  /**
   * A text that was made from one in a file.
   *
   * @param places from a character of the text, or its end, to a place
   */
  static Snippet mapped(String text, IntFunction<Place> places) {
    return new Snippet(text, places);
  }

  private Snippet(String text, IntFunction<Place> places) {
    this.text = text;
    this.source = null;
    this.start = 0;
    this.style = Style.PLAIN;
    this.places = places;
  }

  String text() {
    return text;
  }

  boolean isPlain() {
    return style == Style.PLAIN;
  }

  /** Where the value's first character that shows stands. */
  Place place() {
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return first == text.length() && places == null ? source.placeAt(start) : placeAt(first);
  }

  /**
   * Where a character of the value stands.
   *
   * @param offset from 0; beyond the end means the end
   */
  Place placeAt(int offset) {
    int within = Math.min(offset, text.length());
    return places != null ? places.apply(within) : source.placeAt(sourceOffset(within));
  }

  /** Walks value and source side by side; they differ in blanks, quotes and escapes only. */
  private int sourceOffset(int offset) {
    String raw = source.text();
    int at = contentStart(raw);
    int last = at;
    for (int i = 0; i <= offset && i < text.length(); i++) {
      char sought = text.charAt(i);
      if (Character.isWhitespace(sought)) {
        continue;
      }
      at = skipBlanks(raw, at);
      if (at >= raw.length()) {
        return last;
      }
      last = at;
      at += lengthInSource(raw, at);
    }
    return last;
  }

  private int contentStart(String raw) {
    int at = start;
    if (style == Style.BLOCK) {
      while (at < raw.length() && raw.charAt(at) != '\n' && raw.charAt(at) != '\r') {
        at++;
      }
      return at;
    }
    return style == Style.PLAIN ? at : at + 1;
  }

  private int skipBlanks(String raw, int from) {
    int at = from;
    while (at < raw.length()) {
      boolean escapedBlank =
          style == Style.DOUBLE_QUOTED
              && raw.charAt(at) == '\\'
              && at + 1 < raw.length()
              && "ntr \n\r".indexOf(raw.charAt(at + 1)) >= 0;
      if (escapedBlank) {
        at += 2;
      } else if (Character.isWhitespace(raw.charAt(at))) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private int lengthInSource(String raw, int at) {
    char c = raw.charAt(at);
    if (style == Style.SINGLE_QUOTED && c == '\'') {
      return 2;
    }
    if (style == Style.DOUBLE_QUOTED && c == '\\' && at + 1 < raw.length()) {
      return switch (raw.charAt(at + 1)) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    return 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
