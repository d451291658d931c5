package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says in plain words why a statement cannot be read, and what may have been meant. */
final class SyntaxErrors {
  private static final int MOST_EXPECTED = 4;

  /** Keywords that a slip of the finger most often turns into an alias. */
  private static final List<String> CLAUSES =
      List.of(
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "JOIN",
          "LEFT",
          "RIGHT",
          "INNER",
          "CROSS",
          "USING",
          "UNION",
          "SELECT",
          "DISTINCT",
          "BETWEEN",
          "QUALIFY",
          "WINDOW",
          "ON",
          "AND",
          "OR",
          "AS",
          "BY",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END");

  private SyntaxErrors() {}

  static CalqueException of(Tokens tokens, ParseException e) {
    SqlToken found = found(tokens, e);
    String writes = ReadOnly.writes(tokens, found).orElse(null);
    if (writes != null) {
      return CalqueException.at(
          tokens.place(found), ErrorCode.READ_ONLY, "Calque is read-only: " + writes, e);
    }
    if (found.kind == QUOTED_STRING
        && found.index > 0
        && tokens.get(found.index - 1).isAny(FROM, JOIN)) {
      return CalqueException.at(
          tokens.place(found),
          ErrorCode.NOT_IN_MODEL,
          "Calque reads the entities of the model, no files: name an entity after "
              + tokens.get(found.index - 1).image,
          e);
    }
    return CalqueException.at(
        tokens.place(found),
        ErrorCode.SYNTAX_ERROR,
        what(tokens, found) + remedy(tokens, found, e),
        e);
  }

  private static SqlToken found(Tokens tokens, ParseException e) {
    return e.currentToken.next instanceof SqlToken next ? next : tokens.get(tokens.size());
  }

  private static String what(Tokens tokens, SqlToken found) {
    if (found.kind != EOF) {
      return found.index == 0
          ? "A query does not start with " + shown(found)
          : "%s cannot follow %s here".formatted(shown(found), shown(tokens.get(found.index - 1)));
    }
    return tokens.size() == 0
        ? "The statement is empty"
        : "The statement ends too early, after " + shown(tokens.get(tokens.size() - 1));
  }

  private static String shown(SqlToken token) {
    String image = token.image.length() > 40 ? token.image.substring(0, 37) + "…" : token.image;
    return token.kind == QUOTED_STRING ? image : "\"" + image.replace('\n', ' ') + "\"";
  }

  private static String remedy(Tokens tokens, SqlToken found, ParseException e) {
    for (int i = found.index; i >= Math.max(0, found.index - 2); i--) {
      SqlToken token = tokens.get(i);
      List<String> near = nearKeywords(token);
      if (!near.isEmpty()) {
        return "; did you mean %s instead of %s?".formatted(String.join(" or ", near), token.image);
      }
    }
    SqlToken previous = found.index == 0 ? found : tokens.get(found.index - 1);
    if (previous.kind == IDENTIFIER && (previous.is("ORDER") || previous.is("GROUP"))) {
      return "; expected is BY";
    }
    String slip = slip(previous, found);
    if (!slip.isEmpty()) {
      return slip;
    }
    if (endsOperand(previous) && startsOperand(found)) {
      return "; is a comma or an operator missing between them?";
    }
    Set<String> expected = expected(e);
    if (isKeyword(found) && (expected.contains("a name") || previous.isAny(COMMA, DOT, AS))) {
      return "; if it is a name, write \"%s\" in double quotes".formatted(found.image);
    }
    if (openCases(tokens, found) > 0) {
      return "; a CASE before it has no END";
    }
    if (wantsOperand(previous)) {
      return "; an expression is expected there";
    }
    if (expected.isEmpty() || expected.size() > MOST_EXPECTED) {
      return "";
    }
    return "; expected is " + String.join(" or ", expected);
  }

  /** What other languages write, and what SQL writes instead. */
  private static String slip(SqlToken previous, SqlToken found) {
    if (previous.is("TOP")) {
      return "; SQL has LIMIT at the end instead of TOP";
    }
    if (previous.kind == EQ && found.kind == LT) {
      return "; did you mean <= instead of =<?";
    }
    return found.kind == NAMED_ARGUMENT_ASSIGNMENT ? "; did you mean >= instead of =>?" : "";
  }

  private static long openCases(Tokens tokens, SqlToken found) {
    List<SqlToken> before = tokens.list().subList(0, found.index);
    return before.stream().filter(token -> token.kind == CASE).count()
        - before.stream().filter(token -> token.kind == END).count();
  }

  private static boolean wantsOperand(SqlToken token) {
    return token.isAny(
        SELECT,
        WHERE,
        HAVING,
        QUALIFY,
        ON,
        AND,
        OR,
        NOT,
        WHEN,
        THEN,
        ELSE,
        COMMA,
        EQ,
        NE,
        NE2,
        LT,
        LE,
        GT,
        GE,
        PLUS,
        MINUS,
        SLASH,
        CONCAT,
        EQUAL_EQUAL);
  }

  private static List<String> nearKeywords(SqlToken token) {
    String word = token.image.toUpperCase(Locale.ROOT);
    if (token.kind != IDENTIFIER || word.length() < 3 || CLAUSES.contains(word)) {
      return List.of();
    }
    return NearestNames.of(word, CLAUSES).stream()
        .filter(keyword -> Math.abs(keyword.length() - word.length()) <= 1 && keyword.length() > 3)
        .limit(1)
        .toList();
  }

  private static boolean isKeyword(SqlToken token) {
    return Keywords.isWord(token.kind) && !token.isAny(IDENTIFIER, FROM, WHERE);
  }

  private static boolean endsOperand(SqlToken token) {
    return isOperand(token) || token.isAny(RPAREN, RBRACKET, RBRACE, END);
  }

  private static boolean startsOperand(SqlToken token) {
    return isOperand(token) || token.isAny(CASE, CAST, LBRACE);
  }

  private static boolean isOperand(SqlToken token) {
    return token.isAny(
        IDENTIFIER,
        QUOTED_IDENTIFIER,
        QUOTED_STRING,
        UNSIGNED_INTEGER_LITERAL,
        DECIMAL_NUMERIC_LITERAL,
        APPROX_NUMERIC_LITERAL,
        HOOK);
  }

  /** What the grammar would have taken, in readable form; names and literals are one entry each. */
  private static Set<String> expected(ParseException e) {
    List<String> images = new ArrayList<>();
    for (int[] sequence : e.expectedTokenSequences) {
      images.add(e.tokenImage[sequence[0]]);
    }
    Set<String> readable = new LinkedHashSet<>();
    for (String image : images) {
      switch (image) {
        case "<EOF>" -> readable.add("the end of the statement");
        case "<IDENTIFIER>", "<QUOTED_IDENTIFIER>", "<UNICODE_QUOTED_IDENTIFIER>" ->
            readable.add("a name");
        default -> {
          if (image.contains("LITERAL") || image.contains("STRING")) {
            readable.add("a literal");
          } else {
            readable.add(image.replace("\"", "").replace("<", "").replace(">", ""));
          }
        }
      }
    }
    return readable;
  }
}
