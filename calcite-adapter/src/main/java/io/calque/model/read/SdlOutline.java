package io.calque.model.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outline of a text in GraphQL: the words it begins with, and whether what opens is closed.
 * Knows no more of the language than its brackets, strings and comments.
 */
final class SdlOutline {
  private static final int DEEPEST = 40;
  private static final int FIRST_WORDS = 3;
  private static final Set<String> BEGINS_SDL =
      Set.of("type", "interface", "extend", "scalar", "enum", "input", "union", "directive");

  /**
   * What keeps a text from being parsed.
   *
   * @param offset of the character in the text
   */
  record Fault(int offset, String message, String remedy) {}

  private record Bracket(char sign, int offset) {}

  private final String text;
  private final List<String> firstWords = new ArrayList<>();
  private Fault fault;

  private SdlOutline(String text) {
    this.text = text;
  }

  static SdlOutline of(String text) {
    SdlOutline outline = new SdlOutline(text);
    outline.scan();
    return outline;
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** Whether the text begins as a schema does: with a keyword and a name, and no other format. */
  boolean isSchema() {
    if (firstWords.size() < 2 || !BEGINS_SDL.contains(firstWords.get(0))) {
      return false;
    }
    String second = firstWords.get(1);
    String third = firstWords.size() < FIRST_WORDS ? "" : firstWords.get(2);
    return switch (firstWords.get(0)) {
      case "directive" -> second.equals("@");
      case "extend" -> BEGINS_SDL.contains(second) || second.equals("schema");
      case "scalar" -> isName(second);
      default -> isName(second) && !third.equals(":") && !third.equals("=");
    };
  }

  private static boolean isName(String word) {
    return Character.isLetter(word.charAt(0)) || word.charAt(0) == '_';
  }

  private void scan() {
    Deque<Bracket> open = new ArrayDeque<>();
    int at = 0;
    while (at < text.length() && fault == null) {
      char c = text.charAt(at);
      if (c == '#') {
        at = endOfLine(at);
      } else if (c == '"') {
        at = string(at);
      } else if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF') {
        at++;
      } else {
        at = sign(at, c, open);
      }
    }
    if (fault == null && !open.isEmpty()) {
      Bracket last = open.peek();
      fault =
          new Fault(
              last.offset(),
              "the " + last.sign() + " that opens here is never closed",
              "add " + closing(last.sign()));
    }
  }

  private int sign(int at, char c, Deque<Bracket> open) {
    int end = at + 1;
    if (Character.isLetter(c) || c == '_') {
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
    }
    if (firstWords.size() < FIRST_WORDS) {
      firstWords.add(text.substring(at, end));
    }
    if ("{[(".indexOf(c) >= 0) {
      open.push(new Bracket(c, at));
      if (open.size() > DEEPEST) {
        fault = new Fault(at, "brackets are nested too deeply here", "remove some");
      }
    } else if ("}])".indexOf(c) >= 0) {
      if (open.isEmpty() || closing(open.peek().sign()) != c) {
        String opened =
            open.isEmpty() ? "was never opened" : "does not close " + open.peek().sign();
        fault = new Fault(at, c + " " + opened, "remove it, or open it before");
      } else {
        open.pop();
      }
    }
    return end;
  }

  private static char closing(char opening) {
    return switch (opening) {
      case '(' -> ')';
      case '[' -> ']';
      default -> '}';
    };
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private int string(int from) {
    boolean block = text.startsWith("\"\"\"", from);
    int at = from + (block ? 3 : 1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (block && text.startsWith("\\\"\"\"", at)) {
        at += 4;
      } else if (block && text.startsWith("\"\"\"", at)) {
        return at + 3;
      } else if (!block && c == '\\') {
        at += 2;
      } else if (!block && c == '"') {
        return at + 1;
      } else if (!block && (c == '\n' || c == '\r')) {
        break;
      } else {
        at++;
      }
    }
    fault =
        new Fault(
            from,
            "the quote that opens here is never closed",
            block ? "close it with \"\"\"" : "close it in the same line, or use \"\"\"");
    return text.length();
  }
}
