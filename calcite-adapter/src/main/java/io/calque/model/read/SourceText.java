package io.calque.model.read;

import io.calque.model.Place;
import java.util.Arrays;

/**
 * A file's text, with the lines in it.
 *
 * <p>Lines are counted as YAML counts them, columns in code points, both from 0 as SnakeYAML does.
 */
final class SourceText {
  private final String file;
  private final String text;
  private final int[] lineStarts;

  /** Whether each character of the text is a code point of its own. */
  private final boolean isBasic;

  /**
   * @param file as the user would write it
   * @param text without byte order mark
   */
  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    int[] starts = new int[16 + text.length() / 32];
    int lines = 1;
    boolean basic = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\r' && c < '\u0085') {
        continue;
      }
      basic = basic && !Character.isSurrogate(c);
      boolean carriageReturnAlone =
          c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029' || carriageReturnAlone) {
        starts = lines < starts.length ? starts : Arrays.copyOf(starts, 2 * lines);
        starts[lines++] = i + 1;
      }
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
    this.isBasic = basic;
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** How many lines there are, at least 1. */
  int lines() {
    return lineStarts.length;
  }

  /** Where a line begins. */
  int start(int line) {
    return lineStarts[line];
  }

  /** Where a line ends, if it ends with a line feed: before it. */
  int end(int line) {
    return line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : text.length();
  }

  /** The line's text without its end; empty beyond the last line. */
  String line(int line) {
    if (line < 0 || line >= lineStarts.length) {
      return "";
    }
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
    return text.substring(lineStarts[line], end).stripTrailing();
  }

  Place place(int line, int column) {
    return new Place(file, line + 1, column + 1);
  }

  /** Where a character of the text is, in the text's own counting. */
  int offset(int line, int column) {
    int start = lineStarts[Math.min(line, lineStarts.length - 1)];
    if (isBasic) {
      return Math.min(start + column, text.length());
    }
    int offset = start;
    for (int i = 0; i < column && offset < text.length(); i++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }

  /** The place of a character of the text. */
  Place placeAt(int offset) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int start = lineStarts[low];
    int end = Math.min(offset, text.length());
    return place(low, isBasic ? end - start : text.codePointCount(start, end));
  }
}
