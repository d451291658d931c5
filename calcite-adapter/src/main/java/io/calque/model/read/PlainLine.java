package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.YamlValue.Entry;
import io.calque.model.read.YamlValue.Mapping;
import io.calque.model.read.YamlValue.Scalar;
import io.calque.model.read.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@link PlainYaml} reads of one line: keys, and values that end in the line they begin in.
 */
final class PlainLine {
  private static final int DEEPEST = 10;

  /** YAML itself ends at 1024. */
  private static final int LONGEST_KEY = 128;

  private static final int MOST_VALUES = 1_000_000;

  /** Of fewer keys, each is compared with each. */
  private static final int FEW_KEYS = 16;

  private final SourceText source;
  private final String text;
  private int line;
  private int lineStart;
  private int lineEnd;

  /** Behind what was read last. */
  private int at;

  private int values;

  PlainLine(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** What is read next stands in that line, which ends before its line feed. */
  void enter(int newLine) {
    line = newLine;
    lineStart = source.start(newLine);
    lineEnd = source.end(newLine);
  }

  /** Where the last value that was read ends. */
  int end() {
    return at;
  }

  /** The first character from there on that is no blank, or the line's end. */
  int skipBlanks(int from) {
    int i = from;
    while (i < lineEnd && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** Whether a hyphen there begins an item of a list. */
  boolean isItem(int offset) {
    return offset < lineEnd && text.charAt(offset) == '-' && isBlankOrEnd(offset + 1);
  }

  private boolean isBlankOrEnd(int offset) {
    return offset == lineEnd || text.charAt(offset) == ' ';
  }

  /** The colon behind the key that begins there; negative if that is no key. */
  int colon(int offset) {
    int i = offset;
    while (i < lineEnd && isKeyCharacter(text.charAt(i))) {
      i++;
    }
    boolean isKey =
        i > offset
            && isWord(text.charAt(offset))
            && i - offset <= LONGEST_KEY
            && i < lineEnd
            && text.charAt(i) == ':'
            && isBlankOrEnd(i + 1);
    return isKey ? i : -1;
  }

  private static boolean isKeyCharacter(char c) {
    return isWord(c) || c == '.' || c == '-';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** An entry whose value is known. */
  Entry entry(int offset, int colon, Place place, YamlValue value) {
    return new Entry(text.substring(offset, colon), place, value);
  }

  Place place(int offset) {
    return source.place(line, offset - lineStart);
  }

  /** A value behind a key or hyphen of a block. */
  YamlValue value(int offset) throws NotPlain {
    return switch (text.charAt(offset)) {
      case '{', '[', '\'', '"' -> flow(offset, 0);
      default -> plain(offset);
    };
  }

  Scalar scalar(String value, int start, Snippet.Style style) throws NotPlain {
    count();
    return new Scalar(new Snippet(value, source, start, style), place(start));
  }

  /** A map whose keys all differ. */
  Mapping mapping(List<Entry> entries, Place place) throws NotPlain {
    count();
    if (hasDuplicates(entries)) {
      throw NotPlain.HERE;
    }
    return new Mapping(entries, place);
  }

  Sequence sequence(List<YamlValue> items, Place place) throws NotPlain {
    count();
    return new Sequence(items, place);
  }

  private void count() throws NotPlain {
    if (++values > MOST_VALUES) {
      throw NotPlain.HERE;
    }
  }

  private static boolean hasDuplicates(List<Entry> entries) {
    if (entries.size() > FEW_KEYS) {
      Set<String> keys = new HashSet<>();
      return !entries.stream().map(Entry::key).allMatch(keys::add);
    }
    for (int i = 1; i < entries.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (entries.get(i).key().equals(entries.get(j).key())) {
          return true;
        }
      }
    }
    return false;
  }

  private YamlValue flow(int offset, int depth) throws NotPlain {
    if (offset == lineEnd || depth > DEEPEST) {
      throw NotPlain.HERE;
    }
    return switch (text.charAt(offset)) {
      case '{' -> flowMapping(offset, depth);
      case '[' -> flowSequence(offset, depth);
      case '\'' -> singleQuoted(offset);
      case '"' -> doubleQuoted(offset);
      default -> flowPlain(offset);
    };
  }

  private Mapping flowMapping(int start, int depth) throws NotPlain {
    List<Entry> entries = new ArrayList<>();
    int i = skipBlanks(start + 1);
    boolean more = !isAt(i, '}');
    while (more) {
      int colon = colon(i);
      if (colon < 0) {
        throw NotPlain.HERE;
      }
      YamlValue value = flow(skipBlanks(colon + 1), depth + 1);
      entries.add(entry(i, colon, place(i), value));
      i = skipBlanks(at);
      more = isAt(i, ',');
      i = more ? skipBlanks(i + 1) : i;
    }
    close(i, '}');
    return mapping(entries, place(start));
  }

  private Sequence flowSequence(int start, int depth) throws NotPlain {
    List<YamlValue> items = new ArrayList<>();
    int i = skipBlanks(start + 1);
    boolean more = !isAt(i, ']');
    while (more) {
      items.add(flow(i, depth + 1));
      i = skipBlanks(at);
      more = isAt(i, ',');
      i = more ? skipBlanks(i + 1) : i;
    }
    close(i, ']');
    return sequence(items, place(start));
  }

  private boolean isAt(int offset, char c) {
    return offset < lineEnd && text.charAt(offset) == c;
  }

  private void close(int offset, char bracket) throws NotPlain {
    if (!isAt(offset, bracket)) {
      throw NotPlain.HERE;
    }
    at = offset + 1;
  }

  private Scalar singleQuoted(int start) throws NotPlain {
    boolean doubled = false;
    int i = start + 1;
    while (i < lineEnd && (text.charAt(i) != '\'' || isAt(i + 1, '\''))) {
      boolean quote = text.charAt(i) == '\'';
      doubled |= quote;
      i += quote ? 2 : 1;
    }
    close(i, '\'');
    String value = text.substring(start + 1, i);
    return scalar(doubled ? value.replace("''", "'") : value, start, Snippet.Style.SINGLE_QUOTED);
  }

  private Scalar doubleQuoted(int start) throws NotPlain {
    int i = start + 1;
    while (i < lineEnd && text.charAt(i) != '"' && text.charAt(i) != '\\') {
      i++;
    }
    close(i, '"');
    return scalar(text.substring(start + 1, i), start, Snippet.Style.DOUBLE_QUOTED);
  }

  private Scalar flowPlain(int start) throws NotPlain {
    requirePlainStart(start);
    int i = start;
    while (i < lineEnd && ",]}".indexOf(text.charAt(i)) < 0) {
      if (":#?[{".indexOf(text.charAt(i)) >= 0) {
        throw NotPlain.HERE;
      }
      i++;
    }
    return plain(start, i);
  }

  private Scalar plain(int start) throws NotPlain {
    requirePlainStart(start);
    int i = start;
    while (i < lineEnd && !(text.charAt(i) == '#' && text.charAt(i - 1) == ' ')) {
      if (text.charAt(i) == ':' && isBlankOrEnd(i + 1)) {
        throw NotPlain.HERE;
      }
      i++;
    }
    return plain(start, i);
  }

  private Scalar plain(int start, int end) throws NotPlain {
    int last = end;
    while (text.charAt(last - 1) == ' ') {
      last--;
    }
    at = last;
    return scalar(text.substring(start, last), start, Snippet.Style.PLAIN);
  }

  /** Many other signs may begin a text without quotes, too, but seldom do. */
  private void requirePlainStart(int offset) throws NotPlain {
    char c = text.charAt(offset);
    boolean number = c == '-' && offset + 1 < lineEnd && isWord(text.charAt(offset + 1));
    if (!isWord(c) && !number && "(./$<=+~".indexOf(c) < 0) {
      throw NotPlain.HERE;
    }
  }
}
