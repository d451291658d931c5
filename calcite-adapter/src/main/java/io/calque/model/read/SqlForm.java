package io.calque.model.read;

import io.calque.model.read.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Checks of a snippet's form that hold in every dialect: what opens is closed. */
final class SqlForm {
  private final String subject;
  private final Problems problems;
  private boolean sound = true;

  SqlForm(String subject, Problems problems) {
    this.subject = subject;
    this.problems = problems;
  }

  /** Whether the snippet is sound; if not, a problem has been added. */
  boolean check(List<SqlToken> tokens, Snippet snippet, String what) {
    for (SqlToken token : tokens) {
      check(token, snippet, what);
    }
    if (sound) {
      checkPairs(tokens, snippet, what);
      checkCases(tokens, snippet, what);
    }
    return sound;
  }

  private void check(SqlToken token, Snippet snippet, String what) {
    switch (token.kind()) {
      case UNTERMINATED -> {
        String sign = token.text().startsWith("/*") ? "comment" : "quote " + token.text().charAt(0);
        error(
            Rule.UNBALANCED_SQL,
            snippet,
            token,
            "the " + sign + " in " + what + " is never closed",
            token.text().startsWith("/*")
                ? "close it with */"
                : "close it, or double it inside text");
      }
      case TEMPLATE_SIGN ->
          error(
              Rule.TEMPLATE_LANGUAGE,
              snippet,
              token,
              token.text() + " in " + what + " is of a template language, which is not run here",
              "write SQL with {feature} placeholders");
      case LINE_COMMENT ->
          problems.add(
              Rule.LINE_COMMENT,
              snippet.placeAt(token.start()),
              subject,
              what
                  + " has a comment that reaches to the end of the line; where YAML folds lines,"
                  + " it swallows what follows",
              "write /* … */");
      case SYMBOL -> symbol(token, snippet, what);
      default -> {}
    }
  }

  private void symbol(SqlToken token, Snippet snippet, String what) {
    int c = token.text().charAt(0);
    if (Shown.isPasteAccident(c)) {
      error(
          Rule.INVISIBLE_CHARACTERS,
          snippet,
          token,
          String.format(
              "%s has the character U+%04X, %s",
              what, c, c > 0x2010 && c < 0x2020 ? "a typographic quote" : "which does not show"),
          "type it anew: ' for text, \" for names");
    } else if (c == '\u00A0') {
      problems.add(
          Severity.WARNING,
          Rule.INVISIBLE_CHARACTERS,
          snippet.placeAt(token.start()),
          subject,
          what + " has a no-break space, U+00A0, which not every warehouse takes for a blank",
          "type a blank instead");
    } else if (c == ';') {
      error(
          Rule.UNBALANCED_SQL,
          snippet,
          token,
          what + " has a semicolon, but is only a part of a statement",
          "remove the semicolon");
    }
  }

  private void checkPairs(List<SqlToken> tokens, Snippet snippet, String what) {
    Deque<SqlToken> open = new ArrayDeque<>();
    for (SqlToken token : tokens) {
      if (!token.is(Kind.SYMBOL)) {
        continue;
      }
      if ("([{".contains(token.text())) {
        open.push(token);
      } else if (")]}".contains(token.text())) {
        if (open.isEmpty() || !closes(open.peek(), token)) {
          String opened =
              open.isEmpty() ? "was never opened" : "does not close " + open.peek().text();
          error(
              Rule.UNBALANCED_SQL,
              snippet,
              token,
              token.text() + " in " + what + " " + opened,
              "remove it, or open it before");
          return;
        }
        open.pop();
      }
    }
    if (!open.isEmpty()) {
      SqlToken first = open.peekLast();
      error(
          Rule.UNBALANCED_SQL,
          snippet,
          first,
          first.text() + " in " + what + " is never closed",
          "add " + closing(first));
    }
  }

  private static boolean closes(SqlToken opening, SqlToken token) {
    return closing(opening).equals(token.text());
  }

  private static String closing(SqlToken opening) {
    return switch (opening.text()) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }

  private void checkCases(List<SqlToken> tokens, Snippet snippet, String what) {
    List<SqlToken> code = tokens.stream().filter(token -> !token.isComment()).toList();
    Deque<SqlToken> open = new ArrayDeque<>();
    for (int i = 0; i < code.size(); i++) {
      SqlToken token = code.get(i);
      if (token.isWord("case") && isKeyword(code, i)) {
        open.push(token);
      } else if (token.isWord("end") && isKeyword(code, i)) {
        if (open.isEmpty()) {
          error(
              Rule.UNBALANCED_SQL,
              snippet,
              token,
              "END in " + what + " has no CASE",
              "write CASE WHEN … THEN … END; if end is a name, put it in double quotes");
          return;
        }
        open.pop();
      }
    }
    if (!open.isEmpty()) {
      error(
          Rule.UNBALANCED_SQL, snippet, open.peek(), "CASE in " + what + " has no END", "add END");
    }
  }

  /** Whether a word that is also a keyword stands where a name cannot. */
  private static boolean isKeyword(List<SqlToken> code, int i) {
    SqlToken before = i > 0 ? code.get(i - 1) : null;
    SqlToken after = i + 1 < code.size() ? code.get(i + 1) : null;
    boolean named = before != null && (before.isSymbol(".") || before.isWord("as"));
    boolean naming =
        after != null
            && (after.isSymbol(":")
                || after.isSymbol("=>")
                || after.isSymbol(":=")
                || after.isSymbol("."));
    return !named && !naming;
  }

  private void error(Rule rule, Snippet snippet, SqlToken token, String message, String remedy) {
    problems.add(rule, snippet.placeAt(token.start()), subject, message, remedy);
    sound = false;
  }
}
