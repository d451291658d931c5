package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file in HCL's notation into tokens. Nothing is evaluated: what HCL would compute is
 * refused with a problem.
 */
final class HclLexer {
  private final SourceText source;
  private final String text;
  private final Problems problems;
  private final List<HclToken> tokens = new ArrayList<>();
  private int at;
  private int line;
  private int lineStart;
  private int indent;
  private int columnsCounted;
  private int column;

  private HclLexer(SourceText source, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /** The tokens, the last of which is {@link Kind#END}; comments and blanks are left out. */
  static List<HclToken> tokens(SourceText source, Problems problems) {
    return new HclLexer(source, problems).lex();
  }

  private List<HclToken> lex() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        advance(1);
      } else if (c == '#' || text.startsWith("//", at)) {
        skipLine();
      } else if (text.startsWith("/*", at)) {
        comment();
      } else if (c == '"') {
        string();
      } else if (text.startsWith("<<", at)) {
        heredoc();
      } else {
        word(c);
      }
    }
    add(Kind.END, "", at);
    return List.copyOf(tokens);
  }

  /** Moves on, and counts lines as {@link SourceText} does. */
  private void advance(int count) {
    int end = Math.min(at + count, text.length());
    while (at < end) {
      char c = text.charAt(at++);
      boolean returnAlone = c == '\r' && (at == text.length() || text.charAt(at) != '\n');
      if (c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029' || returnAlone) {
        line++;
        lineStart = at;
        columnsCounted = at;
        column = 0;
        indent = -1;
      }
    }
  }

  private Place place() {
    if (columnsCounted < lineStart) {
      columnsCounted = lineStart;
      column = 0;
    }
    column += text.codePointCount(columnsCounted, at);
    columnsCounted = at;
    if (indent < 0 || tokens.isEmpty()) {
      indent = column;
    }
    return source.place(line, column);
  }

  private void add(Kind kind, String meaning, int start) {
    int length = at - start;
    at = start;
    Place place = place();
    tokens.add(new HclToken(kind, meaning, place, start, indent));
    advance(length);
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      problem(place(), "this comment is never closed", "close it with */");
      advance(text.length() - at);
    } else {
      advance(end + 2 - at);
    }
  }

  private void word(char c) {
    int start = at;
    if (Character.isUnicodeIdentifierStart(c) || c == '_') {
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      add(Kind.WORD, text.substring(start, at), start);
    } else if (Character.isDigit(c)
        || c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
      at++;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      add(Kind.NUMBER, text.substring(start, at), start);
    } else {
      at += Character.charCount(text.codePointAt(at));
      add(Kind.SYMBOL, text.substring(start, at), start);
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) || c == '-';
  }

  private void string() {
    int start = at;
    Place opening = place();
    StringBuilder meaning = new StringBuilder();
    at++;
    while (at < text.length() && "\n\r".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        add(Kind.STRING, meaning.toString(), start);
        return;
      }
      if (c == '\\') {
        escape(meaning);
      } else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
        meaning.append(c).append('{');
        at += 3;
      } else {
        if (text.startsWith("${", at) || text.startsWith("%{", at)) {
          problem(
              source.placeAt(at),
              "the text asks for something to be computed, with " + c + "{, and nothing is",
              "write the value itself, or " + c + c + "{ for the characters");
        }
        meaning.append(c);
        at++;
      }
    }
    problem(
        opening,
        "the quote that opens here is not closed on its line",
        "close the text with \"; a \" in it is written \\\"");
    add(Kind.STRING, meaning.toString().stripTrailing(), start);
  }

  private void escape(StringBuilder meaning) {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    switch (c) {
      case 'n' -> meaning.append('\n');
      case 't' -> meaning.append('\t');
      case 'r' -> meaning.append('\r');
      case '"', '\\' -> meaning.append(c);
      case 'u', 'U' -> {
        int digits = c == 'u' ? 4 : 8;
        int code = code(digits);
        if (code >= 0) {
          meaning.appendCodePoint(code);
          at += digits;
        }
      }
      default -> {
        problem(
            source.placeAt(at),
            "\\" + (c < ' ' ? "" : c) + " means nothing in a text",
            "write \\\\ for a backslash");
        at -= c < ' ' ? 1 : 0;
      }
    }
    at += 2;
  }

  /** The character that an escape names; -1, with a problem, if it names none. */
  private int code(int digits) {
    int from = at + 2;
    String hex = text.substring(from, Math.min(from + digits, text.length()));
    if (hex.matches("[0-9A-Fa-f]{" + digits + "}")) {
      long code = Long.parseLong(hex, 16);
      if (code <= Character.MAX_CODE_POINT) {
        return (int) code;
      }
    }
    problem(
        source.placeAt(at),
        "this escape names no character",
        "write \\u and four hexadecimal digits, or the character itself");
    return -1;
  }

  private void heredoc() {
    int start = at;
    problem(place(), "texts of several lines, with <<, are not known here", "write it in quotes");
    skipLine();
    add(Kind.STRING, "", start);
  }

  private void problem(Place place, String message, String remedy) {
    problems.add(Rule.GRAPH_SYNTAX, place, "", message, remedy);
  }
}
