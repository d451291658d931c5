package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML that is written as nearly all of it is, several times as fast as SnakeYAML does: maps
 * and lists that are indented with blanks or stand in brackets in one line, words as keys, and
 * values of one line or behind a bar.
 *
 * <p>Whatever else a file holds, mistakes included, makes it not plain, and SnakeYAML has to say
 * what it means. So the values of a plain file are those that SnakeYAML gives, with the same
 * places.
 */
final class PlainYaml {
  private static final int DEEPEST = 10;

  private final SourceText source;
  private final String text;
  private final PlainLine inLine;

  /** The line of the next thing to read, or how many there are. */
  private int line = -1;

  /** The column of the next thing to read; negative behind the last line. */
  private int column;

  /** The offset of the next thing to read. */
  private int start;

  private PlainYaml(SourceText source) {
    this.source = source;
    this.text = source.text();
    this.inLine = new PlainLine(source);
  }

  /** The file's value; empty if it is not plain. */
  static Optional<YamlValue> read(SourceText source) {
    if (!hasPlainCharacters(source.text())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PlainYaml(source).document());
    } catch (NotPlain e) {
      return Optional.empty();
    }
  }

  /** Of line ends only the line feed; each character is a code point that YAML allows. */
  private static boolean hasPlainCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c >= ' ' && c <= '~'
              || c == '\n'
              || c >= '\u00a0' && c < Character.MIN_SURROGATE && c != '\u2028' && c != '\u2029';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private YamlValue document() throws NotPlain {
    nextLine();
    if (column < 0) {
      throw NotPlain.HERE;
    }
    YamlValue value = block(0);
    if (column >= 0) {
      throw NotPlain.HERE;
    }
    return value;
  }

  /** Goes to the next line that holds more than blanks and a comment. */
  private void nextLine() {
    int i = line + 1;
    for (; i < source.lines(); i++) {
      inLine.enter(i);
      int first = inLine.skipBlanks(source.start(i));
      if (first < source.end(i) && text.charAt(first) != '#') {
        line = i;
        start = first;
        column = first - source.start(i);
        return;
      }
    }
    line = i;
    column = -1;
  }

  private YamlValue block(int depth) throws NotPlain {
    if (depth > DEEPEST) {
      throw NotPlain.HERE;
    }
    return inLine.isItem(start) ? sequence(depth) : mapping(depth);
  }

  private Sequence sequence(int depth) throws NotPlain {
    int own = column;
    Place place = inLine.place(start);
    List<YamlValue> items = new ArrayList<>();
    do {
      int item = inLine.skipBlanks(start + 1);
      if (item == source.end(line) || inLine.isItem(item)) {
        throw NotPlain.HERE;
      }
      if (inLine.colon(item) < 0) {
        items.add(value(item, own));
      } else {
        column = item - source.start(line);
        start = item;
        items.add(block(depth + 1));
      }
    } while (column == own && inLine.isItem(start));
    return inLine.sequence(items, place);
  }

  private Mapping mapping(int depth) throws NotPlain {
    int own = column;
    Place place = inLine.place(start);
    List<Entry> entries = new ArrayList<>();
    do {
      int key = start;
      int colon = inLine.colon(key);
      if (colon < 0) {
        throw NotPlain.HERE;
      }
      Place keyPlace = inLine.place(key);
      YamlValue value = behindKey(colon + 1, own, depth);
      entries.add(inLine.entry(key, colon, keyPlace, value));
    } while (column == own);
    return inLine.mapping(entries, place);
  }

  private YamlValue behindKey(int behindColon, int own, int depth) throws NotPlain {
    int offset = inLine.skipBlanks(behindColon);
    if (offset < source.end(line) && text.charAt(offset) != '#') {
      return value(offset, own);
    }
    Scalar nothing = inLine.scalar("", behindColon, Snippet.Style.PLAIN);
    nextLine();
    boolean isBlock = column > own || column == own && inLine.isItem(start);
    return isBlock ? block(depth + 1) : nothing;
  }

  /** A value that is no block, and what may follow it in its line. */
  private YamlValue value(int offset, int own) throws NotPlain {
    YamlValue value;
    if (text.charAt(offset) == '|' || text.charAt(offset) == '>') {
      value = blockText(offset, own);
    } else {
      value = inLine.value(offset);
      int rest = inLine.skipBlanks(inLine.end());
      boolean comment = rest > inLine.end() && rest < source.end(line) && text.charAt(rest) == '#';
      if (rest < source.end(line) && !comment) {
        throw NotPlain.HERE;
      }
    }
    nextLine();
    if (column > own) {
      throw NotPlain.HERE;
    }
    return value;
  }

  /** Lines behind a bar, or behind an angle if all of them become one. */
  private Scalar blockText(int sign, int own) throws NotPlain {
    boolean folded = text.charAt(sign) == '>';
    boolean stripped = sign + 1 < source.end(line) && text.charAt(sign + 1) == '-';
    if (sign + (stripped ? 2 : 1) != source.end(line) || line + 1 == source.lines()) {
      throw NotPlain.HERE;
    }
    // The place is that of the sign, so the scalar is made before the lines are entered.
    int signLine = line;
    String value = lines(own, folded) + (stripped ? "" : "\n");
    inLine.enter(signLine);
    return inLine.scalar(value, sign, Snippet.Style.BLOCK);
  }

  /** The lines of a text, which the first one's indentation holds together. */
  private String lines(int own, boolean folded) throws NotPlain {
    int indentation = indentation(line + 1);
    if (indentation <= own || source.start(line + 1) + indentation == source.end(line + 1)) {
      throw NotPlain.HERE;
    }
    StringBuilder lines = new StringBuilder();
    int blank = 0;
    int next = line + 1;
    for (; next < source.lines(); next++) {
      int from = source.start(next) + indentation;
      int end = source.end(next);
      int blanks = indentation(next);
      if (source.start(next) + blanks == end) {
        if (blanks > indentation) {
          throw NotPlain.HERE;
        }
        blank++;
        continue;
      }
      if (blanks < indentation) {
        break;
      }
      if (folded && (blank > 0 || blanks > indentation) || end == text.length()) {
        throw NotPlain.HERE;
      }
      if (lines.length() > 0) {
        lines.append(folded ? " " : "\n".repeat(blank + 1));
      }
      lines.append(text, from, end);
      blank = 0;
    }
    line = next - 1;
    return lines.toString();
  }

  private int indentation(int ofLine) {
    inLine.enter(ofLine);
    return inLine.skipBlanks(source.start(ofLine)) - source.start(ofLine);
  }
}
