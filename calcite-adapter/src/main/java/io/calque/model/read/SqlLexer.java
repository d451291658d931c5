package io.calque.model.read;

import io.calque.model.read.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a snippet of SQL into tokens, knowing no more of SQL than all dialects share: quotes,
 * comments, words and numbers. Placeholders are only seen outside of quotes and comments.
 */
final class SqlLexer {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\s*([A-Za-z_][A-Za-z0-9_$]*)\\s*\\}");
  private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$([A-Za-z_]\\w*)?\\$");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9][0-9_]*(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern OPERATOR = Pattern.compile("->>|->|=>|:=|::|<=|>=|<>|!=|\\|\\||==");

  private static final String OPERATOR_STARTS = "-=:<>!|";

  private final String sql;
  private final boolean backslashEscapes;
  private final List<SqlToken> tokens = new ArrayList<>();

  private SqlLexer(String sql, boolean backslashEscapes) {
    this.sql = sql;
    this.backslashEscapes = backslashEscapes;
  }

  /**
   * The tokens, without blanks. In standard SQL a backslash means nothing in a string, in other
   * dialects it hides a quote; the second is tried where the first leaves a quote open.
   */
  static List<SqlToken> tokens(String sql) {
    List<SqlToken> standard = new SqlLexer(sql, false).lex();
    boolean open = standard.stream().anyMatch(token -> token.is(Kind.UNTERMINATED));
    if (!open || !sql.contains("\\")) {
      return standard;
    }
    List<SqlToken> escaped = new SqlLexer(sql, true).lex();
    return escaped.stream().anyMatch(token -> token.is(Kind.UNTERMINATED)) ? standard : escaped;
  }

  private List<SqlToken> lex() {
    int at = 0;
    while (at < sql.length()) {
      at = Character.isWhitespace(sql.charAt(at)) ? at + 1 : next(at);
    }
    return List.copyOf(tokens);
  }

  private int next(int at) {
    char c = sql.charAt(at);
    if (c == '\'') {
      return quoted(at, '\'', Kind.STRING);
    }
    if (c == '"' || c == '`') {
      return quoted(at, c, Kind.QUOTED_NAME);
    }
    if (sql.startsWith("--", at)) {
      int end = endOfLine(at);
      return add(Kind.LINE_COMMENT, at, end);
    }
    if (sql.startsWith("/*", at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0
          ? add(Kind.UNTERMINATED, at, sql.length())
          : add(Kind.BLOCK_COMMENT, at, end + 2);
    }
    if (c == '$') {
      Matcher tag = DOLLAR_QUOTE.matcher(sql).region(at, sql.length());
      if (tag.lookingAt()) {
        int end = sql.indexOf(tag.group(), tag.end());
        return end < 0
            ? add(Kind.UNTERMINATED, at, sql.length())
            : add(Kind.STRING, at, end + tag.group().length());
      }
    }
    return c == '{' ? brace(at) : plain(at, c);
  }

  private int plain(int at, char c) {
    if (Character.isUnicodeIdentifierStart(c) || c == '_') {
      int end = at + 1;
      while (end < sql.length()
          && (Character.isUnicodeIdentifierPart(sql.charAt(end))
                  && !Character.isIdentifierIgnorable(sql.charAt(end))
              || sql.charAt(end) == '$')) {
        end++;
      }
      return add(Kind.WORD, at, end);
    }
    if (c >= '0' && c <= '9') {
      Matcher number = NUMBER.matcher(sql).region(at, sql.length());
      return add(Kind.NUMBER, at, number.lookingAt() ? number.end() : at + 1);
    }
    if (OPERATOR_STARTS.indexOf(c) < 0) {
      return add(Kind.SYMBOL, at, at + 1);
    }
    Matcher operator = OPERATOR.matcher(sql).region(at, sql.length());
    return add(Kind.SYMBOL, at, operator.lookingAt() ? operator.end() : at + 1);
  }

  private int brace(int at) {
    if (sql.startsWith("{{", at) || sql.startsWith("{%", at)) {
      return add(Kind.TEMPLATE_SIGN, at, at + 2);
    }
    Matcher placeholder = PLACEHOLDER.matcher(sql).region(at, sql.length());
    if (placeholder.lookingAt()) {
      tokens.add(new SqlToken(Kind.PLACEHOLDER, placeholder.group(1), at, placeholder.end()));
      return placeholder.end();
    }
    return add(Kind.SYMBOL, at, at + 1);
  }

  private int quoted(int at, char quote, Kind kind) {
    int i = at + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (backslashEscapes && c == '\\') {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else {
        String text = kind == Kind.STRING ? sql.substring(at, i + 1) : sql.substring(at + 1, i);
        tokens.add(new SqlToken(kind, text, at, i + 1));
        return i + 1;
      }
    }
    return add(Kind.UNTERMINATED, at, sql.length());
  }

  private int endOfLine(int at) {
    int end = at;
    while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new SqlToken(kind, sql.substring(start, end), start, end));
    return end;
  }
}
