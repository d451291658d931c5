package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The tokens of a statement, with brackets matched; the last one is the end of the text. */
final class Tokens {
  /** Brackets, and CASE, in one another. Deeper ones would exhaust the stack of some caller. */
  static final int DEEPEST = 200;

  private final SqlSource source;
  private final List<SqlToken> list;

  private Tokens(SqlSource source, List<SqlToken> list) {
    this.source = source;
    this.list = list;
  }

  /**
   * Reads the text. Keywords are still what Calcite's lexer takes them for; see {@link
   * #forGrammar}.
   *
   * @throws CalqueException if a character, a string or a comment is unclosed or cannot be read
   */
  static Tokens of(SqlSource source) {
    List<SqlToken> list = new ArrayList<>();
    GeneratedParserTokenManager lexer =
        new GeneratedParserTokenManager(new TextStream(source.text()), DQID);
    try {
      do {
        SqlToken token = new SqlToken(lexer.getNextToken());
        token.index = list.size();
        if (token.isAny(QUOTE, DOUBLE_QUOTE)) {
          throw unreadable(source, list, source.place(pos(token)).start());
        }
        list.add(token);
      } while (list.get(list.size() - 1).kind != EOF);
    } catch (TokenMgrError e) {
      int after = list.isEmpty() ? 0 : source.place(pos(list.get(list.size() - 1))).end();
      throw unreadable(source, list, after);
    }
    return new Tokens(source, list);
  }

  /** The tokens from one index to before another, followed by the end of the text. */
  Tokens part(int from, int to) {
    List<SqlToken> part = new ArrayList<>(list.subList(from, to));
    part.add(list.get(list.size() - 1));
    for (int i = 0; i < part.size(); i++) {
      part.get(i).index = i;
    }
    return new Tokens(source, part);
  }

  /**
   * Matches the brackets and settles which words are keywords.
   *
   * @throws CalqueException if a bracket has no partner, or too many are in one another
   */
  GeneratedParserTokenManager forGrammar() {
    matchBrackets();
    Keywords.settle(list);
    return new GeneratedParserTokenManager(new TextStream(""), DQID) {
      private int at;

      @Override
      public Token getNextToken() {
        return list.get(Math.min(at++, list.size() - 1));
      }
    };
  }

  List<SqlToken> list() {
    return list;
  }

  SqlToken get(int index) {
    return list.get(Math.min(index, list.size() - 1));
  }

  /** Without the end of the text. */
  int size() {
    return list.size() - 1;
  }

  /** The stretch of a token; at the end of the text, that of the last token. */
  SqlPlace place(SqlToken token) {
    if (token.kind != EOF) {
      return source.place(pos(token));
    }
    int end = source.text().stripTrailing().length();
    return new SqlPlace(source.text(), end, end);
  }

  static SqlParserPos pos(Token token) {
    return new SqlParserPos(token.beginLine, token.beginColumn, token.endLine, token.endColumn);
  }

  /** The tokens, each bracket with its partner. */
  List<SqlToken> matched() {
    matchBrackets();
    return list;
  }

  private void matchBrackets() {
    Deque<SqlToken> open = new ArrayDeque<>();
    for (SqlToken token : list) {
      switch (token.kind) {
        case LPAREN, LBRACKET, LBRACE -> {
          open.push(token);
          if (open.size() > DEEPEST) {
            throw tooDeep(place(token));
          }
        }
        case RPAREN, RBRACKET, RBRACE -> {
          SqlToken opening = open.poll();
          if (opening == null || !closes(opening.kind, token.kind)) {
            throw unmatched(opening, token);
          }
          opening.partner = token.index;
          token.partner = opening.index;
        }
        default -> {}
      }
    }
    if (!open.isEmpty()) {
      throw CalqueException.at(
          place(open.peek()),
          ErrorCode.SYNTAX_ERROR,
          "This %s is never closed".formatted(open.peek().image));
    }
  }

  static CalqueException tooDeep(SqlPlace place) {
    return CalqueException.at(
        place,
        ErrorCode.NOT_SUPPORTED,
        "This statement is nested too deeply to be read: write part of it as a CTE (WITH …)");
  }

  private CalqueException unmatched(SqlToken opening, SqlToken closing) {
    String reason =
        opening == null
            ? "This %s closes nothing: an opening bracket is missing before it, or it is one too many"
                .formatted(closing.image)
            : "This %s does not close the %s at line %d, column %d"
                .formatted(closing.image, opening.image, opening.beginLine, opening.beginColumn);
    return CalqueException.at(place(closing), ErrorCode.SYNTAX_ERROR, reason);
  }

  private static boolean closes(int opening, int closing) {
    return switch (opening) {
      case LPAREN -> closing == RPAREN;
      case LBRACKET -> closing == RBRACKET;
      default -> closing == RBRACE;
    };
  }

  private static CalqueException unreadable(SqlSource source, List<SqlToken> read, int from) {
    if (!read.isEmpty() && !ReadOnly.mayBeQuery(read.get(0))) {
      return ReadOnly.refusal(read.get(0), source.place(pos(read.get(0))));
    }
    String text = source.text();
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    String rest = text.substring(start);
    String reason;
    if (rest.startsWith("'") || rest.startsWith("$")) {
      reason = "This string is never closed";
    } else if (rest.startsWith("\"")) {
      reason = "This quoted name is never closed, or is empty";
    } else if (rest.contains("/*")) {
      start += rest.lastIndexOf("/*");
      reason = "This comment is never closed";
    } else {
      reason = "SQL has no such character here";
    }
    int end = Math.min(start + 1, text.length());
    return CalqueException.at(new SqlPlace(text, start, end), ErrorCode.SYNTAX_ERROR, reason);
  }
}
