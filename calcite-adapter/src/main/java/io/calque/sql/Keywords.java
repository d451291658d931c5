package io.calque.sql;

import static io.calque.sql.GeneratedParserConstants.*;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Decides, between lexer and grammar, which words are keywords: as few as possible, and each only
 * where it can do a keyword's work.
 *
 * <p>Calcite's lexer knows about 900 keywords. Here a word is a name unless the grammar needs its
 * keyword at this very place, so columns may be called {@code date}, {@code user} or {@code value},
 * functions {@code left}, and tables {@code order}. The grammar asks for most words by their text
 * (see {@link Lookahead#at}); only those of {@link #keepsKeyword} reach it as keywords.
 */
final class Keywords {
  private static final BitSet WORDS = words();

  private final List<SqlToken> tokens;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** What is known between a pair of brackets. */
  private static final class Level {
    final boolean opensTable;
    int clause;
    int cases;
    boolean pattern;

    Level(boolean opensTable) {
      this.opensTable = opensTable;
    }
  }

  private Keywords(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /** Turns each word that is no keyword where it stands into an identifier. */
  static void settle(List<SqlToken> tokens) {
    new Keywords(tokens).settle();
  }

  /** Whether the kind is that of an unquoted word, keyword or not. */
  static boolean isWord(int kind) {
    return kind == IDENTIFIER || WORDS.get(kind);
  }

  private static BitSet words() {
    BitSet words = new BitSet();
    for (int kind = 0; kind < tokenImage.length; kind++) {
      if (tokenImage[kind].matches("\"[A-Z][A-Z0-9_]*\"")) {
        words.set(kind);
      }
    }
    return words;
  }

  private void settle() {
    levels.push(new Level(false));
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (WORDS.get(token.kind) && !keepsKeyword(i, token)) {
        token.kind = IDENTIFIER;
      }
      follow(i, token);
    }
  }

  /** Keeps track of brackets and clauses. */
  private void follow(int i, SqlToken token) {
    Level level = levels.peek();
    switch (token.kind) {
      case LPAREN, LBRACKET, LBRACE -> {
        Level inner = new Level(token.kind == LPAREN && atTable(i));
        inner.pattern = previous(i).kind == MATCH_RECOGNIZE;
        levels.push(inner);
      }
      case RPAREN, RBRACKET, RBRACE -> {
        if (levels.size() > 1) {
          levels.pop();
        }
      }
      case CASE -> level.cases++;
      case END -> level.cases--;
      case FROM -> {
        boolean opensClause = level.clause == SELECT || i == 0 || previous(i).kind == LPAREN;
        if (opensClause || levels.size() == 1 && level.clause == 0) {
          level.clause =
              previous(i).kind == DISTINCT && i > 1 && isTest(i - 2) ? level.clause : FROM;
        }
      }
      case SELECT, WHERE, GROUP, HAVING, WINDOW, QUALIFY, ORDER, LIMIT, OFFSET, FETCH ->
          level.clause = token.kind;
      case UNION, EXCEPT, INTERSECT -> level.clause = 0;
      default -> {}
    }
  }

  private boolean isTest(int i) {
    return tokens.get(i).isAny(IS, NOT);
  }

  private boolean keepsKeyword(int i, SqlToken token) {
    SqlToken previous = previous(i);
    SqlToken next = next(i);
    if (previous.isAny(DOT, CAST_OPERATOR)) {
      return false;
    }
    if (previous.kind == AS) {
      return token.kind == NOT && next.is("MATERIALIZED");
    }
    if (next.kind == DOT && (isName(next(i + 1)) || next(i + 1).kind == STAR)) {
      return false;
    }
    if (levels.peek().pattern && keepsPatternWord(token, previous, next)) {
      return true;
    }
    if (atTable(i)) {
      return keepsKeywordAsTable(i, token, next);
    }
    return keepsKeyword(i, token, previous, next);
  }

  private static boolean keepsPatternWord(SqlToken token, SqlToken previous, SqlToken next) {
    return switch (token.kind) {
      case BY -> previous.kind == PARTITION;
      case PARTITION,
          MEASURES,
          ONE,
          ROW,
          ROWS,
          PER,
          MATCH,
          AFTER,
          SKIP_,
          TO,
          NEXT,
          PAST,
          PATTERN,
          WITHIN,
          SUBSET,
          DEFINE,
          PERMUTE,
          ALL ->
          true;
      case FIRST, LAST -> next.kind != LPAREN;
      default -> false;
    };
  }

  /** Whether a table's name is expected at {@code i}: after FROM, JOIN and a comma in FROM. */
  private boolean atTable(int i) {
    SqlToken previous = previous(i);
    Level level = levels.peek();
    return switch (previous.kind) {
      case FROM, COMMA -> level.clause == FROM;
      case JOIN -> true;
      case LPAREN -> level.opensTable && level.clause == 0 && previous.index == i - 1;
      default -> false;
    };
  }

  private boolean keepsKeywordAsTable(int i, SqlToken token, SqlToken next) {
    return switch (token.kind) {
      case SELECT, FROM, WITH, WHERE, HAVING, ON, USING, JOIN -> true;
      case LATERAL -> next.kind == LPAREN || next(i + 1).kind == LPAREN;
      case VALUES -> next.kind == LPAREN;
      case TABLE -> next.kind == LPAREN || previous(i).kind == LPAREN && next(i + 1).kind == RPAREN;
      case PIVOT, UNPIVOT -> previous(i).kind == LPAREN && startsTable(i, next);
      case ORDER, GROUP -> next.is("BY");
      case UNION, EXCEPT, INTERSECT -> next.isAny(SELECT, ALL, LPAREN);
      default -> isJoinWord(token) && leadsToJoin(i);
    };
  }

  /** Whether a table follows: a name, or a query in parentheses. */
  private boolean startsTable(int i, SqlToken next) {
    return isName(next) || next.kind == LPAREN && next(i + 1).isAny(SELECT, WITH, FROM);
  }

  /** Each keyword of the grammar, and where it is one. */
  private boolean keepsKeyword(int i, SqlToken token, SqlToken previous, SqlToken next) {
    boolean operand = atOperand(i);
    return switch (token.kind) {
      case SELECT,
          FROM,
          WHERE,
          HAVING,
          WITH,
          UNION,
          EXCEPT,
          INTERSECT,
          AND,
          OR,
          NOT,
          NULL,
          TRUE,
          FALSE,
          CASE,
          WHEN,
          THEN,
          ELSE,
          DISTINCT,
          ALL,
          IN,
          IS,
          BETWEEN,
          AS,
          ON,
          USING,
          INTO ->
          true;
      case END ->
          levels.peek().cases > 0
              && !(operand && !previous.isAny(ELSE, THEN, WHEN))
              && !(operand && isOperandAfterEnd(next));
      case ORDER, GROUP -> next.is("BY") || previous.isAny(IDENTIFIER) && isGroupUse(previous);
      case VALUES, CAST, TRY_CAST, EXISTS, MATCH_RECOGNIZE -> next.kind == LPAREN;
      case ANY, SOME ->
          next.isAny(LPAREN, LBRACKET)
              && previous.kind != COMMA
              && (isComparison(previous) || previous.isAny(LIKE, ILIKE));
      case ARRAY -> next.isAny(LBRACKET, LPAREN) && operand;
      case INTERVAL -> keepsInterval(i, next);
      case LATERAL -> false;
      case TABLE -> i == 0 || previous.isAny(LPAREN, UNION, EXCEPT, INTERSECT, ALL) && isName(next);
      case PIVOT, UNPIVOT ->
          (i == 0 || previous.kind == LPAREN) && startsTable(i, next)
              || next.kind == LPAREN && !operand
              || !operand && next(i + 1).is("NULLS");
      case WINDOW -> !operand && isName(next) && next(i + 1).kind == AS;
      case FETCH -> !operand && (next.is("FIRST") || next.is("NEXT"));
      case SIMILAR -> (!operand || previous.kind == NOT) && next.is("TO");
      case LIKE, ILIKE, GLOB, RLIKE -> !operand || previous.kind == NOT;
      case ISNULL, NOTNULL, DESC, ASC, COLLATE, FOR, LIMIT, OFFSET, QUALIFY, TABLESAMPLE ->
          !operand;
      default -> isJoinWord(token) && leadsToJoin(i);
    };
  }

  /** GROUP in WITHIN GROUP (...) and EXCLUDE GROUP. */
  private static boolean isGroupUse(SqlToken previous) {
    return previous.is("WITHIN") || previous.is("EXCLUDE");
  }

  /** In "CASE WHEN end > 1", END is a column: something follows that needs a left side. */
  private static boolean isOperandAfterEnd(SqlToken next) {
    return isComparison(next) || next.isAny(THEN, WHEN, ELSE, IS, IN, BETWEEN, LIKE);
  }

  private boolean keepsInterval(int i, SqlToken next) {
    if (next.kind == LPAREN && next.partner >= 0) {
      return Lookahead.isTimeUnit(next(next.partner));
    }
    return next.isAny(
            QUOTED_STRING,
            UNSIGNED_INTEGER_LITERAL,
            DECIMAL_NUMERIC_LITERAL,
            HOOK,
            NUMBERED_PARAMETER,
            MINUS)
        || isName(next) && atOperand(i) && Lookahead.isTimeUnit(next(i + 1));
  }

  private static boolean isJoinWord(SqlToken token) {
    return token.isAny(
        JOIN, NATURAL, INNER, LEFT, RIGHT, FULL, CROSS, OUTER, ASOF, SEMI, ANTI, POSITIONAL);
  }

  private boolean leadsToJoin(int i) {
    SqlToken token = tokens.get(i);
    for (int at = i; isJoinWord(token); token = next(at++)) {
      if (token.kind == JOIN) {
        return !atOperand(i);
      }
    }
    return false;
  }

  /** Whether an operand is expected at {@code i}, so that a keyword between operands is none. */
  private boolean atOperand(int i) {
    SqlToken previous = previous(i);
    return switch (previous.kind) {
      case EOF,
          LPAREN,
          LBRACKET,
          LBRACE,
          COMMA,
          COLON,
          SELECT,
          DISTINCT,
          WHERE,
          AND,
          OR,
          NOT,
          ON,
          HAVING,
          WHEN,
          THEN,
          ELSE,
          CASE,
          LIKE,
          ILIKE,
          IN,
          BETWEEN,
          QUALIFY,
          PLUS,
          MINUS,
          SLASH,
          CONCAT,
          LAMBDA,
          PERCENT_REMAINDER,
          INTEGER_DIVISION,
          POWER_OPERATOR,
          OTHER_OPERATOR,
          AMPERSAND,
          VERTICAL_BAR,
          CARET ->
          true;
      case STAR -> !isStarOfSelect(i - 1);
      case IDENTIFIER -> previous.is("BY") && isClauseBy(i - 2);
      default -> isComparison(previous);
    };
  }

  private boolean isStarOfSelect(int i) {
    return previous(i).isAny(SELECT, COMMA, DOT, DISTINCT, LPAREN, ALL);
  }

  private boolean isClauseBy(int i) {
    return i >= 0 && (tokens.get(i).isAny(ORDER, GROUP) || tokens.get(i).is("PARTITION"));
  }

  private static boolean isComparison(SqlToken token) {
    return token.isAny(EQ, EQUAL_EQUAL, NE, NE2, LT, LE, GT, GE);
  }

  private static boolean isName(SqlToken token) {
    return isWord(token.kind) || token.isAny(QUOTED_IDENTIFIER, UNICODE_QUOTED_IDENTIFIER);
  }

  /** The token before; the last one, which is the end of the text, if there is none. */
  private SqlToken previous(int i) {
    return i == 0 ? tokens.get(tokens.size() - 1) : tokens.get(i - 1);
  }

  private SqlToken next(int i) {
    return tokens.get(Math.min(i + 1, tokens.size() - 1));
  }
}
